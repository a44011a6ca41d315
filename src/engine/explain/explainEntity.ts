import { EGRESS_LOCK, INGRESS_LOCK, type EntityExplanation } from '../answer';
import type { Unit } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { isScaledToNone, type ClusterPod } from '../model/cluster';
import { matchesLabels } from '../model/matchesLabels';
import type { NetworkPolicy, PolicyType } from '../model/policy';
import { entityWords } from './entityWords';
import type { Part } from './parts';
import { reachOf } from './reach';
import { hostNetworkSentence } from './sentences';

/** Retells one entity: by which policies it is isolated, those with the widest scope first, and its reach both ways. */
export function explainEntity(state: Evaluated, part: Part): EntityExplanation {
  const { space, locate, units } = state;
  const pods = podsOf(state, part.units);
  const [first] = pods;
  const isInside = first !== undefined;
  const own = new Set(part.units);
  const others = [...units.workloads, ...(isInside ? units.external : [])].filter((unit) => !own.has(unit));
  const isolated = (type: PolicyType): number =>
    part.units.filter(({ end }) => end.classes.some((id) => state.rows[type][id]?.isolated)).length;
  const ingress = isolated('Ingress');
  const egress = isolated('Egress');
  const policies = policiesOf(state, part.units);
  const selecting = (type: PolicyType): number =>
    policies.filter(({ policyTypes }) => policyTypes.includes(type)).length;
  const isFold = part.named === null;
  return {
    entity: part.id,
    facts: part.facts,
    lock: (ingress > 0 ? INGRESS_LOCK : 0) | (egress > 0 ? EGRESS_LOCK : 0),
    canReach: reachOf(state, part.units, others),
    reachedBy: reachOf(state, others, part.units),
    place: isFold || !isInside ? null : locate(first.object, first.object.nameRange),
    sentences: [
      ...(isInside && pods.every(isScaledToNone) ? [entityWords.idle(part.facts.name)] : []),
      ...sentences(),
    ],
    selectedBy: policies.map((policy) => ({
      name: policy.name,
      namespace: policy.namespace,
      types: policy.policyTypes,
      place: locate(policy, policy.nameRange),
    })),
  };

  function sentences(): readonly string[] {
    const { name } = part.facts;
    if (!isInside) return [entityWords.outside(name)];
    if (pods.every(({ hostNetwork }) => hostNetwork)) return [hostNetworkSentence(name)];
    if (space.cni === 'none') return [entityWords.notEnforced()];
    const count = part.units.length;
    const locks = isFold
      ? [entityWords.foldedLock('Ingress', ingress, count), entityWords.foldedLock('Egress', egress, count)]
      : [
          entityWords.lock(name, 'Ingress', selecting('Ingress')),
          entityWords.lock(name, 'Egress', selecting('Egress')),
        ];
    // A fold of many would only be a list of policies, which there is below.
    return isFold ? locks : [...locks, ...policies.map((policy) => entityWords.policy(policy))];
  }
}

function podsOf({ space }: Evaluated, units: readonly Unit[]): readonly ClusterPod[] {
  return units.flatMap(({ end }) =>
    end.classes.flatMap((id) => {
      const one = space.classes[id];
      if (one?.kind !== 'pods') return [];
      // The class's example may be a pod of somebody else.
      const own = space.cluster.pods[end.pods.find((pod) => space.classOfPod[pod] === id) ?? -1];
      return own ? [own] : [];
    }),
  );
}

function policiesOf(state: Evaluated, units: readonly Unit[]): readonly NetworkPolicy[] {
  const { rows, space, book } = state;
  const found = new Set<NetworkPolicy>();
  // Where nothing is enforced no row has policies; they select pods all the same.
  for (const { namespace, labels, hostNetwork } of space.cni === 'none' ? podsOf(state, units) : []) {
    if (hostNetwork) continue;
    for (const policy of book.byNamespace.get(namespace) ?? [])
      if (matchesLabels(policy.podSelector, labels)) found.add(policy);
  }
  for (const { end } of units) {
    for (const id of end.classes) {
      for (const row of [rows.Ingress[id], rows.Egress[id]]) {
        for (const policy of row?.selecting.policies ?? []) found.add(policy);
      }
    }
  }
  return [...found].sort(
    (a, b) =>
      a.podSelector.requirements.length - b.podSelector.requirements.length || (a.name < b.name ? -1 : 1),
  );
}
