import type { Labels } from './objects';
import type { LabelSelector, Requirement } from './policy';

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors: all requirements must hold. */
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
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}
