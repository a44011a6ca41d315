import { BLANK, DASH, LINE_BREAK, toLine, type Cursor } from './cursor';
import { copyOf } from './words';

/** Shorter values are read faster than they are compared. */
const LEAST = 40;

/** Longer ones are hardly ever the same. */
const MOST = 8192;

/** After so many values in a row that differed, only every so-manieth is looked at. */
const PATIENCE = 8;

/**
 * Reads the value of a field, or gives what it read last time when the value has the same characters: pods of one
 * workload differ in a few lines only. What is read must depend on nothing but those characters and the column.
 */
export function again<Result>(read: (cursor: Cursor) => Result): (cursor: Cursor) => Result {
  let last: {
    readonly text: string;
    readonly indent: number;
    readonly end: number;
    readonly result: Result;
  } | null = null;
  let misses = 0;
  return (cursor) => {
    const { text, value, indent } = cursor;
    const isPatient = misses < PATIENCE || misses % PATIENCE === 0;
    if (isPatient && last?.indent === indent) {
      const behind = value + last.text.length;
      if (text.slice(value, behind) === last.text && isOver(cursor, behind)) {
        misses = 0;
        cursor.end = value + last.end;
        toLine(cursor, behind);
        return last.result;
      }
    }
    const result = read(cursor);
    misses++;
    const length = cursor.start - cursor.indent - value;
    if (isPatient && cursor.indent >= 0 && length >= LEAST && length <= MOST) {
      last = { text: copyOf(text.slice(value, value + length)), indent, end: cursor.end - value, result };
    }
    return result;
  };
}

/** Whether the line is no continuation of the value before it, whatever that is. */
function isOver({ codes, indent, length }: Cursor, line: number): boolean {
  let at = line;
  while (codes[at] === BLANK) at++;
  if (at >= length || codes[at] === LINE_BREAK) return false;
  return at - line < indent || (at - line === indent && codes[at] !== DASH);
}
