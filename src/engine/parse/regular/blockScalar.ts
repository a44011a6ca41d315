import { BLANK, inDoubt, LINE_BREAK, toLine, type Cursor } from './cursor';

const header = /[|>](?:[-+]?([1-9])?|([1-9])[-+])\n/y;

/** Moves past the block scalar whose header is at `at`, and whose key or dash has the column `indent`. */
export function passBlockScalar(cursor: Cursor, at: number, indent: number): void {
  const { text, codes, length } = cursor;
  header.lastIndex = at;
  const match = header.exec(text);
  if (match === null) throw inDoubt;
  const written = match[1] ?? match[2];
  // Without a number the first line with content says how far all are indented.
  let least = written === undefined ? 0 : indent + Number(written);
  let end = -1;
  let line = header.lastIndex;
  while (line < length) {
    let start = line;
    while (codes[start] === BLANK) start++;
    if (codes[start] !== LINE_BREAK) {
      if (start - line <= indent) break;
      if (least === 0) least = start - line;
      if (start - line < least) throw inDoubt;
      end = text.indexOf('\n', start);
      if (end < 0) end = text.length;
      start = end;
    } else if (start > line) {
      throw inDoubt;
    }
    line = start + 1;
  }
  if (end < 0) throw inDoubt;
  cursor.end = end;
  toLine(cursor, line);
}
