import {
  EGRESS_LOCK,
  EGRESS_PERHAPS,
  INGRESS_LOCK,
  INGRESS_PERHAPS,
  type EntityExplanation,
} from '../answer';
import type { Unit } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { locksOf } from '../evaluate/row';
import { isScaledToNone, type ClusterPod } from '../model/cluster';
import { matchesLabels } from '../model/matchesLabels';
import type { RejectedPolicy, UnsupportedPolicy } from '../model/objects';
import type { NetworkPolicy, PolicyType } from '../model/policy';
import { entityWords } from './entityWords';
import type { Part } from './parts';
import { reachOf } from './reach';
import { hostNetworkSentence } from './sentences';

type Doubtful = NetworkPolicy | RejectedPolicy | UnsupportedPolicy;

/** Retells one entity: by which policies it is isolated, those with the widest scope first, and its reach both ways. */
export function explainEntity(state: Evaluated, part: Part): EntityExplanation {
  const { space, locate, units } = state;
  const pods = podsOf(state, part.units);
  const [first] = pods;
  const isInside = first !== undefined;
  const own = new Set(part.units);
  const others = [...units.workloads, ...(isInside ? units.external : [])].filter((unit) => !own.has(unit));
  const locks = part.units.map(({ end }) => locksOf(state.rows, end.classes));
  const having = (lock: number): number => locks.filter((bits) => (bits & lock) !== 0).length;
  const ingress = { isolated: having(INGRESS_LOCK), perhaps: having(INGRESS_PERHAPS) };
  const egress = { isolated: having(EGRESS_LOCK), perhaps: having(EGRESS_PERHAPS) };
  const policies = policiesOf(state, part.units);
  const selecting = (type: PolicyType): number =>
    policies.filter(({ policyTypes }) => policyTypes.includes(type)).length;
  const isFold = part.named === null;
  return {
    entity: part.id,
    facts: part.facts,
    lock: locks.reduce((all, bits) => all | bits, 0),
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
    doubtful: doubtfulOf(state, part.units).map((policy) => ({
      name: policy.name,
      namespace: policy.namespace,
      kind: policy.kind === 'UnsupportedPolicy' ? policy.policyKind : 'NetworkPolicy',
      place: locate(policy, policy.nameRange),
    })),
  };

  function sentences(): readonly string[] {
    const { name } = part.facts;
    if (!isInside) return [entityWords.outside(name)];
    if (pods.every(({ hostNetwork }) => hostNetwork)) return [hostNetworkSentence(name)];
    if (space.cni === 'none') return [entityWords.notEnforced()];
    const count = part.units.length;
    if (isFold)
      // Of many it would only be a list of policies, which there is below.
      return [
        entityWords.foldedLock('Ingress', ingress, count),
        entityWords.foldedLock('Egress', egress, count),
      ];
    return [
      entityWords.lock(name, 'Ingress', selecting('Ingress'), ingress.perhaps > 0),
      entityWords.lock(name, 'Egress', selecting('Egress'), egress.perhaps > 0),
      ...policies.map((policy) => entityWords.policy(policy)),
    ];
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

/** What was refused, cannot be read or is not evaluated, and may have a say about one of them. */
function doubtfulOf({ rows }: Evaluated, units: readonly Unit[]): readonly Doubtful[] {
  const found = new Set<Doubtful>();
  for (const { end } of units) {
    for (const id of end.classes) {
      for (const row of [rows.Ingress[id], rows.Egress[id]]) {
        const { perhaps = [], rejected = [], unsupported = [] } = row?.selecting ?? {};
        for (const policy of [...perhaps, ...rejected, ...unsupported]) found.add(policy);
      }
    }
  }
  return [...found];
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
