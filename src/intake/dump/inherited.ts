import type { Frame } from './pieces';

/** What the items of a list need not say themselves; an empty kind when the list does not say it either. */
export interface Inherited {
  readonly apiVersion: string | null;
  readonly kind: string;
}

/** What a list hands on to its items; null when it is not known yet which kind of list it is. */
export function inheritedOf({ apiVersion, kind }: Frame): Inherited | null {
  if (kind === null) return null;
  return kind === 'List' || !kind.endsWith('List')
    ? { apiVersion: null, kind: '' }
    : { apiVersion, kind: kind.slice(0, -'List'.length) };
}

/** The lines that are put before an item that does not say its kind. */
export function headOf({ apiVersion, kind }: Inherited, hasVersion: boolean): readonly string[] {
  if (kind === '') return [];
  return [...(apiVersion === null || hasVersion ? [] : [`apiVersion: ${apiVersion}`]), `kind: ${kind}`];
}
