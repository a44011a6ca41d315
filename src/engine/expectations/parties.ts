import { grouped, t } from '../../language/t';
import type { EndRef } from '../answer';
import type { Space } from '../compile/space';
import type { Evaluated } from '../evaluate/evaluated';
import { workloadId, type Unit } from '../evaluate/ends';
import { externalFacts } from '../evaluate/facts';
import { formatAddress } from '../model/address';
import { workloadsCalled } from '../model/calledWorkloads';
import type { Workload } from '../model/fold';
import { matchesLabels } from '../model/matchesLabels';
import type { Labels, PodObject } from '../model/objects';
import { isUnplaced } from '../model/podNetwork';
import { nearest } from '../model/unknownFields';
import type { ExpectedEnd } from './expectation';

/** One thing an end of an expectation means: a workload, a pod, or addresses. */
export interface Party {
  readonly unit: Unit;
  readonly ref: EndRef;
  /** Index of its only pod, which is no pair with itself; null: it has several, or is outside. */
  readonly pod: number | null;
  /** Nobody said that its address is among those that are meant; it may be. */
  readonly mayBe: boolean;
}

/** Everybody an end means, or why that cannot be told: nobody is called so, or several things are. */
export type Parties =
  | { readonly kind: 'found'; readonly parties: readonly Party[] }
  | { readonly kind: 'nobody'; readonly problem: string }
  | { readonly kind: 'unclear'; readonly problem: string };

const known = new WeakMap<Space, Map<string, Parties>>();

/** Finds whom an end means; as long as only policies are edited, once. */
export function partiesOf(state: Evaluated, end: ExpectedEnd): Parties {
  let ofSpace = known.get(state.space);
  if (!ofSpace) known.set(state.space, (ofSpace = new Map<string, Parties>()));
  let found = ofSpace.get(end.text);
  if (!found) ofSpace.set(end.text, (found = find(state, end)));
  return found;
}

function find(state: Evaluated, end: ExpectedEnd): Parties {
  const { cluster } = state.space;
  switch (end.kind) {
    case 'name':
      return partyNamed(state, end);
    case 'namespace': {
      const { namespace, isOther } = end;
      if (!cluster.namespaces.has(namespace)) return noNamespace(namespace, cluster);
      const inside = workloads(state, (one) => (one.namespace === namespace) !== isOther);
      return some(isOther ? [...inside, ...outside(state)] : inside, t`Namespace ${namespace} has no pods.`);
    }
    case 'any':
      return some(
        workloads(state, () => true),
        t`There are no pods.`,
      );
    case 'pods': {
      const { labels, selector, namespace } = end;
      if (namespace !== null && !cluster.namespaces.has(namespace)) return noNamespace(namespace, cluster);
      const labelled = selected(
        state,
        (one) => namespace === null || one.namespace === namespace,
        (own) => matchesLabels(selector, own),
      );
      return some(
        labelled,
        namespace === null ? t`No pod has ${labels}.` : t`No pod has ${labels} in namespace ${namespace}.`,
      );
    }
    case 'outside':
      return { kind: 'found', parties: outside(state) };
    case 'addresses':
      return addressed(state, end);
  }
}

function workloads(state: Evaluated, isMeant: (workload: Workload) => boolean): readonly Party[] {
  const { cluster } = state.space;
  return cluster.workloads.flatMap((workload, index) =>
    isMeant(workload) ? (workloadParty(state, workload, index) ?? []) : [],
  );
}

/** Workloads of which all pods match, and single pods of the others. */
function selected(
  state: Evaluated,
  isMeant: (workload: Workload) => boolean,
  matches: (labels: Labels) => boolean,
): readonly Party[] {
  const { cluster } = state.space;
  return cluster.workloads.flatMap((workload, index) => {
    if (!isMeant(workload)) return [];
    const pods = workload.pods.filter((pod) => matches(cluster.pods[pod]?.labels ?? new Map()));
    if (pods.length === workload.pods.length) return workloadParty(state, workload, index) ?? [];
    return pods.map((pod) => podParty(state, pod));
  });
}

