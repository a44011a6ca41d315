import type { Entity, Topology } from '../answer';
import type { Space } from '../compile/space';
import { workloadId, type Unit } from '../evaluate/ends';
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
  let ids: ReadonlySet<string> | null = null;
  // Where only single pods of a workload are left, its name means all of them.
  const wholeOf = ({ namespace, partOf }: Workload): string | null => {
    if (partOf === null) return null;
    ids ??= new Set(workloads.map(workloadId));
    return ids.has(workloadId({ ...partOf, namespace })) ? null : partOf.name;
  };
  const ofWorkload = (index: number, node: number): Subject[] => {
    const [unit, workload] = [units.workloads[index], workloads[index]];
    if (!unit || !workload) return [];
    const subject = insideSubject(unit, node, workload, pods, null);
    const whole = wholeOf(workload);
    const { namespace } = workload;
    return [
      whole === null ? subject : { ...subject, names: [...subject.names, whole, `${namespace}/${whole}`] },
    ];
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
    kinds: [
      ...(pod === null ? [] : ['Pod']),
      workload.kind,
      ...(workload.partOf ? [workload.partOf.kind] : []),
    ],
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
