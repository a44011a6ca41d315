import type { Range } from '../source';
import { MAX_DEPTH } from './limits';
import { codesOf } from './regular/codes';
import { BLANK, DASH, inDoubt, LINE_BREAK } from './regular/cursor';
import { isString } from './regular/plainScalar';
import { startsPlain } from './regular/scalars';
import type { MapEntry, ScalarTree, Tree } from './tree';

const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/** Nobody writes larger documents. */
const LARGEST = 1_000_000;

/** Nor larger maps; each key is compared with all before it. */
const MOST_KEYS = 500;

/** The server's YAML reader takes no longer ones without a `?`. */
const MAX_KEY = 1000;

/** A collection may take two places on the stack of the real parser. */
const DEEPEST = MAX_DEPTH / 4;

/** Tabs, line ends of Windows, byte order marks: each has rules of its own. */
const unusual = /[\0-\x09\x0b-\x1f\uFEFF]/;

/**
 * The tree of a document in the style in which policies are written: maps and lists in block style, values and flow
 * collections on one line, comments. null for anything else, and when there is any doubt: nothing is reported then, for
 * the real parser has the word. What this returns is what that one makes of the text, in a small part of the time.
 */
export function parseRegular(text: string): Tree | null {
  if (text.length > LARGEST || unusual.test(text)) return null;
  const { codes, length } = codesOf(text);
  const reader: Reader = { text, codes, length, indent: 0, start: 0, at: 0, depth: 0 };
  try {
    toContent(reader, 0);
    if (reader.indent === 0 && text.startsWith('---\n', reader.start)) toContent(reader, reader.start + 4);
    if (reader.indent < 0) return null;
    const tree = readBlock(reader);
    return reader.indent < 0 ? tree : null;
  } catch (error) {
    if (error === inDoubt) return null;
    throw error;
  }
}

interface Reader {
  readonly text: string;
  /** Of `text`, with a line break behind it. */
  readonly codes: Uint8Array;
  readonly length: number;
  /** Column of the content at `start`; -1 behind the last line. */
  indent: number;
  /** Where the content of the line starts: behind its blanks, and behind the dashes that were entered. */
  start: number;
  /** Behind what was read last on the line. */
  at: number;
  depth: number;
}

/** Moves to the first line from `from` on that is neither blank nor a comment. */
function toContent(reader: Reader, from: number): void {
  const { codes, length } = reader;
  let line = from;
  while (line < length) {
    const at = afterBlanks(reader, line);
    if (codes[at] !== LINE_BREAK && codes[at] !== HASH) {
      reader.start = at;
      reader.indent = at - line;
      return;
    }
    line = codes.indexOf(LINE_BREAK, at) + 1;
  }
  reader.indent = -1;
}

function afterBlanks({ codes }: Reader, from: number): number {
  let at = from;
  while (codes[at] === BLANK) at++;
  return at;
}

/** Whether the line is over at `at`, but for a comment. */
function isOver({ codes }: Reader, at: number): boolean {
  return codes[at] === LINE_BREAK || (codes[at] === HASH && codes[at - 1] === BLANK);
}

/** Whether the character at `at` is followed by a blank or the end of the line. */
function standsAlone({ codes }: Reader, at: number): boolean {
  return codes[at + 1] === BLANK || codes[at + 1] === LINE_BREAK;
}

function atDash(reader: Reader): boolean {
  return reader.codes[reader.start] === DASH && standsAlone(reader, reader.start);
}

function readBlock(reader: Reader): Tree {
  if (reader.depth >= DEEPEST) throw inDoubt;
  reader.depth++;
  const tree = atDash(reader) ? readList(reader) : readMap(reader);
  reader.depth--;
  return tree;
}

