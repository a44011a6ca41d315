import type { Entity, Topology } from '../answer';
import type { Space } from '../compile/space';
import type { Unit } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { externalFacts } from '../evaluate/facts';
import type { ClusterPod } from '../model/cluster';
import type { Workload } from '../model/fold';
import type { Labels } from '../model/objects';

/** One unit with everything a person may know it by. */
export interface Subject {
  readonly unit: Unit;
  /** Index of the card it is part of. */
  readonly node: number;
  /** A workload's, a pod's, or `External`. */
  readonly kinds: readonly string[];
  /** Null: outside the cluster. */
  readonly namespace: string | null;
  /** As one would write it: `web`, `shop/web`. */
  readonly names: readonly string[];
  /** Names of parts, and address ranges; only looked through. */
  readonly parts: readonly string[];
  /** Of each pod that has others than the one before. */
  readonly labels: readonly Labels[];
}

/** What every card of a view stands for. The outside is its groups of addresses, whether or not they have cards. */
export function subjectsOf({ entities }: Topology, { space, units }: Evaluated): readonly Subject[] {
  const { workloads, pods } = space.cluster;
  const byNamespace = new Map<string, number[]>();
  workloads.forEach(({ namespace }, index) => {
    const list = byNamespace.get(namespace);
    if (list) list.push(index);
    else byNamespace.set(namespace, [index]);
  });
  const ofWorkload = (index: number, node: number): Subject[] => {
    const [unit, workload] = [units.workloads[index], workloads[index]];
    return unit && workload ? [insideSubject(unit, node, workload, pods, null)] : [];
  };
  const ofPods = (entity: Extract<Entity, { kind: 'pod' }>, node: number): Subject[] => {
    const workload = workloads[units.indexOf(entity.workload)];
    const index = workload?.pods.find((pod) => pods[pod]?.name === entity.name);
    if (!workload || index === undefined) return [];
    return [insideSubject(units.pod(index), node, workload, pods, entity.name)];
  };
  const ofGroup = (index: number, node: number): Subject[] => {
    const [unit, group] = [units.external[index], space.external[index]];
    return unit && group ? [outsideSubject(space, unit, node, group)] : [];
  };
  const subjectsOfCard = (entity: Entity, node: number): readonly Subject[] => {
    switch (entity.kind) {
      case 'workload':
        return ofWorkload(units.indexOf(entity.id), node);
      case 'alike':
        return entity.members.flatMap((id) => ofWorkload(units.indexOf(id), node));
      case 'namespace':
        return (byNamespace.get(entity.namespace) ?? []).flatMap((index) => ofWorkload(index, node));
      case 'pod':
        return ofPods(entity, node);
      case 'external':
        return ofGroup(
          units.external.findIndex(({ id }) => id === entity.id),
          node,
        );
      case 'outside':
        return space.external.flatMap((_, index) => ofGroup(index, node));
    }
  };
  return entities.flatMap(subjectsOfCard);
}

function insideSubject(
  unit: Unit,
  node: number,
  workload: Workload,
  all: readonly ClusterPod[],
  pod: string | null,
): Subject {
  const { namespace } = workload;
  const name = pod ?? workload.name;
  const pods = unit.end.pods.flatMap((index) => all[index] ?? []);
  const labels: Labels[] = [];
  for (const one of pods) {
    const before = labels.at(-1);
    if (before === undefined || !areSame(before, one.labels)) labels.push(one.labels);
  }
  return {
    unit,
    node,
    kinds: pod === null ? [workload.kind] : ['Pod', workload.kind],
    namespace,
    names: [name, `${namespace}/${name}`],
    parts: workload.isTemplate ? [] : [workload.name, ...pods.map((one) => one.name)],
    labels,
  };
}

function outsideSubject(space: Space, unit: Unit, node: number, group: Space['external'][number]): Subject {
  const { name, ranges } = externalFacts(space, group);
  return {
    unit,
    node,
    kinds: ['External'],
    namespace: null,
    names: [name, 'outside'],
    parts: [group.cidr ?? '', ...ranges],
    labels: [],
  };
}

function areSame(a: Labels, b: Labels): boolean {
  if (a === b) return true;
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
