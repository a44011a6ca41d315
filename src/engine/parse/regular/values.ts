import { atDash, enterItem, inDoubt, LINE_BREAK, toLine, type Cursor } from './cursor';
import { checkUnique, findKey, openMap } from './keys';
import { plainEnd, startsPlain } from './scalars';
import { findField, type Shape } from './shape';
import type { Words } from './words';

const QUOTE = 34;
const APOSTROPHE = 39;
const BACKSLASH = 92;

/** Reads the map whose first key stands here. */
export function readMapHere<Target>(cursor: Cursor, shape: Shape<Target>, target: Target): void {
  const map = openMap(cursor);
  let before = -1;
  /** Fields of the shape that were met: a bit for each, as names need not be compared that are known. */
  let low = 0;
  let high = 0;
  do {
    const field = findField(cursor, shape, before);
    if (field === null) {
      checkUnique(cursor, map);
      before = -1;
      shape.other(cursor, target);
      continue;
    }
    const { number } = field;
    const bit = 1 << (number & 31);
    if (((number < 32 ? low : high) & bit) !== 0) throw inDoubt;
    if (number < 32) low |= bit;
    else high |= bit;
    before = number;
    field.read(cursor, target);
  } while (cursor.indent === map.indent);
  if (cursor.indent > map.indent) throw inDoubt;
}

/** Reads the map that is the value of the key that was found: indented, or `{}`. */
export function readMap<Target>(cursor: Cursor, shape: Shape<Target>, target: Target): void {
  const { indent } = cursor;
  if (isEmpty(cursor, '{}')) return;
  toNested(cursor);
  if (cursor.indent <= indent) throw inDoubt;
  readMapHere(cursor, shape, target);
  if (cursor.indent > indent) throw inDoubt;
}

/** The entries of a map of strings as they are found; `read` reads the value. */
export function readEntries(cursor: Cursor, read: () => void): void {
  const { indent } = cursor;
  if (isEmpty(cursor, '{}')) return;
  toNested(cursor);
  if (cursor.indent <= indent) throw inDoubt;
  const map = openMap(cursor);
  do {
    if (!findKey(cursor)) throw inDoubt;
    checkUnique(cursor, map);
    read();
  } while (cursor.indent === map.indent);
  if (cursor.indent > indent) throw inDoubt;
}

/** The items of the list that is the value of the key that was found; `read` starts at the content of each. */
export function readItems(cursor: Cursor, read: () => void): void {
  const { indent } = cursor;
  if (isEmpty(cursor, '[]')) return;
  toNested(cursor);
  const column = cursor.indent;
  if (column < indent || !atDash(cursor)) throw inDoubt;
  do {
    enterItem(cursor);
    read();
    if (cursor.indent > column) throw inDoubt;
  } while (cursor.indent === column && atDash(cursor));
  if (cursor.indent > indent) throw inDoubt;
}

function isEmpty(cursor: Cursor, written: '{}' | '[]'): boolean {
  const { codes, value, indent } = cursor;
  if (codes[value] === LINE_BREAK) return false;
  if (codes[value] !== written.charCodeAt(0) || codes[value + 1] !== written.charCodeAt(1)) throw inDoubt;
  if (codes[value + 2] !== LINE_BREAK) throw inDoubt;
  cursor.end = value + 2;
  toLine(cursor, value + 3);
  if (cursor.indent > indent) throw inDoubt;
  return true;
}

function toNested(cursor: Cursor): void {
  toLine(cursor, cursor.value + 1);
}

/** What strings of a field may be: those written plainly, and those in quotes. */
export interface Strings {
  readonly plain: Words;
  readonly quoted: Words;
}

/** The string that is the value of the key that was found, on its line and without escapes. */
export function readString(cursor: Cursor, strings: Strings): string {
  return readStringAt(cursor, cursor.value, strings);
}

/** The same at `at`: behind a dash. */
export function readStringAt(cursor: Cursor, at: number, { plain, quoted }: Strings): string {
  const { codes, indent } = cursor;
  const quote = codes[at] ?? 0;
  const isQuoted = quote === QUOTE || quote === APOSTROPHE;
  if (!isQuoted && !startsPlain(codes, at)) throw inDoubt;
  const end = isQuoted ? closingQuote(codes, at, quote) : plainEnd(codes, at);
  const word = isQuoted ? quoted.get(cursor, at + 1, end - 1) : plain.get(cursor, at, end);
  if (word === null || codes[end] !== LINE_BREAK) throw inDoubt;
  cursor.end = end;
  toLine(cursor, end + 1);
  if (cursor.indent > indent) throw inDoubt;
  return word;
}

function closingQuote(codes: Uint8Array, open: number, quote: number): number {
  let at = open + 1;
  for (let code = codes[at] ?? 0; code !== quote; code = codes[++at] ?? 0) {
    if (code < 32 || code === BACKSLASH) throw inDoubt;
  }
  return at + 1; // two apostrophes are no line end, so they are refused there
}

/** `true` or `false`. */
export function readBoolean(cursor: Cursor): boolean {
  const word = readBare(cursor);
  if (word !== 'true' && word !== 'false') throw inDoubt;
  return word === 'true';
}

/** A number of at most nine digits without a sign. */
export function readInteger(cursor: Cursor): number {
  const word = readBare(cursor);
  if (!/^(?:0|[1-9][0-9]{0,8})$/.test(word)) throw inDoubt;
  return Number(word);
}

/** Whether the value of the key that was found starts with a digit. */
export function atDigit({ codes, value }: Cursor): boolean {
  const code = codes[value] ?? 0;
  return code >= 48 && code <= 57;
}

function readBare(cursor: Cursor): string {
  const { codes, indent, text, value } = cursor;
  const end = plainEnd(codes, value);
  cursor.end = end;
  toLine(cursor, end + 1);
  if (cursor.indent > indent) throw inDoubt;
  return text.slice(value, end);
}
