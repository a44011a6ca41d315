import { codesOf } from './codes';

/**
 * A place in text of the regular form in which kubectl prints YAML: block style, one key or item to a line. Everything
 * that reads such text throws `inDoubt` where it meets something else; the real parser then has the word. What is
 * passed over is checked as well: text that is read here is YAML to the real parser too, with the same structure.
 */
export interface Cursor {
  readonly text: string;
  /** Of `text`, with a line break behind it. */
  readonly codes: Uint8Array;
  /** Where the text ends, its last line break included. */
  readonly length: number;
  /** Column of the content at `start`; -1 behind the last line. */
  indent: number;
  /** Where the content of the line starts: behind its blanks, and behind the dashes that were entered. */
  start: number;
  /** Of the key last found, without quotes. */
  keyStart: number;
  keyEnd: number;
  /** Where the value of that key starts, or the line break when it does not stand on the line. */
  value: number;
  /** Where the value last read or passed over ended. */
  end: number;
}

/** Thrown for text that is not of the regular form; it says nothing about whether it is right. */
export const inDoubt = new Error('not of the regular form');

/** Deep enough for what kubectl prints, and well within what the real parser takes. */
const MAX_INDENT = 150;

export const LINE_BREAK = 10;
export const BLANK = 32;
export const DASH = 45;

/** A cursor at the first line of a text. Only the cursor made last can be used. */
export function cursorAt(text: string, firstLine: number): Cursor {
  const { codes, length } = codesOf(text);
  const cursor: Cursor = {
    text,
    codes,
    length,
    indent: 0,
    start: 0,
    keyStart: 0,
    keyEnd: 0,
    value: 0,
    end: 0,
  };
  toLine(cursor, firstLine);
  return cursor;
}

/** Moves to the line that starts at `line`. Blank lines are regular at the end of the text only. */
export function toLine(cursor: Cursor, line: number): void {
  const { codes, length } = cursor;
  let start = line;
  while (codes[start] === BLANK) start++;
  if (codes[start] === LINE_BREAK || start >= length) {
    while (start < length && codes[start] === LINE_BREAK) start++;
    if (start < length || codes[start - 1] === BLANK) throw inDoubt;
    cursor.indent = -1;
    return;
  }
  cursor.indent = start - line;
  cursor.start = start;
  if (cursor.indent > MAX_INDENT) throw inDoubt;
}

/** Whether an item of a list starts here. */
export function atDash({ codes, start }: Cursor): boolean {
  return codes[start] === DASH && codes[start + 1] === BLANK;
}

/** From the dash of an item to its content. */
export function enterItem(cursor: Cursor): void {
  cursor.start += 2;
  cursor.indent += 2;
}
