import * as monaco from 'monaco-editor/editor';
import type { Severity } from '../../engine';
import { analysisStore } from '../../state/analysisStore';
import { documentStore } from '../../state/documentStore';
import { findingsStore } from '../../state/findingsStore';
import { byFile, gravestPerLine, toSquiggle, withoutReplaced, type Problem } from '../squiggles';
import type { Models } from './models';

const markerSeverity = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const satisfies Record<Severity, monaco.MarkerSeverity>;

const gutterIcon = (line: number, severity: Severity): monaco.editor.IModelDeltaDecoration => ({
  range: new monaco.Range(line, 1, line, 1),
  options: { glyphMarginClassName: `editor-problem editor-problem-${severity}` },
});

/** Whose squiggles they are: what is wrong comes at once, what is probably not meant a moment later. */
type Owner = 'engine' | 'findings';

/** Draws what the engine found as squiggles and gutter icons. */
export function showProblems(models: Models): () => void {
  const icons: Readonly<Record<Owner, Map<monaco.editor.ITextModel, readonly string[]>>> = {
    engine: new Map(),
    findings: new Map(),
  };

  /** What is drawn moves with the text until it is drawn anew. */
  const draw = (owner: Owner, all: readonly Problem[], before: readonly Problem[]): void => {
    const [problems, others] = [byFile(all), byFile(before)];
    for (const model of icons[owner].keys()) if (model.isDisposed()) icons[owner].delete(model);
    for (const [file, model] of models.entries()) {
      const own = problems.get(file) ?? [];
      const positionAt = model.getPositionAt.bind(model);
      monaco.editor.setModelMarkers(
        model,
        owner,
        own.map((problem) => ({
          ...toSquiggle(problem, positionAt),
          severity: markerSeverity[problem.severity],
        })),
      );
      // The gutter has room for one icon in a line.
      const taken = gravestPerLine(others.get(file) ?? [], positionAt);
      const wanted = [...gravestPerLine(own, positionAt)].flatMap(([line, severity]) =>
        taken.has(line) ? [] : [gutterIcon(line, severity)],
      );
      icons[owner].set(model, model.deltaDecorations([...(icons[owner].get(model) ?? [])], wanted));
    }
  };

  const update = (isAnalysisNew: boolean): void => {
    const { analysis } = analysisStore.getState();
    const { found } = findingsStore.getState();
    // An older answer has older offsets.
    if (analysis?.revision !== documentStore.getState().revision) return;
    const isFound = found?.revision === analysis.revision;
    if (!isFound && !isAnalysisNew) return;
    const findings = isFound ? found.findings : [];
    const diagnostics = withoutReplaced(analysis.diagnostics, findings);
    draw('engine', diagnostics, []);
    if (isFound) draw('findings', findings, diagnostics);
  };

  update(true);
  const stops = [
    analysisStore.subscribe((state, before) => {
      if (state.analysis !== before.analysis) update(true);
    }),
    findingsStore.subscribe(() => {
      update(false);
    }),
    models.onWhole(() => {
      update(true);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
