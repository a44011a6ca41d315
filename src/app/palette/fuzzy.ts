/** How well a text fits what was typed, and which of its letters do. */
export interface Fit {
  /** Higher is better; compare only for the same query. */
  readonly score: number;
  /** Offsets of the letters that were typed. */
  readonly at: readonly number[];
}

const WORD_START = 8;
const NEXT_LETTER = 10;

/** Fits when all letters of the query come in their order; beginnings of words and letters in a row count more. */
export function fuzzyFit(query: string, text: string): Fit | null {
  const wanted = query.toLowerCase().replaceAll(/\s+/g, '');
  const given = text.toLowerCase();
  if (wanted === '') return { score: 0, at: [] };
  const whole = given.indexOf(wanted);
  const at = whole === -1 ? scattered(wanted, given) : Array.from(wanted, (_, index) => whole + index);
  if (at === null) return null;
  const score = at.reduce((sum, offset, index) => {
    const follows = index > 0 && at[index - 1] === offset - 1;
    return sum + 1 + (follows ? NEXT_LETTER : 0) + (isWordStart(given, offset) ? WORD_START : 0);
  }, 0);
  // Of texts that fit alike the shorter one is closer to what was typed.
  return { score: score - text.length / 100, at };
}

/** The letters one by one, at beginnings of words where the rest still fits after them. */
function scattered(wanted: string, given: string): readonly number[] | null {
  const at: number[] = [];
  let from = 0;
  for (let index = 0; index < wanted.length; index++) {
    const letter = wanted[index] ?? '';
    const next = given.indexOf(letter, from);
    if (next === -1) return null;
    const start = wordStart(given, letter, next);
    const found = start !== -1 && isWithin(wanted.slice(index + 1), given, start + 1) ? start : next;
    at.push(found);
    from = found + 1;
  }
  return at;
}

function wordStart(given: string, letter: string, from: number): number {
  for (let at = from; at !== -1; at = given.indexOf(letter, at + 1)) if (isWordStart(given, at)) return at;
  return -1;
}

function isWithin(wanted: string, given: string, from: number): boolean {
  let at = from;
  for (const letter of wanted) {
    at = given.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const isWordStart = (given: string, at: number): boolean =>
  at === 0 || /[\s/:.\-–(]/.test(given[at - 1] ?? '');
