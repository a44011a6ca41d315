import { grouped, n, spokenLanguage, t } from '../../language/t';
import type { Head } from './head';

/** What the row of an object says. */
export const headTitle = ({ kind, name }: Head, line: number): string => {
  if (kind === '') return t`Document at line ${grouped(line + 1)}`;
  return name === '' ? t`(no name, line ${grouped(line + 1)})` : name;
};

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** `4.6 MB` */
export const sizeWords = (characters: number): string =>
  characters < 1_000_000
    ? t`${grouped(Math.ceil(characters / 1000))} KB`
    : t`${(characters / 1_000_000).toLocaleString(spokenLanguage().code, oneDecimal)} MB`;

/** `2 errors, 1 warning` */
export function problemWords(errors: number, warnings: number): string {
  return [
    ...(errors === 0 ? [] : [n(errors)`${errors} error|${errors} errors`]),
    ...(warnings === 0 ? [] : [n(warnings)`${warnings} warning|${warnings} warnings`]),
  ].join(', ');
}
