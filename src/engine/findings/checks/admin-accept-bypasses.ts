import { t } from '../../../language/t';
import { PortSets } from '../../compile/portSet';
import { Match } from '../../compile/match';
import { grantedPorts, rulesOf, type Row } from '../../evaluate/row';
import type { ContainerPort } from '../../model/objects';
import type { Found, Inquiry, WorkspaceCheck } from '../check';
import { replaceScalar } from '../edit';
import {
  clusterPoliciesOf,
  isIn,
  ruleName,
  type ClusterPolicy,
  type ClusterRule,
} from '../lookup/clusterPolicy';
import { unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { scalarAt } from '../lookup/spots';
import { listed } from '../lookup/words';
import { fixIn } from '../lookup/written';

/** An Accept in the Admin tier opens what NetworkPolicies keep shut. */
export const adminAcceptBypasses: WorkspaceCheck = {
  code: 'admin-accept-bypasses',
  severity: 'warning',
  docs: pages.clusterPolicies,
  looksAt: 'workspace',
  *find(ask) {
    for (const policy of clusterPoliciesOf(ask)) {
      if (policy.tier !== 'Admin') continue;
      for (const rule of policy.rules) {
        if (rule.action !== 'Accept') continue;
        yield null;
        yield* foundIn(policy, rule, ask);
      }
    }
  },
};

function foundIn(policy: ClusterPolicy, rule: ClusterRule, ask: Inquiry): readonly Found[] {
  const { state } = ask;
  const subjects = classesOf(ask, (pod) => isIn(policy.subject, pod, ask));
  const peers = classesOf(ask, (pod) => rule.pods.some((group) => isIn(group, pod, ask)));
  const opened: number[] = [];
  const closers = new Set<string>();
  for (const id of subjects) {
    const row = state.rows[rule.type][id];
    const own = state.space.classes[id];
    if (!row?.isolated || own?.kind !== 'pods') continue;
    const ports = rule.type === 'Ingress' ? own.example.ports : null;
    if (!peers.some((peer) => isShut(row, ports, peer, rule, ask))) continue;
    opened.push(id);
    for (const { name } of row.selecting.policies) closers.add(name);
  }
  if (opened.length === 0) return [];
  return [
    {
      object: policy.object,
      range: rule.actionRange,
      message: t`${ruleName(rule)} of ${policy.object.name} lets through what ${listed([...closers])} would block.`,
      explanation: t`The Admin tier is asked before NetworkPolicies, and Accept is final: the policies of the namespace are not asked any more. With Pass they keep their say.`,
      concerns: unitsOf(state, opened),
      fixes: fixIn(ask, policy.object, t`Pass instead of Accept`, (sheet) => {
        const scalar = scalarAt(sheet.root, rule.actionRange.start);
        return scalar && replaceScalar(sheet, scalar, 'Pass');
      }),
    },
  ];
}

/** Ids of the classes with a pod of that sort. */
function classesOf(
  { state: { space } }: Inquiry,
  isOne: (pod: (typeof space.cluster.pods)[number]) => boolean,
) {
  const ids = new Set<number>();
  for (const [index, pod] of space.cluster.pods.entries()) {
    const id = space.classOfPod[index] ?? 0;
    if (!ids.has(id) && isOne(pod)) ids.add(id);
  }
  return [...ids];
}

/** Whether the NetworkPolicies alone would block something of what the rule accepts from, or to, the peer. */
function isShut(
  row: Row,
  ports: readonly ContainerPort[] | null,
  peer: number,
  rule: ClusterRule,
  { state: { space, sets } }: Inquiry,
): boolean {
  const other = space.classes[peer];
  if (other?.kind !== 'pods') return false;
  return other.faces.some(({ id: face }) => {
    let granted = PortSets.none;
    for (const policy of row.selecting.policies) {
      for (const one of rulesOf(policy, row.type)) {
        if (space.matchesOf(one.peers, policy.namespace)[face] === Match.no) continue;
        granted = sets.union(granted, grantedPorts(space, sets, one, row.type, ports, face));
      }
    }
    return rule.isAnyProtocol ? granted !== PortSets.all : granted === PortSets.none;
  });
}
