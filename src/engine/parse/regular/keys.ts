import { BLANK, DASH, inDoubt, LINE_BREAK, type Cursor } from './cursor';
import { ordinary } from './ordinary';
import { isString } from './plainScalar';

const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const COLON = 58;
const BACKSLASH = 92;

/** The server's YAML reader takes no longer ones without a `?`. */
const MAX_KEY = 1000;

/**
 * Whether a key stands here; then it is found. Keys are strings, so two of them are equal when their characters are.
 */
export function findKey(cursor: Cursor): boolean {
  const { codes, start } = cursor;
  const first = codes[start] ?? 0;
  if (first === QUOTE || first === APOSTROPHE) return findQuotedKey(cursor, first);
  let at = start;
  for (;;) {
    while (ordinary[codes[at] ?? 0] === 1) at++;
    const code = codes[at];
    const next = codes[at + 1];
    if (code === COLON && (next === BLANK || next === LINE_BREAK)) break;
    if (code === LINE_BREAK) return false;
    if ((code !== COLON && code !== BLANK) || next === HASH) throw inDoubt;
    at++;
  }
  if (at - start > MAX_KEY || at === start || codes[at - 1] === BLANK) throw inDoubt;
  if (!isPlainKey(cursor, first, codes[start + 1] ?? 0, at)) throw inDoubt;
  found(cursor, start, at, at);
  return true;
}

/** Quoted without escapes, on one line. */
function findQuotedKey(cursor: Cursor, quote: number): boolean {
  const { codes, start } = cursor;
  let at = start + 1;
  for (let code = codes[at] ?? 0; code !== quote; code = codes[++at] ?? 0) {
    if (code < BLANK || code === BACKSLASH) return false;
  }
  const next = codes[at + 2];
  if (codes[at + 1] !== COLON || (next !== BLANK && next !== LINE_BREAK)) return false;
  if (at - start > MAX_KEY) throw inDoubt;
  found(cursor, start + 1, at, at + 1);
  return true;
}

function found(cursor: Cursor, keyStart: number, keyEnd: number, colon: number): void {
  cursor.keyStart = keyStart;
  cursor.keyEnd = keyEnd;
  cursor.value = colon + (cursor.codes[colon + 1] === BLANK ? 2 : 1);
}

/** No indicator, and no number, boolean or null. */
function isPlainKey({ text, start }: Cursor, first: number, second: number, end: number): boolean {
  const letter = first | 32;
  if (letter >= 97 && letter <= 122) {
    const pair = (letter << 8) | (second | 32);
    // nu(ll), tr(ue), fa(lse)
    return (pair !== 0x6e75 && pair !== 0x7472 && pair !== 0x6661) || isString(text.slice(start, end));
  }
  return /^[\d._/$]/.test(text.charAt(start)) && isString(text.slice(start, end));
}

/** A map that is being read, for telling whether a key is there twice. */
export interface OpenMap {
  /** Where its first key starts, and in which column. */
  readonly first: number;
  readonly indent: number;
  /** The greatest key so far. */
  lastStart: number;
  lastEnd: number;
}

export function openMap({ start, indent }: Cursor): OpenMap {
  return { first: start, indent, lastStart: 0, lastEnd: 0 };
}

/**
 * Refuses the key that was found if its map has it already. kubectl sorts keys, so a look at the greatest so far is
 * nearly always enough; else it is looked for in the lines of the map.
 */
export function checkUnique(cursor: Cursor, map: OpenMap): void {
  const { codes, keyStart, keyEnd } = cursor;
  const { lastStart, lastEnd } = map;
  const shorter = Math.min(lastEnd - lastStart, keyEnd - keyStart);
  let same = 0;
  while (same < shorter && codes[lastStart + same] === codes[keyStart + same]) same++;
  const isGreater =
    same === shorter ? keyEnd - keyStart > shorter : isLess(codes, lastStart + same, keyStart + same);
  if (isGreater || lastEnd === 0) {
    map.lastStart = keyStart;
    map.lastEnd = keyEnd;
    return;
  }
  if (hasKey(cursor, map.first, map.indent)) throw inDoubt;
}

function isLess(codes: Uint8Array, a: number, b: number): boolean {
  return (codes[a] ?? 0) < (codes[b] ?? 0);
}

/** Whether a line of the map before the cursor's has the cursor's key, or might have it. */
function hasKey({ text, codes, keyStart, keyEnd }: Cursor, first: number, indent: number): boolean {
  const key = text.slice(keyStart, keyEnd);
  for (let at = first; at < keyStart - 1;) {
    const quoted = codes[at] === QUOTE || codes[at] === APOSTROPHE ? 1 : 0;
    const next = codes[at + quoted + key.length];
    const ends = next === COLON || next === QUOTE || next === APOSTROPHE;
    if (ends && text.startsWith(key, at + quoted)) return true;
    do {
      at = text.indexOf('\n', at) + 1;
      let column = 0;
      while (codes[at] === BLANK) [at, column] = [at + 1, column + 1];
      if (column === indent && codes[at] !== DASH) break;
    } while (at < keyStart - 1);
  }
  return false;
}