function workloadParty({ units }: Evaluated, workload: Workload, index: number): Party | null {
  const unit = units.workloads[index];
  if (!unit) return null;
  const { namespace, name, pods, replicas, isTemplate } = workload;
  // A template with several replicas stands for several pods, and one may connect to another.
  const isOne = pods.length === 1 && !(isTemplate && replicas > 1);
  return { unit, ref: { id: unit.id, name, namespace }, pod: isOne ? (pods[0] ?? null) : null, mayBe: false };
}

function podParty({ space, units }: Evaluated, index: number): Party {
  const unit = units.pod(index);
  const pod = space.cluster.pods[index];
  // Nodes are in no namespace.
  const namespace = pod === undefined || pod.namespace === '' ? null : pod.namespace;
  return { unit, ref: { id: unit.id, name: pod?.name ?? '', namespace }, pod: index, mayBe: false };
}

function outside({ space, units }: Evaluated): readonly Party[] {
  return space.external.flatMap((group, index): Party[] => {
    const unit = units.external[index];
    if (!unit) return [];
    const { name } = externalFacts(space, group);
    return [{ unit, ref: { id: unit.id, name, namespace: null }, pod: null, mayBe: false }];
  });
}

/** The one workload or pod of that name; all pods of a workload that stand alone. */
export function partyNamed(state: Evaluated, end: ExpectedEnd & { kind: 'name' }): Parties {
  const { cluster } = state.space;
  const { text, workloadKind, namespace, name } = end;
  const isCalled = (one: { readonly namespace: string; readonly name: string }): boolean =>
    one.name === name && (namespace === null || one.namespace === namespace);
  const found = new Map<string, readonly Party[]>();
  const isMeant = (one: Pick<Workload, 'kind' | 'namespace' | 'name'>): boolean =>
    isCalled(one) && (workloadKind === null || one.kind === workloadKind);
  for (const called of workloadsCalled(cluster.workloads, isMeant)) {
    const members = called.members.flatMap((index) => {
      const workload = cluster.workloads[index];
      return (workload && workloadParty(state, workload, index)) ?? [];
    });
    found.set(workloadId(called), members);
  }
  // A pod of a workload has a name of its own; one that nobody owns was found already.
  if (found.size === 0 && (workloadKind === null || workloadKind === 'Pod')) {
    cluster.pods.forEach((pod, index) => {
      if (pod.object.kind === 'Pod' && isCalled(pod) && pod.namespace !== '') {
        found.set(`Pod/${pod.namespace}/${pod.name}`, [podParty(state, index)]);
      }
    });
  }
  const [only, another] = found.values();
  if (only && !another) return { kind: 'found', parties: only };
  const isInDefault = (parties: readonly Party[]): boolean =>
    parties.every(({ ref }) => ref.namespace === 'default');
  const [first, second] = namespace === null ? [...found.values()].filter(isInDefault) : [];
  if (first && !second) return { kind: 'found', parties: first };
  if (only) {
    const candidates = [...found.keys()].sort();
    const shown = candidates.slice(0, 5).join(', ');
    const problem =
      candidates.length > 5
        ? t`${text} may mean several: ${shown}, … (${grouped(candidates.length)}).`
        : t`${text} may mean several: ${shown}.`;
    return { kind: 'unclear', problem };
  }
  if (cluster.completedPods.some(isCalled)) {
    return nobody(t`Pod ${text} has finished: it no longer has a network.`);
  }
  const isOfIt = ({ owner, namespace: own }: PodObject): boolean =>
    owner !== null && isCalled({ name: owner.name, namespace: own });
  if (cluster.completedPods.some(isOfIt)) {
    return nobody(t`The pods of ${text} have finished: they no longer have a network.`);
  }
  const service = cluster.services.find(isCalled);
  if (service) {
    return nobody(t`${text} is a Service. Policies never see one, only the pods behind it: name those.`);
  }
  const names = cluster.workloads.map((one) =>
    namespace === null ? one.name : `${one.namespace}/${one.name}`,
  );
  const called = text.split('/').slice(-2).join('/');
  if (workloadKind !== null) return nobody(t`There is no ${workloadKind} ${called}.`);
  const meant = names.length <= 5000 ? nearest(text, names) : null;
  return nobody(
    meant === null
      ? t`There is no pod or workload ${called}.`
      : t`There is no pod or workload ${called}; is ${meant} meant?`,
  );
}

