import { t } from '../../../language/t';
import type { Found, Inquiry, WorkspaceCheck } from '../check';
import { replaceScalar } from '../edit';
import { clusterPoliciesOf, isIn, type ClusterPolicy } from '../lookup/clusterPolicy';
import { unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { scalarAt } from '../lookup/spots';
import { fixIn } from '../lookup/written';

/** Two ClusterNetworkPolicies of one tier and priority that have a subject in common: which is first is not defined. */
export const samePriority: WorkspaceCheck = {
  code: 'same-priority',
  severity: 'warning',
  docs: pages.clusterPolicies,
  looksAt: 'workspace',
  *find(ask) {
    const byPlace = new Map<string, ClusterPolicy[]>();
    for (const policy of clusterPoliciesOf(ask)) {
      const place = `${policy.tier} ${String(policy.priority)}`;
      const earlier = byPlace.get(place) ?? [];
      for (const other of earlier) {
        yield null;
        yield* foundIn(other, policy, ask);
      }
      byPlace.set(place, [...earlier, policy]);
    }
  },
};

function foundIn(first: ClusterPolicy, second: ClusterPolicy, ask: Inquiry): readonly Found[] {
  const { space } = ask.state;
  const shared = space.cluster.pods.flatMap((pod, index) =>
    isIn(first.subject, pod, ask) && isIn(second.subject, pod, ask) ? [space.classOfPod[index] ?? 0] : [],
  );
  if (shared.length === 0) return [];
  const { object, tier, priority } = second;
  const free = freePriority(second, ask);
  return [
    {
      object,
      range: second.priorityRange,
      message: t`${first.object.name} and ${object.name} both have priority ${priority} in the ${tier} tier, and share pods.`,
      explanation: t`Rules of one tier are tried in the order of their policies’ priorities, and the first that matches decides. Between equal priorities there is no order, so which of the two decides may differ from one network plugin to the next.`,
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

/** The next priority behind this one that nobody of the tier has. */
function freePriority({ tier, priority }: ClusterPolicy, ask: Inquiry): number | null {
  const taken = new Set(clusterPoliciesOf(ask).flatMap((one) => (one.tier === tier ? [one.priority] : [])));
  for (let next = priority + 1; next <= LAST_PRIORITY; next++) if (!taken.has(next)) return next;
  return null;
}
