import type { EndRef, Entity, EntityId } from '../answer';
import type { Evaluated, NamedEnd } from '../evaluate/evaluated';
import type { Unit } from '../evaluate/ends';
import { externalFacts, podFacts, workloadFacts } from '../evaluate/facts';
import { alikeMembers, alikeFold, namespaceFold, outsideFold } from '../evaluate/scene';

/** Anything that can be pointed at: one end of pairs, or several of them folded into one. */
export interface Part {
  readonly id: EntityId;
  readonly facts: Entity;
  readonly units: readonly Unit[];
  /** Null for a fold. */
  readonly named: NamedEnd | null;
}

/** The part of this id in what was evaluated, whether or not it has a card; null: there is none. */
export function findPart(
  state: Evaluated & { readonly named: ReadonlySet<string> },
  id: EntityId,
): Part | null {
  const { space, units } = state;
  const { cluster } = space;
  if (id === 'outside') return { id, facts: outsideFold(space), units: units.external, named: null };
  const group = units.external.findIndex((unit) => unit.id === id);
  const addresses = space.external[group];
  if (addresses) return single(units.external[group], externalFacts(space, addresses));
  const index = units.indexOf(id);
  const workload = cluster.workloads[index];
  if (workload) return single(units.workloads[index], workloadFacts(space, workload));
  const [kind, namespace = '', name] = id.split('/');
  if (kind === 'Pod') return findPod(state, namespace, name ?? '');
  const members = cluster.workloads.flatMap((one, at) => (one.namespace === namespace ? [at] : []));
  if (kind === 'Namespace' && name === undefined && members.length > 0) {
    const facts = namespaceFold(namespace, members, cluster.workloads);
    return { id, facts, units: members.flatMap((at) => units.workloads[at] ?? []), named: null };
  }
  if (kind === 'alike') {
    const first = units.indexOf(id.slice(`alike/${namespace}/`.length));
    const alike = alikeMembers(space, units, members, state.named, first);
    if (alike.length === 0) return null;
    const facts = alikeFold(space, alike, namespace);
    return { id, facts, units: alike.flatMap((at) => units.workloads[at] ?? []), named: null };
  }
  return null;
}

function findPod({ space, units }: Evaluated, namespace: string, name: string): Part | null {
  const index = space.cluster.pods.findIndex((pod) => pod.namespace === namespace && pod.name === name);
  const workload = space.cluster.workloads.find(
    (one) => one.namespace === namespace && one.pods.includes(index),
  );
  return index < 0 || !workload ? null : single(units.pod(index), podFacts(space, index, workload));
}

function single(unit: Unit | undefined, facts: Entity): Part | null {
  if (!unit) return null;
  return { id: facts.id, facts, units: [unit], named: { id: facts.id, name: facts.name, end: unit.end } };
}

/** How the units of a state are called. */
export function refsOf({ space, units }: Evaluated): (unit: Unit) => EndRef {
  return (unit) => {
    const workload = space.cluster.workloads[units.indexOf(unit.id)];
    if (workload) return { id: unit.id, name: workload.name, namespace: workload.namespace };
    const group = space.external[units.external.indexOf(unit)];
    if (group) return { id: unit.id, name: externalFacts(space, group).name, namespace: null };
    const [, namespace = '', name = ''] = unit.id.split('/');
    return { id: unit.id, name, namespace };
  };
}
