import { BLANK, inDoubt, LINE_BREAK, toLine, type Cursor } from './cursor';
import { passBlockScalar } from './blockScalar';
import { ordinary } from './ordinary';

const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const COLON = 58;
const BACKSLASH = 92;

/** What no plain scalar starts with. */
const indicators = new Set(Array.from('\0,[]{}#&*!|>\'"%@` ', (sign) => sign.charCodeAt(0)));

/** What none starts with when a blank follows. */
const indicatorsBeforeBlank = new Set(Array.from('-?:', (sign) => sign.charCodeAt(0)));

/** Moves past the scalar (or the empty `{}` or `[]`) at `at`, whose key or dash has the column `indent`. */
export function passScalar(cursor: Cursor, at: number, indent: number): void {
  const { codes } = cursor;
  switch (codes[at]) {
    case QUOTE:
      passQuoted(cursor, quotedEnd(cursor, at, indent));
      break;
    case APOSTROPHE:
      passQuoted(cursor, singleQuotedEnd(cursor, at, indent));
      break;
    case 0x7b: // {
      if (codes[at + 1] !== 0x7d) throw inDoubt;
      passQuoted(cursor, at + 2);
      break;
    case 0x5b: // [
      if (codes[at + 1] !== 0x5d) throw inDoubt;
      passQuoted(cursor, at + 2);
      break;
    case 0x7c: // |
    case 0x3e: // >
      passBlockScalar(cursor, at, indent);
      break;
    case undefined:
    default:
      passPlain(cursor, at, indent);
  }
}

function passQuoted(cursor: Cursor, end: number): void {
  if (cursor.codes[end] !== LINE_BREAK) throw inDoubt;
  cursor.end = end;
  toLine(cursor, end + 1);
}

/** kubectl breaks long ones at blanks. */
function passPlain(cursor: Cursor, at: number, indent: number): void {
  if (!startsPlain(cursor.codes, at)) throw inDoubt;
  let end = plainEnd(cursor.codes, at);
  toLine(cursor, end + 1);
  while (cursor.indent > indent) {
    if (cursor.codes[cursor.start] === HASH) throw inDoubt;
    end = plainEnd(cursor.codes, cursor.start);
    toLine(cursor, end + 1);
  }
  cursor.end = end;
}

/** Whether a plain scalar may start here. */
export function startsPlain(codes: Uint8Array, at: number): boolean {
  const first = codes[at] ?? 0;
  const letter = first | 32;
  if (letter >= 97 && letter <= 122) return true;
  if (first < BLANK || indicators.has(first)) return false;
  const next = codes[at + 1];
  return (next !== BLANK && next !== LINE_BREAK) || !indicatorsBeforeBlank.has(first);
}

/** The end of the line, all of which must be part of a plain scalar. */
export function plainEnd(codes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    while (ordinary[codes[at] ?? 0] === 1) at++;
    const code = codes[at];
    if (code === LINE_BREAK) return at;
    const next = codes[at + 1];
    if (code === BLANK ? next === HASH || next === LINE_BREAK : next === BLANK || next === LINE_BREAK)
      throw inDoubt;
    if (code !== BLANK && code !== COLON) throw inDoubt;
    at++;
  }
}

/** Behind the closing quote. */
function quotedEnd(cursor: Cursor, open: number, indent: number): number {
  const { codes, text } = cursor;
  let at = open + 1;
  for (;;) {
    const code = codes[at] ?? 0;
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) {
      const next = codes[at + 1];
      // A backslash before the line break hides it.
      at += next === LINE_BREAK ? 1 : escapeLength(text, at);
    } else if (code === LINE_BREAK) {
      at = continuation(cursor, at + 1, indent);
    } else {
      if (code < BLANK) throw inDoubt;
      at++;
    }
  }
}

const escape = /\\(?:[0abefnrtv"/\\ N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U000[0-9a-fA-F]{5})/y;

function escapeLength(text: string, at: number): number {
  escape.lastIndex = at;
  if (!escape.test(text)) throw inDoubt;
  return escape.lastIndex - at;
}

/** Behind the closing quote; two of them stand for one. */
function singleQuotedEnd(cursor: Cursor, open: number, indent: number): number {
  const { codes } = cursor;
  let at = open + 1;
  for (;;) {
    const code = codes[at] ?? 0;
    if (code === APOSTROPHE) {
      if (codes[at + 1] !== APOSTROPHE) return at + 1;
      at += 2;
    } else if (code === LINE_BREAK) {
      at = continuation(cursor, at + 1, indent);
    } else {
      if (code < BLANK) throw inDoubt;
      at++;
    }
  }
}

/** The content of a line inside of quotes, which must be indented more than what they belong to. */
function continuation({ codes, length }: Cursor, line: number, indent: number): number {
  let at = line;
  while (codes[at] === BLANK) at++;
  if (at >= length) throw inDoubt;
  if (at - line <= indent && (codes[at] !== LINE_BREAK || at > line)) throw inDoubt;
  return at;
}
