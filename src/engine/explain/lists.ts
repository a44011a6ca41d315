import { t } from '../../language/t';

/** `web, api and db` */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : t`${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `a and b and c` */
export const allOf = (phrases: readonly string[]): string =>
  phrases.slice(1).reduce((all, phrase) => t`${all} and ${phrase}`, phrases[0] ?? '');

/** `a or b or c` */
export const oneOf = (phrases: readonly string[]): string =>
  phrases.slice(1).reduce((all, phrase) => t`${all} or ${phrase}`, phrases[0] ?? '');
