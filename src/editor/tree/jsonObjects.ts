import type { Placed } from './blockObjects';
import { unreadable, type HeadText } from './head';

/** So many values are read before the reader may be interrupted. */
const VALUES_AT_ONCE = 200;

/** Longer ones are not worth the time: they are no objects of Kubernetes. */
const LONGEST_OBJECT = 200_000;

const QUOTE = 34;
const BACKSLASH = 92;
/** `{` and `[`; what closes them comes two later. */
const BRACE = 123;
const BRACKET = 91;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function jsonHead(text: string): HeadText {
  if (text.length > LONGEST_OBJECT) return unreadable;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return unreadable;
    const metadata = isRecord(value['metadata']) ? value['metadata'] : {};
    const labels = isRecord(metadata['labels']) ? Object.entries(metadata['labels']) : [];
    return {
      kind: textOf(value['kind']),
      namespace: textOf(metadata['namespace']),
      name: textOf(metadata['name']),
      labels: labels.map(([key, label]) => `${key}=${textOf(label)}`).join(' '),
    };
  } catch {
    return unreadable; // half typed, or YAML in flow style
  }
}

/** Where the string that opens at `quote` closes. */
function stringEnd(text: string, quote: number, to: number): number {
  for (let at = quote + 1; at < to; at++) {
    const here = text.charCodeAt(at);
    if (here === BACKSLASH) at++;
    else if (here === QUOTE) return at;
  }
  return to;
}

/**
 * The objects of a document in JSON: each of its values, or the items of a List. Undefined is handed out now and then,
 * for whoever has something else to do.
 */
export function* jsonObjects(text: string, from: number, to: number): Generator<Placed | undefined> {
  let items: Placed[] = [];
  let depth = 0;
  let start = from;
  let itemStart = from;
  let inItems = false;
  let key = '';
  let values = 0;

  for (let at = from; at < to; at++) {
    const here = text.charCodeAt(at);
    if (here === QUOTE) {
      const end = stringEnd(text, at, to);
      if (depth === 1) key = text.slice(at + 1, Math.min(end, at + 8));
      at = end;
    } else if (here === BRACE || here === BRACKET) {
      if (depth === 0) start = at;
      else if (depth === 1 && here === BRACKET && key === 'items') inItems = true;
      else if (depth === 2 && inItems) itemStart = at;
      depth++;
    } else if (here === BRACE + 2 || here === BRACKET + 2) {
      depth--;
      if (depth === 2 && inItems) {
        items.push({ start: itemStart, end: at + 1, head: jsonHead(text.slice(itemStart, at + 1)) });
        if (++values % VALUES_AT_ONCE === 0) yield undefined;
      } else if (depth === 1) inItems = false;
      else if (depth <= 0) {
        if (items.length > 0) yield* items;
        else yield { start, end: at + 1, head: jsonHead(text.slice(start, at + 1)) };
        items = [];
        depth = 0;
        start = at + 1;
      }
    }
  }
  // Brackets that do not close: what is left is one thing nobody can read.
  if (depth > 0) yield { start, end: to, head: unreadable };
}

/** The head of a value of JSON, if the text from `start` to `end` is exactly that one value, as it was before. */
export function soleValue(text: string, start: number, end: number): HeadText | null {
  const [only, ...others] = jsonObjects(text, start, end);
  const whole = only?.start === start && only.end === end && others.length === 0;
  if (!whole || text.slice(start, end).includes('\n---') || text.slice(start, end).includes('\n...'))
    return null;
  return only.head.kind === '' ? null : only.head;
}
