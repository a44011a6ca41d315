import { terms } from './terms';

/** A piece of a sentence; `term`: it is one that can be explained. */
export interface Piece {
  readonly text: string;
  readonly term: string | null;
}

const idOf = new Map(terms.flatMap(({ id, written }) => written.map((word) => [word, id] as const)));
const longestFirst = [...idOf.keys()].sort((a, b) => b.length - a.length);
// Names of objects are full of these words: app-ingress and ingress.web are none of them.
const pattern = new RegExp(`(?<![\\w./:=-])(?:${longestFirst.join('|')})(?![\\w/=-]|[.:]\\w)`, 'g');

/** Cuts a sentence at its terms; each is marked the first time only. */
export function splitTerms(sentence: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const seen = new Set<string>();
  let from = 0;
  for (const { 0: word, index } of sentence.matchAll(pattern)) {
    const id = idOf.get(word);
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    if (index > from) pieces.push({ text: sentence.slice(from, index), term: null });
    pieces.push({ text: word, term: id });
    from = index + word.length;
  }
  if (from < sentence.length) pieces.push({ text: sentence.slice(from), term: null });
  return pieces;
}
