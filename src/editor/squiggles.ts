import type { editor } from 'monaco-editor/editor';
import type { FileId, Finding, PlacedDiagnostic, Severity } from '../engine';

/** Turns an offset in a file into Monaco's line and column, both from 1. */
export type PositionAt = (offset: number) => { readonly lineNumber: number; readonly column: number };

/** What is underlined. */
export type Problem = PlacedDiagnostic | Finding;

/** Without the diagnostics that a finding at the same place says better. */
export function withoutReplaced(
  diagnostics: readonly PlacedDiagnostic[],
  findings: readonly Finding[],
): readonly PlacedDiagnostic[] {
  const keyOf = (code: string, { file, start }: Problem['place']): string =>
    `${code} ${file} ${String(start)}`;
  const replaced = new Set(findings.map(({ replaces, place }) => keyOf(replaces ?? '', place)));
  return diagnostics.filter(({ code, place }) => !replaced.has(keyOf(code, place)));
}

/** The problems of each file that has any. */
export function byFile(diagnostics: readonly Problem[]): ReadonlyMap<FileId, readonly Problem[]> {
  const files = new Map<FileId, Problem[]>();
  for (const diagnostic of diagnostics) {
    const known = files.get(diagnostic.place.file);
    if (known) known.push(diagnostic);
    else files.set(diagnostic.place.file, [diagnostic]);
  }
  return files;
}

/** A problem as the squiggle the editor draws under it, in the server's form `path: message`; grave as it may be. */
export function toSquiggle(
  diagnostic: Problem,
  positionAt: PositionAt,
): Omit<editor.IMarkerData, 'severity'> {
  const start = positionAt(diagnostic.place.start);
  const end = positionAt(diagnostic.place.end);
  return {
    code: diagnostic.code,
    message: messageOf(diagnostic),
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}

function messageOf(problem: Problem): string {
  if ('explanation' in problem) return `${problem.message}\n${problem.explanation}`;
  return problem.path === '' ? problem.message : `${problem.path}: ${problem.message}`;
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

/** The gravest problem that starts on each line; the gutter has room for one icon. */
export function gravestPerLine(
  diagnostics: readonly Problem[],
  positionAt: PositionAt,
): ReadonlyMap<number, Severity> {
  const lines = new Map<number, Severity>();
  for (const { place, severity } of diagnostics) {
    const line = positionAt(place.start).lineNumber;
    const known = lines.get(line);
    if (known === undefined || order.indexOf(severity) < order.indexOf(known)) lines.set(line, severity);
  }
  return lines;
}
