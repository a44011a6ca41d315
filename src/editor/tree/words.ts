import type { Head } from './head';
import { number } from './kinds';

/** What the row of an object says. */
export const headTitle = ({ kind, name }: Head, line: number): string => {
  if (kind === '') return `Document at line ${number(line + 1)}`;
  return name === '' ? `(no name, line ${number(line + 1)})` : name;
};

/** `4.6 MB` */
export const sizeWords = (characters: number): string =>
  characters < 1_000_000
    ? `${number(Math.ceil(characters / 1000))} KB`
    : `${(characters / 1_000_000).toFixed(1)} MB`;

/** `2 errors, 1 warning` */
export function problemWords(errors: number, warnings: number): string {
  const some = (count: number, word: string): string[] =>
    count === 0 ? [] : [`${number(count)} ${word}${count === 1 ? '' : 's'}`];
  return [...some(errors, 'error'), ...some(warnings, 'warning')].join(', ');
}