function readMap(reader: Reader): Tree {
  const { start, indent } = reader;
  const entries: MapEntry[] = [];
  let end = start;
  do {
    const { start: keyStart } = reader;
    const key = readKey(reader);
    if (key === null) throw inDoubt;
    const keyRange = { start: keyStart, end: reader.at };
    const value = readValue(reader, reader.at + 1, indent, indent);
    addEntry(entries, { key, keyRange, value });
    end = value.range.end;
  } while (reader.indent === indent);
  if (reader.indent > indent) throw inDoubt;
  return { kind: 'map', range: { start, end }, entries };
}

function addEntry(entries: MapEntry[], entry: MapEntry): void {
  if (entries.length >= MOST_KEYS || entries.some(({ key }) => key === entry.key)) throw inDoubt;
  entries.push(entry);
}

function readList(reader: Reader): Tree {
  const { start, indent } = reader;
  const items: Tree[] = [];
  let end = start;
  do {
    const item = readItem(reader, indent);
    items.push(item);
    end = item.range.end;
  } while (reader.indent === indent && atDash(reader));
  if (reader.indent > indent) throw inDoubt;
  return { kind: 'list', range: { start, end }, items };
}

/** What is behind the dash at which the reader stands. */
function readItem(reader: Reader, indent: number): Tree {
  const { start: dash } = reader;
  reader.start = afterBlanks(reader, dash + 1);
  if (!isOver(reader, reader.start) && (atDash(reader) || readKey(reader) !== null)) {
    reader.indent = indent + reader.start - dash;
    const tree = readBlock(reader);
    if (reader.indent > indent) throw inDoubt;
    return tree;
  }
  return readValue(reader, dash + 1, indent, indent + 1);
}

/**
 * The value behind the colon or dash that ends at `from`, and that belongs to what stands in column `indent`: on its
 * line, or below and further right; a list may begin in column `list`. Moves to the line behind it.
 */
function readValue(reader: Reader, from: number, indent: number, list: number): Tree {
  const place = afterBlanks(reader, from);
  if (!isOver(reader, place)) {
    const value = readInline(reader, place);
    const end = afterBlanks(reader, reader.at);
    if (!isOver(reader, end)) throw inDoubt;
    toContent(reader, reader.codes.indexOf(LINE_BREAK, end) + 1);
    if (reader.indent > indent) throw inDoubt;
    return value;
  }
  toContent(reader, reader.codes.indexOf(LINE_BREAK, place) + 1);
  if (reader.indent > indent || (reader.indent === list && atDash(reader))) return readBlock(reader);
  return { kind: 'scalar', range: { start: place, end: place }, value: null, source: '', plain: true };
}

/** The key that stands at the start of the content, up to its colon; null when none stands there. */
function readKey(reader: Reader): string | null {
  const { text, codes, start } = reader;
  const quote = codes[start] ?? 0;
  if (quote === OPEN_MAP || quote === OPEN_LIST) return null;
  if (quote === QUOTE || quote === APOSTROPHE) {
    const { value } = readQuoted(reader, start, quote);
    if (codes[reader.at] !== COLON || !standsAlone(reader, reader.at)) return null;
    if (value.length > MAX_KEY) throw inDoubt;
    return value;
  }
  let at = start;
  for (; codes[at] !== COLON || !standsAlone(reader, at); at++) if (isOver(reader, at)) return null;
  const key = text.slice(start, at);
  if (!/^[A-Za-z0-9_/]/.test(key) || key.endsWith(' ') || key.length > MAX_KEY || !isString(key)) {
    throw inDoubt;
  }
  reader.at = at;
  return key;
}

/** A scalar or flow collection that is on one line. */
function readInline(reader: Reader, at: number): Tree {
  const sign = reader.codes[at] ?? 0;
  if (sign === QUOTE || sign === APOSTROPHE) return readQuoted(reader, at, sign);
  if (sign === OPEN_MAP || sign === OPEN_LIST) return readFlow(reader, at);
  return readPlain(reader, at);
}

