import type { Labels } from './objects';
import type { LabelSelector, Requirement } from './policy';

/** Stands for a value that is not known before there are pods; no label can have it. */
export const UNKNOWN_VALUE = '*';

/**
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors: all requirements must hold,
 * whatever a value is that nobody knows.
 */
export function matchesLabels(selector: LabelSelector, labels: Labels): boolean {
  return selector.requirements.every((requirement) => holds(requirement, labels));
}

/** NotIn and DoesNotExist also hold for an object without the key. */
function holds({ key, operator, values }: Requirement, labels: Labels): boolean {
  const value = labels.get(key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || (value !== UNKNOWN_VALUE && !values.includes(value));
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}
