import type { LineTable } from './lineTable';

/** What stands behind a key or dash. none: what follows on deeper lines, or null. other: left to the parser. */
export type LineValue = 'none' | 'null' | 'scalar' | 'emptyMap' | 'emptyList' | 'other';

const SPACE = 32;
const QUOTE = 34;
const DASH = 45;
const COLON = 58;

const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/;
const plain = /^[A-Za-z0-9_./+<(-](?:[^:#]|:(?=\S)|(?<=\S)#)*$/;

/** 1 for letters, digits and `-./_`. */
const ofKeys = Uint8Array.from({ length: 256 }, (_, code) =>
  /[A-Za-z0-9./_-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Where the colon of the entry stands whose key begins at `at`; -1 when the line is no plain entry. */
export function keyEnd(codes: Uint8Array, at: number, end: number): number {
  let colon = at;
  while (colon < end && ofKeys[codes[colon] ?? 0] === 1) colon++;
  if (colon === at || colon >= end || codes[colon] !== COLON) return -1;
  return colon + 1 === end || codes[colon + 1] === SPACE ? colon : -1;
}

/** Where the content behind the dash begins that stands on the line. */
export function behindDash(lines: LineTable, index: number): number {
  const { codes } = lines;
  const end = lines.end(index);
  let at = lines.start(index) + lines.indent(index) + 1;
  while (at < end && codes[at] === SPACE) at++;
  return at;
}

/** What text[at, end) is as a value. */
export function valueAt(text: string, at: number, end: number): LineValue {
  const value = text.slice(at, end).trim();
  if (value === '') return 'none';
  if (value === '{}') return 'emptyMap';
  if (value === '[]') return 'emptyList';
  if (/^(?:~|null|Null|NULL)$/.test(value)) return 'null';
  const isScalar =
    quoted.test(value) || (plain.test(value) && !/^-(?: |$)/.test(value) && !value.endsWith(':'));
  return isScalar ? 'scalar' : 'other';
}

/** The same where a glance tells, as nearly always: nothing, or one word, in quotes or not. Null: it does not. */
export function simpleValueAt(codes: Uint8Array, from: number, end: number): 'none' | 'scalar' | null {
  let at = from;
  while (at < end && codes[at] === SPACE) at++;
  if (at === end) return 'none';
  const isQuoted = codes[at] === QUOTE;
  // Only longer words are certainly no null and no dash.
  if (!isQuoted && (end - at <= 4 || codes[at] === DASH)) return null;
  if (isQuoted) at++;
  while (at < end && ofKeys[codes[at] ?? 0] === 1) at++;
  return (isQuoted ? at + 1 === end && codes[at] === QUOTE : at === end) ? 'scalar' : null;
}