/** Pods and nodes whose address is among them, or may be as nobody gave it, and what is outside of them. */
function addressed(
  state: Evaluated,
  { text, family, first, last }: ExpectedEnd & { kind: 'addresses' },
): Parties {
  const { space, units } = state;
  const { cluster } = space;
  const nodes = new Set(cluster.nodePods.values());
  const parties: Party[] = [];
  cluster.pods.forEach((pod, index) => {
    // The address of a pod on the host network is its node's.
    if (pod.hostNetwork && !nodes.has(index)) return;
    const own = pod.addresses.find((one) => one.family === family && first <= one.value && one.value <= last);
    if (!own) return;
    const { unit, ref } = podParty(state, index);
    const name = ref.namespace === null ? `${ref.name} ${formatAddress(own)}` : ref.name;
    parties.push({ unit: inFamily(unit, family), ref: { ...ref, name }, pod: index, mayBe: false });
  });
  const isOne = first === last;
  if (isOne && parties.length > 0) return { kind: 'found', parties };
  const canonical = formatAddress({ family, value: first });
  const service =
    isOne && cluster.services.find(({ clusterAddresses }) => clusterAddresses.includes(canonical));
  if (service) {
    return nobody(
      t`${text} is the cluster address of Service ${service.namespace}/${service.name}: policies see the pods behind it, never this address.`,
    );
  }
  const met = new Set(
    space.intervals
      .filter(({ range }) => range.family === family && range.first <= last && first <= range.last)
      .map((interval) => interval.class),
  );
  space.external.forEach((group, index) => {
    const unit = units.external[index];
    if (!unit || !met.has(group.id)) return;
    const name = isOne ? text : externalFacts(space, group).name;
    parties.push({ unit, ref: { id: unit.id, name, namespace: null }, pod: null, mayBe: false });
  });
  if (space.mayHoldPod({ family, first, last })) {
    for (const party of unplaced(state)) {
      parties.push({ ...party, unit: inFamily(party.unit, family), mayBe: true });
    }
  }
  return some(parties, t`${text} is in no address range.`);
}

const inFamily = (unit: Unit, family: 4 | 6): Unit => ({ ...unit, end: { ...unit.end, family } });

/**
 * Pods whose address nobody gave. Those on the host network have their node's, and no policy knows that from any other
 * address.
 */
function unplaced(state: Evaluated): readonly Party[] {
  const { cluster } = state.space;
  const isMeant = (index: number): boolean => {
    const pod = cluster.pods[index];
    return pod !== undefined && isUnplaced(pod);
  };
  return cluster.workloads.flatMap((workload, index) => {
    const pods = workload.pods.filter(isMeant);
    if (pods.length === workload.pods.length) return workloadParty(state, workload, index) ?? [];
    return pods.map((pod) => podParty(state, pod));
  });
}

function some(parties: readonly Party[], problem: string): Parties {
  return parties.length > 0 ? { kind: 'found', parties } : nobody(problem);
}

const nobody = (problem: string): Parties => ({ kind: 'nobody', problem });

function noNamespace(name: string, { namespaces }: Space['cluster']): Parties {
  const meant = nearest(name, [...namespaces.keys()]);
  return nobody(
    meant === null ? t`There is no namespace ${name}.` : t`There is no namespace ${name}; is ${meant} meant?`,
  );
}
