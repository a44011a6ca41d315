/** How many times its length a text may be looked through for brackets, and how far in any case. */
const MOST_TIMES = 16;
const LEAST = 100_000;

/** Finds in a text where flow collections end, with quoted text and comments skipped. */
export class Brackets {
  readonly #text: string;
  #stepsLeft: number;
  /** From here on nothing closes a quote of this sort. */
  readonly #unclosed = { '"': Infinity, "'": Infinity };

  constructor(text: string) {
    this.#text = text;
    this.#stepsLeft = MOST_TIMES * text.length + LEAST;
  }

  /** Too many brackets that nothing closes: looking on would take forever, and what is found no longer counts. */
  get isExhausted(): boolean {
    return this.#stepsLeft <= 0;
  }

  /** Offset after the bracket that closes the one at `start`; -1 when nothing closes it. */
  end(start: number): number {
    const { length } = this.#text;
    let depth = 0;
    for (let at = this.#bracket(start, length); at >= 0; at = this.#bracket(at + 1, length)) {
      depth += this.#opens(at) ? 1 : -1;
      if (depth === 0) return at + 1;
    }
    return -1;
  }

  /** Offset of the first bracket in the range that the range does not close; -1 when it closes all. */
  unclosedIn(start: number, end: number): number {
    const open: number[] = [];
    for (let at = this.#bracket(start, end); at >= 0; at = this.#bracket(at + 1, end)) {
      if (this.#opens(at)) open.push(at);
      else open.pop();
    }
    return open[0] ?? -1;
  }

  /** Offset behind the quote that closes the one at `start`; -1 when nothing closes it. */
  quoteEnd(start: number): number {
    const quote = this.#text.charAt(start) === "'" ? "'" : '"';
    if (start >= this.#unclosed[quote]) return -1;
    const end = quote === "'" ? this.#text.indexOf("'", start + 1) + 1 || -1 : doubleEnd(this.#text, start);
    this.#stepsLeft -= (end < 0 ? this.#text.length : end) - start;
    // Those that come later would have closed it, but for escaped ones, and they fare as it does.
    if (end < 0) this.#unclosed[quote] = start;
    return end;
  }

  #opens(at: number): boolean {
    return '[{'.includes(this.#text.charAt(at));
  }

  /** The next bracket in the range, or -1. */
  #bracket(from: number, end: number): number {
    let at = from;
    while (at < end && !this.isExhausted) {
      const sign = this.#text.charAt(at);
      if ('[]{}'.includes(sign)) return at;
      this.#stepsLeft--;
      at = this.#after(at, sign);
    }
    return -1;
  }

  /** Behind the sign, or the quoted text or comment that it begins. */
  #after(at: number, sign: string): number {
    if (sign === '"' || sign === "'") return Math.max(at + 1, this.quoteEnd(at));
    if (sign !== '#' || at === 0 || !/\s/.test(this.#text.charAt(at - 1))) return at + 1;
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end;
  }
}

function doubleEnd(text: string, start: number): number {
  const signs = /["\\]/g;
  signs.lastIndex = start + 1;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    if (found[0] === '"') return signs.lastIndex;
    signs.lastIndex++;
  }
  return -1;
}
