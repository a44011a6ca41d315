import type { Labels } from '../model/objects';
import type { PolicyType, Requirement } from '../model/policy';
import { hasText, requirementText } from './checkWords';

/** All wording about what would have to be otherwise. */
export const missWords = {
  onlyOne: (type: PolicyType, who: string): string => `Only the ${type.toLowerCase()} of ${who} stops it.`,
  both: (from: string, to: string): string =>
    `Both sides stop it: the egress of ${from}, and the ingress of ${to}.`,
  ports: (granted: string, grants: string): string => `it granted ${granted} (it grants ${grants})`,
  noPort: (from: string, leaves: string, to: string, enters: string): string =>
    `The ports stop it: ${from} may send on ${leaves}, ${to} may receive on ${enters}.`,
  missing: (to: string, ports: string, stopped: string): string =>
    `${to} listens on ${ports} as well, and that does not get through. ${stopped}`,
  step: (type: PolicyType, path: string, policy: string, conditions: readonly string[]): string =>
    `${path} of ${policy} would let it ${way(type)} if ${conditions.join(', and ')}.`,
  newRule: (type: PolicyType, policy: string, other: string, ports: string): string =>
    `No rule comes near: ${policy} would need one more ${type.toLowerCase()} rule, ${
      type === 'Egress' ? 'to' : 'from'
    } ${other} on ${ports}.`,
  label: (who: string, asked: Requirement, value: string | null, labels: Labels): string => {
    const now = hasText(asked.key, labels).replace(/^has/, 'it has');
    if (value === null) return `${who} had no label ${asked.key} (${now})`;
    return asked.operator === 'Exists'
      ? `${who} had a label ${asked.key}`
      : `${who} had ${asked.key}=${value} (${now})`;
  },
  requirement: (
    selector: 'namespaceSelector' | 'podSelector',
    asked: Requirement,
    labels: Labels,
  ): string => {
    const value = labels.get(asked.key);
    return asked.operator === 'In' && value !== undefined
      ? `its ${selector} also took ${asked.key}=${value} (it asks for ${requirementText(asked)})`
      : `its ${selector} did not ask for ${requirementText(asked)}`;
  },
  namespace: (namespace: string, own: string): string =>
    `it had a namespaceSelector for ${namespace} (without one it is about pods of ${own} only)`,
  block: (cidr: string, who: string): string => `its ipBlock ${cidr} contained ${who}`,
} as const;

function way(type: PolicyType): string {
  return type === 'Egress' ? 'out' : 'in';
}
