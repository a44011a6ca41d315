import type { CSSProperties } from 'react';

const SHORT = 9;
const MIDDLE = 13;

/** How large a card's name is when it is all that can be read, as a property for the style sheet. */
export function farLetters(name: string): CSSProperties {
  const property: Record<`--${string}`, string> = {
    '--graph-letters': name.length <= SHORT ? '32px' : name.length <= MIDDLE ? '22px' : '24px',
  };
  return property;
}
