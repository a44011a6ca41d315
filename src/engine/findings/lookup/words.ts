import type { Unit } from '../../evaluate/ends';

const MOST_NAMES = 3;

/** `web`, `web and api`, `web, api and 4 more`. */
export function listed(names: readonly string[]): string {
  const shown = names.length > MOST_NAMES + 1 ? names.slice(0, MOST_NAMES) : names;
  const more = names.length - shown.length;
  const parts = more > 0 ? [...shown, `${String(more)} more`] : shown;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** The names of workloads, listed. */
export function namesOf(units: readonly Unit[]): string {
  return listed(units.map(({ id }) => id.slice(id.lastIndexOf('/') + 1)));
}

/** `1 pod`, `3 pods`. */
export function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** The word for one, or for several. */
export function plural(count: number, one: string, several: string): string {
  return count === 1 ? one : several;
}
