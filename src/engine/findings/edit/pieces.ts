import type { Range } from '../../source';
import type { Edits, Sheet } from './sheet';

/** One more piece behind another one in a flow collection: on a line of its own where that has one. */
export function flowAddition(sheet: Sheet, start: number, end: number, text: string): Edits {
  const own = sheet.startsLine(start) ? sheet.eol + ' '.repeat(sheet.column(start)) : ' ';
  return [{ range: { start: end, end }, text: `,${own}${text}` }];
}

/** Without a piece of a flow collection that has others, and without the comma that goes with it. */
export function flowRemoval(piece: Range, next: number | undefined, previousEnd: number | undefined): Edits {
  if (next !== undefined) return [{ range: { start: piece.start, end: next }, text: '' }];
  return [{ range: { start: previousEnd ?? piece.start, end: piece.end }, text: '' }];
}

/** Without the lines from one place to another. */
export function removedLines(sheet: Sheet, start: number, end: number): Edits {
  const from = sheet.lineStart(start);
  const to = sheet.nextLine(end);
  const isAtEnd = to === sheet.source.length && !sheet.source.endsWith('\n');
  const first = isAtEnd && from > 0 ? from - sheet.eol.length : from;
  return [{ range: { start: Math.max(0, first), end: to }, text: '' }];
}
