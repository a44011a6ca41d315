import type { FileId, PlacedDiagnostic, Severity } from '../../engine';
import { ancestorKeys } from './grouping';
import { positionAt, type ObjectIndex } from './objectIndex';
import { objectKey } from './rows';

/** How many errors and warnings there are below a row. */
export interface RowProblems {
  readonly errors: number;
  readonly warnings: number;
}

/** A problem of one object; its place counts from the object's start, so that it survives edits elsewhere. */
export interface ObjectProblem {
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** The problems of one file. */
export interface Problems {
  /** By the key of each row that has any: the object and the groups around it. Without what is only worth knowing. */
  readonly byRow: ReadonlyMap<string, RowProblems>;
  /** By the number of the object. */
  readonly byObject: ReadonlyMap<number, readonly ObjectProblem[]>;
}

export const noProblems: Problems = { byRow: new Map(), byObject: new Map() };

/** Hands the problems of a file to the objects they are in. */
export function problemsOf(
  diagnostics: readonly PlacedDiagnostic[],
  file: FileId,
  index: ObjectIndex,
): Problems {
  const byRow = new Map<string, RowProblems>();
  const byObject = new Map<number, ObjectProblem[]>();
  for (const { place, severity, message, path } of diagnostics) {
    if (place.file !== file) continue;
    const position = positionAt(index, place.start);
    const head = index.heads[position];
    if (!head) continue;
    const from = index.starts[position] ?? 0;
    const problem = { severity, message, path, start: place.start - from, end: place.end - from };
    const known = byObject.get(head.id);
    if (known) known.push(problem);
    else byObject.set(head.id, [problem]);
    if (severity === 'info') continue;
    for (const key of [...ancestorKeys(head), objectKey(head.id)]) {
      const { errors, warnings } = byRow.get(key) ?? { errors: 0, warnings: 0 };
      const isError = severity === 'error';
      byRow.set(key, { errors: errors + (isError ? 1 : 0), warnings: warnings + (isError ? 0 : 1) });
    }
  }
  return { byRow, byObject };
}
