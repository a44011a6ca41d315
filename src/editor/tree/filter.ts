import type { Head } from './head';
import { positionAt, type ObjectIndex } from './objectIndex';

/** `app=web`: a key and what its value begins with. */
const isSetting = (word: string): boolean => /^[^=]+=/.test(word);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const searched = new WeakMap<Head, string>();

/** Everything a word is looked for in. */
function wordsOf(head: Head): string {
  let words = searched.get(head);
  if (words === undefined) {
    words = `${head.kind} ${head.namespace} ${head.name} ${head.labels}`.toLowerCase();
    searched.set(head, words);
  }
  return words;
}

/** The objects in whose text a key has a value that begins so, in YAML or JSON. */
function havingSetting(word: string, index: ObjectIndex, text: string): ReadonlySet<number> {
  const equals = word.indexOf('=');
  const key = escaped(word.slice(0, equals));
  const value = escaped(word.slice(equals + 1));
  const pattern = new RegExp(`(?<![\\w./-])${key}["']?[ \\t]*:[ \\t]*["']?${value}`, 'gi');
  const positions = new Set<number>();
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const position = positionAt(index, match.index);
    if (position < 0 || match.index >= (index.ends[position] ?? 0)) continue;
    positions.add(position);
    // One match per object is enough.
    pattern.lastIndex = Math.max(pattern.lastIndex, index.ends[position] ?? 0);
  }
  return positions;
}

/** What a word like `key=value` is looked for in. */
export interface SearchedText {
  readonly index: ObjectIndex;
  readonly text: string;
}

/** Whether a query needs the text: names alone do not change with every keystroke. */
export const needsText = (query: string): boolean => query.split(/\s+/).some(isSetting);

/**
 * The places of the objects that have every word of the query in kind, namespace, name or labels, or, for a word like
 * `key=value`, in their text. Null when the query is empty: then nothing is filtered.
 */
export function filterObjects(
  query: string,
  heads: readonly Head[],
  searchedText: SearchedText | null,
): readonly number[] | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const inHeads = searchedText ? words.filter((word) => !isSetting(word)) : words;
  const inText = searchedText
    ? words.filter(isSetting).map((word) => havingSetting(word, searchedText.index, searchedText.text))
    : [];
  const found: number[] = [];
  heads.forEach((head, position) => {
    const said = wordsOf(head);
    const matches =
      inHeads.every((word) => said.includes(word)) && inText.every((having) => having.has(position));
    if (matches) found.push(position);
  });
  return found;
}