/** Without escapes; of a single quote there may be two. */
function readQuoted(reader: Reader, start: number, quote: number): ScalarTree & { readonly value: string } {
  const { codes, text } = reader;
  let at = start + 1;
  let isDoubled = false;
  for (; codes[at] !== quote || (quote === APOSTROPHE && codes[at + 1] === quote); at++) {
    if (codes[at] === LINE_BREAK || (quote === QUOTE && codes[at] === BACKSLASH)) throw inDoubt;
    if (codes[at] !== quote) continue;
    isDoubled = true;
    at++;
  }
  reader.at = at + 1;
  const source = text.slice(start, reader.at);
  const written = source.slice(1, -1);
  const value = isDoubled ? written.replaceAll("''", "'") : written;
  return { kind: 'scalar', range: { start, end: reader.at }, value, source, plain: false };
}

function readPlain(reader: Reader, start: number): ScalarTree {
  const { codes } = reader;
  if (!startsPlain(codes, start)) throw inDoubt;
  let end = start;
  for (let at = start; !isOver(reader, at); at++) {
    if (codes[at] === COLON && standsAlone(reader, at)) throw inDoubt;
    if (codes[at] !== BLANK) end = at + 1;
  }
  return plainScalar(reader, start, end);
}

function plainScalar(reader: Reader, start: number, end: number): ScalarTree {
  const source = reader.text.slice(start, end);
  reader.at = end;
  return { kind: 'scalar', range: { start, end }, value: valueOf(source), source, plain: true };
}

const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['~', null],
]);

/** Numbers in other spellings than the usual are left to the real parser. */
function valueOf(source: string): string | number | boolean | null {
  if (isString(source)) return source;
  const word = words.get(source);
  if (word !== undefined) return word;
  if (!/^(?:0|[1-9][0-9]{0,8})$/.test(source)) throw inDoubt;
  return Number(source);
}

/** A flow collection on one line, of words, strings in quotes and other flow collections. */
function readFlow(reader: Reader, start: number): Tree {
  const { codes } = reader;
  const isMap = codes[start] === OPEN_MAP;
  const close = isMap ? CLOSE_MAP : CLOSE_LIST;
  const entries: MapEntry[] = [];
  const items: Tree[] = [];
  if (++reader.depth > DEEPEST) throw inDoubt;
  let at = afterBlanks(reader, start + 1);
  while (codes[at] !== close) {
    if (isMap) addEntry(entries, readFlowEntry(reader, at));
    else items.push(readFlowValue(reader, at));
    at = afterBlanks(reader, reader.at);
    if (codes[at] === close) break;
    if (codes[at] !== COMMA) throw inDoubt;
    at = afterBlanks(reader, at + 1);
    if (codes[at] === close) throw inDoubt;
  }
  reader.depth--;
  reader.at = at + 1;
  const range: Range = { start, end: reader.at };
  return isMap ? { kind: 'map', range, entries } : { kind: 'list', range, items };
}

function readFlowEntry(reader: Reader, at: number): MapEntry {
  const key = readFlowValue(reader, at);
  if (key.kind !== 'scalar' || typeof key.value !== 'string' || key.value.length > MAX_KEY) throw inDoubt;
  if (reader.codes[reader.at] !== COLON || reader.codes[reader.at + 1] !== BLANK) throw inDoubt;
  const value = readFlowValue(reader, afterBlanks(reader, reader.at + 1));
  return { key: key.value, keyRange: key.range, value };
}

const flowWord = /[\w./][\w./-]*/y;

function readFlowValue(reader: Reader, at: number): Tree {
  const sign = reader.codes[at];
  if (sign === QUOTE || sign === APOSTROPHE || sign === OPEN_MAP || sign === OPEN_LIST)
    return readInline(reader, at);
  flowWord.lastIndex = at;
  if (!flowWord.test(reader.text)) throw inDoubt;
  return plainScalar(reader, at, flowWord.lastIndex);
}
