import { grouped, t } from '../../../language/t';
import type { Unit } from '../../evaluate/ends';

const MOST_NAMES = 3;

/** `web`, `web and api`, `web, api and 4 more`. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  if (more > 1) return t`${names.slice(0, MOST_NAMES).join(', ')} and ${grouped(more)} more`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : t`${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The names of workloads, listed. */
export function namesOf(units: readonly Unit[]): string {
  return listed(units.map(({ id }) => id.slice(id.lastIndexOf('/') + 1)));
}
