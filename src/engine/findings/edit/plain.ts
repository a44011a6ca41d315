/** What is to be written, free of any style. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined };

type PlainMap = Readonly<Record<string, Plain | undefined>>;

/** How a document writes block collections. */
export interface BlockStyle {
  /** Columns a map inside a map is further in. */
  readonly step: number;
  /** Columns a list's dashes are further in than the key they belong to. */
  readonly dash: number;
  /** Lists of plain words are written `[a, b]`. */
  readonly flowWords: boolean;
}

/** The entries or items of a collection as lines, indented by `column`. */
export function blockLines(value: Plain, column: number, style: BlockStyle): readonly string[] {
  const pad = ' '.repeat(column);
  if (isList(value)) return value.flatMap((item) => itemLines(item, column, style));
  if (isMap(value)) return entriesOf(value).flatMap(([key, one]) => entryLines(key, one, column, style));
  return [pad + flowText(value)];
}

/** One entry of a block map, its key in `column`. */
export function entryLines(key: string, value: Plain, column: number, style: BlockStyle): readonly string[] {
  const start = `${' '.repeat(column)}${wordText(key)}:`;
  if (isOneLine(value, style)) return [`${start} ${flowText(value)}`];
  return [start, ...blockLines(value, column + (isList(value) ? style.dash : style.step), style)];
}

/** One item of a block list, its dash in `column`. */
export function itemLines(item: Plain, column: number, style: BlockStyle): readonly string[] {
  const pad = ' '.repeat(column);
  if (isOneLine(item, style) || isList(item)) return [`${pad}- ${flowText(item)}`];
  const [first = '', ...rest] = blockLines(item, column + 2, style);
  return [`${pad}- ${first.trimStart()}`, ...rest];
}

/** On one line, in braces and brackets; with every word quoted it is also JSON. */
export function flowText(value: Plain, isJson = false): string {
  const word = (text: string): string => (isJson ? JSON.stringify(text) : wordText(text));
  if (typeof value === 'string') return word(value);
  if (isList(value)) return `[${value.map((item) => flowText(item, isJson)).join(', ')}]`;
  if (!isMap(value)) return String(value);
  return `{${entriesOf(value)
    .map(([key, one]) => `${word(key)}: ${flowText(one, isJson)}`)
    .join(', ')}}`;
}

/** Whether the value, written in a block, takes no lines of its own. */
export function isOneLine(value: Plain, { flowWords }: BlockStyle): boolean {
  if (isList(value)) return value.length === 0 || (flowWords && value.every((item) => !isCollection(item)));
  return !isMap(value) || entriesOf(value).length === 0;
}

/** Words some reader of YAML takes for something else than a string. */
const NOT_STRINGS = /^(?:true|false|null|yes|no|on|off|y|n|inf|nan)$/i;

/** A string such that every reader of YAML reads that string: without quotes where they are not needed. */
function wordText(text: string): string {
  const isPlain =
    (/^[A-Za-z](?:[\w./-]*\w)?$/.test(text) && !NOT_STRINGS.test(text)) ||
    /^\d+\.\d+\.\d+\.\d+(?:\/\d+)?$/.test(text);
  return isPlain ? text : JSON.stringify(text);
}

function isCollection(value: Plain): boolean {
  return isList(value) || isMap(value);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isMap(value: Plain): value is PlainMap {
  return typeof value === 'object' && value !== null && !isList(value);
}

function entriesOf(map: PlainMap): readonly (readonly [string, Plain])[] {
  return Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}
