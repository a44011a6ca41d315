import type { ObjectIndex } from './objectIndex';
import type { TextRange } from './movingRange';

/** What is to be cut out so that an object is gone and the rest still reads as before. */
export function deletionRange(index: ObjectIndex, position: number, text: string): TextRange {
  const piece = index.pieces[position] ?? 0;
  const start = index.starts[position] ?? 0;
  const end = index.ends[position] ?? start;
  const alone = index.pieces[position - 1] !== piece && index.pieces[position + 1] !== piece;
  // Before the only item of a List stands the List.
  const wholeDocument = alone && /^(?:(?:---|\.\.\.)[^\n]*\n?)?\s*$/.test(text.slice(piece, start));
  if (wholeDocument) return { start: piece, end };
  return text.charAt(start) === '{' ? withComma(text, start, end) : { start, end };
}

/** JSON parts its values with commas: one of the two around a value goes with it. */
function withComma(text: string, start: number, end: number): TextRange {
  const after = /^\s*,\s*/.exec(text.slice(end, end + 200));
  if (after) return { start, end: end + after[0].length };
  const before = /,\s*$/.exec(text.slice(Math.max(0, start - 200), start));
  return { start: start - (before?.[0].length ?? 0), end };
}
