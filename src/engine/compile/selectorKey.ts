import type { LabelSelector } from '../model/policy';

/** Equal for selectors that are written alike but for the order of their parts. */
export function selectorKey(selector: LabelSelector | null): string {
  if (selector === null) return '-';
  return selector.requirements
    .map(({ key, operator, values }) => JSON.stringify([key, operator, ...[...values].sort()]))
    .sort()
    .join();
}
