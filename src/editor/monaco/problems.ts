import * as monaco from 'monaco-editor/editor';
import type { Severity } from '../../engine';
import { analysisStore } from '../../state/analysisStore';
import { documentStore } from '../../state/documentStore';
import { byFile, gravestPerLine, toSquiggle } from '../squiggles';
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

/** Draws what the engine found as squiggles and gutter icons. */
export function showProblems(models: Models): () => void {
  const icons = new Map<monaco.editor.ITextModel, readonly string[]>();

  const draw = (): void => {
    const { analysis } = analysisStore.getState();
    // An older answer has older offsets. What is drawn moves with the text until the answer for it is here.
    if (analysis?.revision !== documentStore.getState().revision) return;
    const problems = byFile(analysis.diagnostics);
    for (const model of icons.keys()) if (model.isDisposed()) icons.delete(model);
    for (const [file, model] of models.entries()) {
      const own = problems.get(file) ?? [];
      const positionAt = model.getPositionAt.bind(model);
      monaco.editor.setModelMarkers(
        model,
        'engine',
        own.map((diagnostic) => ({
          ...toSquiggle(diagnostic, positionAt),
          severity: markerSeverity[diagnostic.severity],
        })),
      );
      const wanted = [...gravestPerLine(own, positionAt)].map(([line, severity]) =>
        gutterIcon(line, severity),
      );
      icons.set(model, model.deltaDecorations([...(icons.get(model) ?? [])], wanted));
    }
  };

  draw();
  return analysisStore.subscribe((state, before) => {
    if (state.analysis !== before.analysis) draw();
  });
}
