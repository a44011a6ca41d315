import type { CSSProperties } from 'react';

const SHORT = 9;
const MIDDLE = 13;
/** Width of a letter against its height. */
const LETTER = 0.69;
/** The size of a name before a class. */
const CLASS = { least: 16, most: 22 };

type Properties = CSSProperties & Record<`--${string}`, string>;

/** How large a name is before a class, as a property for the style sheet: as large as there is room for. */
export function classLetters(name: string, room: number): Properties {
  const fits = Math.floor(room / (name.length * LETTER));
  return { '--graph-class-letters': `${String(Math.min(CLASS.most, Math.max(CLASS.least, fits)))}px` };
}

/** What stands beside a card's name at most, with the padding. */
const BESIDE = 62;

/** That of a card, and how large its name is when it is all that can be read. */
export const nameLetters = (name: string, width: number): Properties => ({
  '--graph-letters': name.length <= SHORT ? '32px' : name.length <= MIDDLE ? '22px' : '24px',
  ...classLetters(name, width - BESIDE),
});
