import { t } from '../../../language/t';
import type { Found, Inquiry, WorkspaceCheck } from '../check';
import { replaceScalar } from '../edit';
import { clusterPoliciesOf, isIn, type ClusterPolicy } from '../lookup/clusterPolicy';
import { unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { scalarAt } from '../lookup/spots';
import { fixIn } from '../lookup/written';

/**
 * Two ClusterNetworkPolicies of one tier and priority, or two AdminNetworkPolicies of one priority, that have a subject
 * in common: which is first is not defined.
 */
export const samePriority: WorkspaceCheck = {
  code: 'same-priority',
  severity: 'warning',
  docs: pages.clusterPolicies,
  looksAt: 'workspace',
  *find(ask) {
    for (const kind of ['ClusterNetworkPolicy', 'AdminNetworkPolicy'] as const) {
      const policies = clusterPoliciesOf(ask, kind);
      for (const tier of new Set(policies.map((one) => one.tier))) {
        yield* findAmong(
          policies.filter((one) => one.tier === tier),
          ask,
        );
      }
    }
  },
};

/** `rivals`: all whose priorities are compared. */
function* findAmong(rivals: readonly ClusterPolicy[], ask: Inquiry): Iterable<Found | null> {
  const byPriority = new Map<number, ClusterPolicy[]>();
  for (const policy of rivals) {
    const earlier = byPriority.get(policy.priority) ?? [];
    for (const other of earlier) {
      yield null;
      yield* foundIn(other, policy, rivals, ask);
    }
    byPriority.set(policy.priority, [...earlier, policy]);
  }
}

function foundIn(
  first: ClusterPolicy,
  second: ClusterPolicy,
  rivals: readonly ClusterPolicy[],
  ask: Inquiry,
): readonly Found[] {
  const { space } = ask.state;
  const shared = space.cluster.pods.flatMap((pod, index) =>
    isIn(first.subject, pod, ask) && isIn(second.subject, pod, ask) ? [space.classOfPod[index] ?? 0] : [],
  );
  if (shared.length === 0) return [];
  const { object, tier, priority } = second;
  const isTiered = object.policyKind === 'ClusterNetworkPolicy';
  const free = freePriority(second, rivals);
  return [
    {
      object,
      range: second.priorityRange,
      message: isTiered
        ? t`${first.object.name} and ${object.name} both have priority ${priority} in the ${tier} tier, and share pods.`
        : t`${first.object.name} and ${object.name} both have priority ${priority}, and share pods.`,
      explanation: isTiered
        ? t`Rules of one tier are tried in the order of their policies’ priorities, and the first that matches decides. Between equal priorities there is no order, so which of the two decides may differ from one network plugin to the next.`
        : t`The rules of AdminNetworkPolicies are tried in the order of the policies’ priorities, and the first that matches decides. Between equal priorities there is no order, so which of the two decides may differ from one network plugin to the next.`,
      concerns: unitsOf(ask.state, [...new Set(shared)]),
      fixes:
        free === null
          ? []
          : fixIn(ask, object, t`Give ${object.name} priority ${free}`, (sheet) => {
              const scalar = scalarAt(sheet.root, second.priorityRange.start);
              return scalar && replaceScalar(sheet, scalar, free);
            }),
    },
  ];
}

const LAST_PRIORITY = 1000;

/** The next priority behind this one that none of the others has. */
function freePriority({ priority }: ClusterPolicy, rivals: readonly ClusterPolicy[]): number | null {
  const taken = new Set(rivals.map((one) => one.priority));
  for (let next = priority + 1; next <= LAST_PRIORITY; next++) if (!taken.has(next)) return next;
  return null;
}
