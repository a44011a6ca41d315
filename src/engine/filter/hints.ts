import { t } from '../../language/t';
import type { Evaluated } from '../evaluate/evaluated';
import type { Range } from '../source';
import { askedVerdicts, type AskedVerdict } from './expression';
import { isTermKey, termHelp, termKeys, type TermKey } from './terms';
import { tokensOf } from './tokens';
import { vocabularyOf, type Vocabulary } from './vocabulary';

/** Something a person may be about to type. The range is what it replaces. */
export interface FilterHint extends Range {
  /** What to put there; one that ends with a colon wants a value next. */
  readonly insert: string;
  /** `Deployment in shop`, or what a term means. */
  readonly help: string;
}

const MOST = 12;
/** Of one sort, so that no sort pushes out the others. */
const MOST_OF_SORT = 5;

/** What fits where the caret is, best first. */
export function filterHints(state: Evaluated, text: string, caret: number): readonly FilterHint[] {
  const tokens = tokensOf(text.slice(0, caret));
  const last = tokens.at(-1);
  const isAtWord = last?.kind === 'word' && last.end === caret && !last.quoted;
  const word = isAtWord ? last.text : '';
  const start = isAtWord ? last.start : caret;
  const before = isAtWord ? tokens.at(-2) : last;
  const key = before?.kind === 'key' && before.end === start ? before.key : null;
  const range = { start, end: caret };
  const offer = ([insert, help]: Offer): FilterHint => ({ insert, help, ...range });
  const words = vocabularyOf(state.space);
  if (key === null || key === 'from' || key === 'to') {
    return names(state, words, word, key === null)
      .slice(0, MOST)
      .map(offer);
  }
  return isTermKey(key) ? values(state, words, key, word).map(offer) : [];
}

type Offer = readonly [insert: string, help: string];

/** Names of anything, and the terms that begin like this; all terms where nothing is typed. */
function names(
  { book }: Evaluated,
  { workloads, namespaces, labels }: Vocabulary,
  word: string,
  isTop: boolean,
): readonly Offer[] {
  const terms = termKeys
    .filter((term) => (isTop || !PAIR_TERMS.has(term)) && term.startsWith(word.toLowerCase()))
    .map((term): Offer => [`${term}:`, termHelp(term)]);
  if (word === '') return terms;
  const some = <T>(all: readonly T[], textOf: (one: T) => string, offerOf: (one: T) => Offer): Offer[] =>
    best(all, word, textOf, MOST_OF_SORT).map(offerOf);
  return [
    ...terms,
    ...some(
      workloads,
      ({ namespace, name }) => `${namespace}/${name}`,
      ({ namespace, name, kind }) => [`${namespace}/${name} `, t`${kind} in ${namespace}`],
    ),
    ...some(namespaces, same, (name) => [`ns:${name} `, t`Namespace`]),
    ...(isTop
      ? some(
          book.policies,
          ({ namespace, name }) => `${namespace}/${name}`,
          ({ namespace, name }) => [`policy:${namespace}/${name} `, t`Policy in ${namespace}`],
        )
      : []),
    ...some(labels, same, (label) => [`label:${label} `, t`Label`]),
  ];
}

const PAIR_TERMS: ReadonlySet<string> = new Set(['port', 'verdict', 'policy', 'from', 'to']);

function values({ book }: Evaluated, words: Vocabulary, key: TermKey, word: string): readonly Offer[] {
  const some = (all: readonly string[], help: string): Offer[] =>
    best(all, word, same, MOST).map((one) => [`${one} `, help]);
  switch (key) {
    case 'ns':
      return some(words.namespaces, t`Namespace`);
    case 'kind':
      return some(words.kinds, t`Kind`);
    case 'label':
      return some(words.labels, t`Label`);
    case 'port':
      return some([...words.ports, ...(words.ports.includes('dns') ? [] : ['dns'])], t`Port`);
    case 'policy':
      return some(
        book.policies.map(({ namespace, name }) => `${namespace}/${name}`),
        t`Policy`,
      );
    case 'verdict':
      return best(askedVerdicts, word, same, MOST).map((one) => [`${one} `, verdictHelp(one)]);
    case 'from':
    case 'to':
      return [];
  }
}

function verdictHelp(verdict: AskedVerdict): string {
  switch (verdict) {
    case 'blocked':
      return t`cannot reach, on any port`;
    case 'allowed':
      return t`can reach by a policy, on some ports or all`;
    case 'partial':
      return t`can reach on some ports only`;
    case 'open':
      return t`nothing decides this`;
    case 'unknown':
      return t`cannot be said`;
  }
}

const same = (text: string): string => text;

/** Those that contain the word, first those in which a part begins with it. */
function best<T>(all: readonly T[], word: string, textOf: (one: T) => string, most: number): readonly T[] {
  const wanted = word.toLowerCase();
  const first: T[] = [];
  const others: T[] = [];
  for (const one of all) {
    const text = textOf(one).toLowerCase();
    const at = text.indexOf(wanted);
    if (at === -1) continue;
    const begins = at === 0 || text.includes(`/${wanted}`) || text.includes(`=${wanted}`);
    (begins ? first : others).push(one);
    if (first.length >= most) break;
  }
  return [...first, ...others].slice(0, most);
}
