/** One line of block YAML in the plain style that tools write. */
export interface BlockLine {
  /** Column of the first character after blanks and a dash: where the entry stands. */
  readonly column: number;
  /** Column of the dash when the line begins a list item. */
  readonly dash: number | null;
  readonly key: string | null;
  readonly value: LineValue;
}

/** none: what follows on deeper lines, or null. other: a value this reader leaves to the parser. */
export type LineValue = 'none' | 'null' | 'scalar' | 'emptyMap' | 'emptyList' | 'other';

const dashes = /^( *)(- +)?/;
const entry = /^([A-Za-z0-9_./-]+):(?: +(.*))?$/;
const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/;
const plain = /^[A-Za-z0-9_./+<(-](?:[^:#]|:(?=\S)|(?<=\S)#)*$/;

/** Reads a line; `from` skips a dash that was read before. */
export function readLine(line: string, from: number): BlockLine {
  const lead = dashes.exec(from > 0 ? ' '.repeat(from) + line.slice(from) : line);
  const [all = '', indent = '', dash] = lead ?? [];
  const column = all.length;
  const found = entry.exec(line.slice(column));
  const key = found?.[1] ?? null;
  return {
    column,
    dash: dash === undefined ? null : indent.length,
    key,
    value: valueOf((found ? (found[2] ?? '') : line.slice(column)).trimEnd()),
  };
}

function valueOf(text: string): LineValue {
  if (text === '') return 'none';
  if (text === '{}') return 'emptyMap';
  if (text === '[]') return 'emptyList';
  if (/^(?:~|null|Null|NULL)$/.test(text)) return 'null';
  const isScalar = quoted.test(text) || (plain.test(text) && !/^-(?: |$)/.test(text) && !text.endsWith(':'));
  return isScalar ? 'scalar' : 'other';
}
