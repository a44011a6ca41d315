import type { Cursor } from './cursor';

/** The strings a value may be. */
export interface Words {
  /** The string between two offsets of the cursor's text, or null when it is none of them. */
  get(cursor: Cursor, start: number, end: number): string | null;
}

/** More are not kept: what has so many different values is not worth remembering. */
const MOST = 20_000;

interface Known {
  /** The characters as they are written; none when they are not all of ASCII. */
  readonly codes: Uint8Array;
  readonly word: string | null;
}

/**
 * For values that occur again and again: those seen lately are checked and held once. The very last ones are found
 * without making a string of the characters first.
 */
export function recurring(accepts: (word: string) => boolean): Words {
  const known = new Map<string, Known>();
  const latest: (Known | undefined)[] = Array.from({ length: 512 }, () => undefined);
  const learn = (written: string, codes: Uint8Array): Known => {
    if (known.size >= MOST) known.clear();
    const copy = copyOf(written);
    const isAscii = codes.every((code) => code < 128);
    const one = { codes: isAscii ? codes : new Uint8Array(0), word: accepts(copy) ? copy : null };
    known.set(copy, one);
    return one;
  };
  return {
    get: ({ codes, text }, start, end) => {
      const place = placeOf(codes, start, end);
      const last = latest[place];
      if (last !== undefined && isSame(codes, start, end, last.codes)) return last.word;
      const written = text.slice(start, end);
      const found = known.get(written) ?? learn(written, codes.slice(start, end));
      latest[place] = found;
      return found.word;
    },
  };
}

/** For values that hardly ever occur twice. */
export function unique(accepts: (word: string) => boolean): Words {
  return {
    get: ({ text }, start, end) => {
      const written = text.slice(start, end);
      return accepts(written) ? copyOf(written) : null;
    },
  };
}

/** A part of a big text would keep all of it in memory. Joining makes a new text, of which only this part is kept. */
export function copyOf(word: string): string {
  return ` ${word}`.slice(1);
}

/** The same for the same characters, and mostly different for different ones. */
function placeOf(codes: Uint8Array, start: number, end: number): number {
  const middle = codes[(start + end) >> 1] ?? 0;
  const [first, last, beforeLast] = [codes[start] ?? 0, codes[end - 1] ?? 0, codes[end - 2] ?? 0];
  return ((end - start) * 37 + first * 7 + middle * 61 + last * 13 + beforeLast * 101) & 511;
}

function isSame(codes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  if (word.length !== end - start || word.length === 0) return false;
  for (let at = 0; at < word.length; at++) if (codes[start + at] !== word[at]) return false;
  return true;
}
