import type { Diagnostic, Report } from '../diagnostic';
import type { Range } from '../source';
import { contentStart } from './contentStart';
import { duplicateKey } from './duplicateKey';
import { stringEnd } from './jsonStarts';
import { MAX_DEPTH } from './limits';
import type { MapEntry, ScalarTree, Tree } from './tree';

/**
 * The tree of a document that is one JSON object or list; null when it is not exactly that, and then nothing is
 * reported: YAML contains JSON, so its reader has the last word. Much faster than that one.
 */
export function parseJson(text: string, report: Report): Tree | null {
  const reader: Reader = { text, at: contentStart(text), steps: [], duplicates: [] };
  const sign = text.charAt(reader.at);
  if (sign !== '{' && sign !== '[') return null;
  const tree = readValue(reader, 0);
  skipBlanks(reader);
  if (tree === null || reader.at < text.length) return null;
  reader.duplicates.forEach(report);
  return tree;
}

interface Reader {
  readonly text: string;
  at: number;
  /** Where what is being read stands. */
  readonly steps: (string | number)[];
  readonly duplicates: Diagnostic[];
}

/** Every read function leaves `at` behind what it read; null means this is not JSON. */
function readValue(reader: Reader, depth: number): Tree | null {
  if (depth > MAX_DEPTH) return null;
  skipBlanks(reader);
  switch (reader.text.charAt(reader.at)) {
    case '{':
      return readMap(reader, depth);
    case '[':
      return readList(reader, depth);
    case '"':
      return readString(reader);
    default:
      return readWord(reader);
  }
}

function readMap(reader: Reader, depth: number): Tree | null {
  const start = reader.at++;
  const entries = new Map<string, MapEntry>();
  if (!eat(reader, '}')) {
    do {
      skipBlanks(reader);
      const key = readString(reader);
      if (key === null || !eat(reader, ':')) return null;
      reader.steps.push(key.value);
      const value = readValue(reader, depth + 1);
      if (value === null) return null;
      if (entries.delete(key.value)) reader.duplicates.push(duplicateKey(reader.steps, key.range));
      reader.steps.pop();
      entries.set(key.value, { key: key.value, keyRange: key.range, value });
    } while (eat(reader, ','));
    if (!eat(reader, '}')) return null;
  }
  return { kind: 'map', range: since(reader, start), entries: [...entries.values()] };
}

function readList(reader: Reader, depth: number): Tree | null {
  const start = reader.at++;
  const items: Tree[] = [];
  if (!eat(reader, ']')) {
    do {
      reader.steps.push(items.length);
      const item = readValue(reader, depth + 1);
      if (item === null) return null;
      reader.steps.pop();
      items.push(item);
    } while (eat(reader, ','));
    if (!eat(reader, ']')) return null;
  }
  return { kind: 'list', range: since(reader, start), items };
}

function readString(reader: Reader): (ScalarTree & { readonly value: string }) | null {
  const start = reader.at;
  const end = reader.text.startsWith('"', start) ? stringEnd(reader.text, start) : null;
  if (end === null) return null;
  reader.at = end;
  const source = reader.text.slice(start, end);
  const value = unquoted(source);
  return value === null ? null : { kind: 'scalar', range: { start, end }, value, source, plain: false };
}

function unquoted(source: string): string | null {
  if (!/[\\\u0000-\u001f]/.test(source)) return source.slice(1, -1);
  try {
    return String(JSON.parse(source));
  } catch {
    return null;
  }
}

const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function readWord(reader: Reader): Tree | null {
  const pattern = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.])/y;
  pattern.lastIndex = reader.at;
  const source = pattern.exec(reader.text)?.[0];
  if (source === undefined) return null;
  const start = reader.at;
  reader.at += source.length;
  const word = words.get(source);
  const value = word === undefined ? Number(source) : word;
  return { kind: 'scalar', range: since(reader, start), value, source, plain: true };
}

function eat(reader: Reader, sign: string): boolean {
  skipBlanks(reader);
  if (!reader.text.startsWith(sign, reader.at)) return false;
  reader.at++;
  return true;
}

function skipBlanks(reader: Reader): void {
  while (reader.at < reader.text.length && ' \t\r\n'.includes(reader.text.charAt(reader.at))) reader.at++;
}

function since(reader: Reader, start: number): Range {
  return { start, end: reader.at };
}
