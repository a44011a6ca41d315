import { t } from '../../language/t';
import type { KnownLabels } from '../model/cluster';
import type { Labels } from '../model/objects';
import type { PolicyType, Requirement } from '../model/policy';
import { requirementText } from './checkWords';

/** All wording about what would have to be otherwise. */
export const missWords = {
  onlyOne: (type: PolicyType, who: string): string =>
    type === 'Egress' ? t`Only the egress of ${who} stops it.` : t`Only the ingress of ${who} stops it.`,
  both: (from: string, to: string): string =>
    t`Both sides stop it: the egress of ${from}, and the ingress of ${to}.`,
  ports: (granted: string, grants: string): string => t`it granted ${granted} (it grants ${grants})`,
  noPort: (from: string, leaves: string, to: string, enters: string): string =>
    t`The ports stop it: ${from} may send on ${leaves}, ${to} may receive on ${enters}.`,
  missing: (to: string, ports: string, stopped: string): string =>
    t`${to} listens on ${ports} as well, and that does not get through. ${stopped}`,
  /** Each condition says what would have to be so. */
  step: (type: PolicyType, path: string, policy: string, conditions: readonly string[]): string => {
    const all = conditions.slice(1).reduce((one, other) => t`${one}, and ${other}`, conditions[0] ?? '');
    return type === 'Egress'
      ? t`${path} of ${policy} would let it out if ${all}.`
      : t`${path} of ${policy} would let it in if ${all}.`;
  },
  newRule: (type: PolicyType, policy: string, other: string, ports: string): string =>
    type === 'Egress'
      ? t`No rule comes near: ${policy} would need one more egress rule, to ${other} on ${ports}.`
      : t`No rule comes near: ${policy} would need one more ingress rule, from ${other} on ${ports}.`,
  label: (
    who: string,
    { key, operator }: Requirement,
    value: string | null,
    { labels, labelsKnown }: KnownLabels,
  ): string => {
    const now = labels.get(key);
    if (!labelsKnown) {
      return value === null ? t`${who} had no label ${key}` : t`${who} had ${key}=${value}`;
    }
    if (value === null) return t`${who} had no label ${key} (it has ${key}=${now ?? ''})`;
    if (operator === 'Exists') return t`${who} had a label ${key}`;
    return now === undefined
      ? t`${who} had ${key}=${value} (it has no label ${key})`
      : t`${who} had ${key}=${value} (it has ${key}=${now})`;
  },
  requirement: (
    selector: 'namespaceSelector' | 'podSelector',
    asked: Requirement,
    labels: Labels,
  ): string => {
    const text = requirementText(asked);
    const value = labels.get(asked.key);
    return asked.operator === 'In' && value !== undefined
      ? t`its ${selector} also took ${asked.key}=${value} (it asks for ${text})`
      : t`its ${selector} did not ask for ${text}`;
  },
  namespace: (namespace: string, own: string): string =>
    t`it had a namespaceSelector for ${namespace} (without one it is about pods of ${own} only)`,
  block: (cidr: string, who: string): string => t`its ipBlock ${cidr} contained ${who}`,
} as const;
