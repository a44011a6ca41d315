import { terms } from './terms';

/** A piece of a sentence; `term`: it is one that can be explained. */
export interface Piece {
  readonly text: string;
  readonly term: string | null;
}

/** A letter, of any language, or a digit. */
const letter = '[\\p{L}\\p{N}_]';

/** Finds these words. Names of objects are full of them: app-ingress and ingress.web are none. */
function patternOf(words: Iterable<string>): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return new RegExp(
    `(?<!${letter}|[./:=-])(?:${longestFirst.join('|')})(?!${letter}|[/=-]|[.:]${letter})`,
    'gu',
  );
}

/** Cuts a sentence at its terms; each is marked the first time only. */
export function splitTerms(sentence: string): readonly Piece[] {
  const idOf = new Map(terms().flatMap(({ id, written }) => written.map((word) => [word, id] as const)));
  const pieces: Piece[] = [];
  const seen = new Set<string>();
  let from = 0;
  for (const { 0: word, index } of sentence.matchAll(patternOf(idOf.keys()))) {
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
