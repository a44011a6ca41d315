import type { editor } from 'monaco-editor/editor';
import type { FileId, PlacedDiagnostic, Severity } from '../engine';

/** Turns an offset in a file into Monaco's line and column, both from 1. */
export type PositionAt = (offset: number) => { readonly lineNumber: number; readonly column: number };

/** The problems of each file that has any. */
export function byFile(
  diagnostics: readonly PlacedDiagnostic[],
): ReadonlyMap<FileId, readonly PlacedDiagnostic[]> {
  const files = new Map<FileId, PlacedDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    const known = files.get(diagnostic.place.file);
    if (known) known.push(diagnostic);
    else files.set(diagnostic.place.file, [diagnostic]);
  }
  return files;
}

/** A problem as the squiggle the editor draws under it, in the server's form `path: message`; grave as it may be. */
export function toSquiggle(
  diagnostic: PlacedDiagnostic,
  positionAt: PositionAt,
): Omit<editor.IMarkerData, 'severity'> {
  const start = positionAt(diagnostic.place.start);
  const end = positionAt(diagnostic.place.end);
  return {
    code: diagnostic.code,
    message: diagnostic.path === '' ? diagnostic.message : `${diagnostic.path}: ${diagnostic.message}`,
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

/** The gravest problem that starts on each line; the gutter has room for one icon. */
export function gravestPerLine(
  diagnostics: readonly PlacedDiagnostic[],
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
