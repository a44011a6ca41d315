import type { Labels } from '../../model/objects';
import type { Requirement } from '../../model/policy';
import { mistake, withPods } from '../mistake';
import type { Mistake } from '../mistake';
import type { RuleId } from '../row';

/** A selector reading that gets one operator wrong. */
const requirement = (
  id: RuleId,
  what: string,
  operator: Requirement['operator'],
  holds: (value: string | undefined, values: readonly string[]) => boolean,
): Mistake =>
  mistake(id, what, (base) => ({
    requirement: (one, labels) =>
      one.operator === operator ? holds(labels.get(one.key), one.values) : base.requirement(one, labels),
  }));

const lower = (labels: Labels): Labels =>
  new Map([...labels].map(([key, value]) => [key.toLowerCase(), value.toLowerCase()]));

/** Misreadings of label selectors. */
export const selectorMistakes: readonly Mistake[] = [
  requirement('S1', 'In needs only the key', 'In', (value) => value !== undefined),
  requirement(
    'S2',
    'NotIn needs the key',
    'NotIn',
    (value, values) => value !== undefined && !values.includes(value),
  ),
  requirement(
    'S3',
    'Exists needs a value that is not empty',
    'Exists',
    (value) => value !== undefined && value !== '',
  ),
  requirement('S4', 'DoesNotExist matches an empty value', 'DoesNotExist', (value) => (value ?? '') === ''),
  mistake('S5', 'one requirement is enough', (base) => ({
    selector: (selector, labels) =>
      selector.requirements.length === 0 ||
      selector.requirements.some((one) => base.requirement(one, labels)),
  })),
  requirement('S6', 'a missing label is an empty one', 'In', (value, values) => values.includes(value ?? '')),
  mistake('S8', 'case does not matter', (base) => ({
    requirement: (one, labels) =>
      base.requirement(
        { ...one, key: one.key.toLowerCase(), values: one.values.map((value) => value.toLowerCase()) },
        lower(labels),
      ),
  })),
  mistake('S9', 'a namespace has only the labels somebody wrote', (base) => ({
    namespaceLabels: (cluster, name) =>
      new Map(
        [...base.namespaceLabels(cluster, name)].filter(([key]) => key !== 'kubernetes.io/metadata.name'),
      ),
  })),
  mistake('S10', 'a namespace nobody declared has no labels', (base) => ({
    namespaceLabels: (cluster, name) =>
      cluster.namespaces.some((one) => one.name === name) ? base.namespaceLabels(cluster, name) : new Map(),
  })),
  mistake('S10', 'pods have the labels of their namespace', (base) => ({
    podPeer: (attempt, policy, type, peer) =>
      base.podPeer(
        withPods(attempt, (pod) => ({
          ...pod,
          labels: new Map([...pod.labels, ...base.namespaceLabels(attempt.cluster, pod.namespace)]),
        })),
        policy,
        type,
        peer,
      ),
  })),
];
