import type { LineTable } from './lineTable';

/** What stands behind a key or dash. none: what follows on deeper lines, or null. other: left to the parser. */
export type LineValue = 'none' | 'null' | 'scalar' | 'emptyMap' | 'emptyList' | 'other';

const SPACE = 32;
const COLON = 58;

const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/;
const plain = /^[A-Za-z0-9_./+<(-](?:[^:#]|:(?=\S)|(?<=\S)#)*$/;

/** Where the colon of the entry stands whose key begins at `at`; -1 when the line is no plain entry. */
export function keyEnd(text: string, at: number, end: number): number {
  let colon = at;
  while (colon < end && isKeyCode(text.charCodeAt(colon))) colon++;
  if (colon === at || colon >= end || text.charCodeAt(colon) !== COLON) return -1;
  return colon + 1 === end || text.charCodeAt(colon + 1) === SPACE ? colon : -1;
}

/** Letters, digits and `-./_`. */
function isKeyCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 45 && code <= 57) || code === 95
  );
}

/** Where the content behind the dash begins that stands on the line. */
export function behindDash(lines: LineTable, index: number): number {
  const end = lines.end(index);
  let at = lines.start(index) + lines.indent(index) + 1;
  while (at < end && lines.text.charCodeAt(at) === SPACE) at++;
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
