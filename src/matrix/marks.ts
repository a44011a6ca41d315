import type { Changes } from '../engine';
import type { Line } from './lines';

/** What an edit did to a cell. */
export type Mark = 'opened' | 'closed' | 'changed';

/** By cell of the picture. */
export function marksOf({ pairs, signs }: Changes): ReadonlyMap<number, Mark> {
  return new Map(Array.from(pairs, (pair, index) => [pair, markOf(signs[index] ?? 0)]));
}

/** The mark of the cell of two lines; that of a heading, which sums up several, tells what they have in common. */
export function markBetween(
  marks: ReadonlyMap<number, Mark>,
  size: number,
  row: Line,
  column: Line,
): Mark | null {
  const found = new Set<Mark>();
  for (const from of row.members) {
    for (const to of column.members) {
      const mark = marks.get(from * size + to);
      if (mark) found.add(mark);
    }
  }
  const [only, another] = found;
  return another === undefined ? (only ?? null) : 'changed';
}

const markOf = (sign: number): Mark => (sign > 0 ? 'opened' : sign < 0 ? 'closed' : 'changed');
