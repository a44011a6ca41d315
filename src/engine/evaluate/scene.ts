import { t } from '../../language/t';
import type {
  AlikeFold,
  Entity,
  EntityId,
  Level,
  NamespaceFold,
  OutsideFold,
  Topology,
  View,
} from '../answer';
import type { Space } from '../compile/space';
import type { Workload } from '../model/fold';
import { workloadId, type Unit, type Units } from './ends';
import { commonFacts, externalFacts, namespaceFacts, podFacts, workloadFacts } from './facts';

/** The cards of one view, with the units each stands for. */
export interface Scene {
  readonly topology: Topology;
  /** In the order of topology.entities. */
  readonly nodes: readonly (readonly Unit[])[];
  /** Where the units are that have pods, or addresses, of a class. */
  seatsOf(classId: number): readonly Seat[];
  /** Where every unit is. */
  seats(): ReadonlyMap<Unit, Seat>;
}

/** One unit in a scene: the `at`-th of those its node stands for. */
export interface Seat {
  readonly unit: Unit;
  readonly node: number;
  readonly at: number;
}

/** From here on a card is a namespace, unless the view says otherwise. */
const MANY_WORKLOADS = 48;
/** From here on alike workloads are folded, unless the view says otherwise. */
const MANY_CARDS = 300;
/** No view has more cards than this, but for what was unfolded by hand: with their frames about a thousand nodes. */
const MOST_CARDS = 700;
/** More groups of addresses than this are one card. */
const MANY_GROUPS = 30;

/** Cuts the tree cluster → namespace → alike workloads → workload → pod where the view says. */
export function buildScene(space: Space, units: Units, view: View, named: ReadonlySet<string>): Scene {
  const { cluster } = space;
  const byNamespace = workloadsByNamespace(cluster.workloads);
  const level = view.level ?? levelBySize(cluster.workloads.length, byNamespace.size);
  const alike = view.alike ?? (level !== 'namespaces' && cluster.workloads.length > MANY_CARDS);
  const unfolded = new Set(view.unfolded);
  const folded = new Set(view.folded);
  const isUnfolded = (id: EntityId, byLevel: boolean): boolean =>
    byLevel ? !folded.has(id) : unfolded.has(id);

  const entities: Entity[] = [];
  const nodes: (readonly Unit[])[] = [];
  const add = (entity: Entity, of: readonly Unit[]): void => {
    entities.push(entity);
    nodes.push(of);
  };
  const unitOf = (index: number): Unit[] => units.workloads.slice(index, index + 1);

  const addWorkload = (index: number, budget: number): void => {
    const workload = cluster.workloads[index];
    if (!workload) return;
    const id = workloadId(workload);
    const hasPods = !workload.isTemplate && workload.kind !== 'Pod';
    const fits = entities.length + workload.pods.length <= budget;
    if (hasPods && isUnfolded(id, level === 'pods') && (fits || unfolded.has(id))) {
      for (const pod of workload.pods) add(podFacts(space, pod, workload), [units.pod(pod)]);
    } else add(workloadFacts(space, workload), unitOf(index));
  };

  for (const [namespace, members] of byNamespace) {
    const id = namespaceId(namespace);
    const groups = alike ? groupAlike(space, units, members, named) : members.map((index) => [index]);
    const fits = entities.length + groups.length <= MOST_CARDS;
    if (!isUnfolded(id, level !== 'namespaces') || !(fits || unfolded.has(id))) {
      add(namespaceFold(namespace, members, cluster.workloads), members.flatMap(unitOf));
      continue;
    }
    for (const group of groups) {
      const fold = group.length > 1 ? alikeFold(space, group, namespace) : null;
      if (fold && !unfolded.has(fold.id)) add(fold, group.flatMap(unitOf));
      else for (const index of group) addWorkload(index, MOST_CARDS);
    }
  }

  const isOutsideOpen = isUnfolded('outside', level !== 'namespaces' && space.external.length <= MANY_GROUPS);
  if (isOutsideOpen) {
    space.external.forEach((group, index) => {
      const unit = units.external[index];
      if (unit) add(externalFacts(space, group), [unit]);
    });
  } else add(outsideFold(space), [units.outside]);

  const namespaces = namespaceFacts(space);
  const inCluster = {
    namespaces: namespaces.length,
    workloads: cluster.workloads.length,
    pods: namespaces.reduce((sum, { pods }) => sum + pods, 0),
  };
  // No places in here: they move with every keystroke above them and are looked up when asked for.
  const id = fingerprint(JSON.stringify([level, alike, namespaces, entities]));
  return {
    topology: { id, level, alike, namespaces, entities, cluster: inCluster },
    nodes,
    ...seatsIn(nodes),
  };
}

/** Both are made when first asked for: most scenes are never edited. */
function seatsIn(nodes: Scene['nodes']): Pick<Scene, 'seats' | 'seatsOf'> {
  let all: ReadonlyMap<Unit, Seat> | null = null;
  let byClass: ReadonlyMap<number, readonly Seat[]> | null = null;
  const seats = (): ReadonlyMap<Unit, Seat> => {
    all ??= new Map(
      nodes.flatMap((units, node) => units.map((unit, at) => [unit, { unit, node, at }] as const)),
    );
    return all;
  };
  const sorted = (): ReadonlyMap<number, readonly Seat[]> => {
    const lists = new Map<number, Seat[]>();
    for (const seat of seats().values()) {
      for (const id of seat.unit.end.classes) {
        const list = lists.get(id);
        if (list) list.push(seat);
        else lists.set(id, [seat]);
      }
    }
    return lists;
  };
  return {
    seats,
    seatsOf: (classId) => (byClass ??= sorted()).get(classId) ?? [],
  };
}

export function namespaceId(namespace: string): EntityId {
  return `Namespace/${namespace}`;
}

function levelBySize(workloads: number, namespaces: number): Level {
  return workloads > MANY_WORKLOADS && namespaces > 1 ? 'namespaces' : 'workloads';
}

/** Indices of workloads; they are sorted by namespace. */
function workloadsByNamespace(workloads: readonly Workload[]): ReadonlyMap<string, readonly number[]> {
  const byNamespace = new Map<string, number[]>();
  workloads.forEach(({ namespace }, index) => {
    const list = byNamespace.get(namespace);
    if (list) list.push(index);
    else byNamespace.set(namespace, [index]);
  });
  return byNamespace;
}

/** Workloads in groups that no policy tells apart, in the order of the first of each. */
function groupAlike(
  space: Space,
  units: Units,
  members: readonly number[],
  named: ReadonlySet<string>,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const index of members) {
    const end = units.workloads[index]?.end;
    const [only, another] = end?.classes ?? [];
    const isPlain = only !== undefined && another === undefined && !isHost(space, only);
    const key = isPlain ? space.alikeKey(only, named) : `alone ${String(index)}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return [...groups.values()];
}

/** Those of a namespace's workloads that are alike to the one of index `first`. */
export function alikeMembers(
  space: Space,
  units: Units,
  members: readonly number[],
  named: ReadonlySet<string>,
  first: number,
): readonly number[] {
  return groupAlike(space, units, members, named).find((group) => group.includes(first)) ?? [];
}

function isHost({ classes }: Space, id: number): boolean {
  const one = classes[id];
  return one?.kind === 'pods' && one.example.hostNetwork;
}

/** Scaled to 0. */
const isIdle = ({ isTemplate, replicas }: Workload): boolean => isTemplate && replicas === 0;

/** A namespace as one card; `members` are indices of its workloads. */
export function namespaceFold(
  namespace: string,
  members: readonly number[],
  workloads: readonly Workload[],
): NamespaceFold {
  let pods = 0;
  let idle = 0;
  for (const index of members) {
    const workload = workloads[index];
    if (!workload) continue;
    if (!workload.isTemplate) pods += workload.pods.length;
    if (isIdle(workload)) idle++;
  }
  return {
    kind: 'namespace',
    id: namespaceId(namespace),
    namespace,
    name: namespace,
    workloads: members.length,
    idle,
    pods,
  };
}

/** Alike workloads as one card. */
export function alikeFold(space: Space, group: readonly number[], namespace: string): AlikeFold {
  const workloads = group.flatMap((index) => space.cluster.workloads[index] ?? []);
  const members = workloads.map(workloadId);
  return {
    kind: 'alike',
    id: `alike/${namespace}/${members[0] ?? ''}`,
    namespace,
    name: workloads[0]?.name ?? '',
    members,
    idle: workloads.filter(isIdle).map(workloadId),
    ...commonFacts(space, workloads),
  };
}

/** The outside as one card. */
export function outsideFold({ external }: Space): OutsideFold {
  return { kind: 'outside', id: 'outside', name: t`Outside`, groups: external.length };
}

/** Some 60 bits are enough to tell one edit's topology from the next. */
function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}${text.length.toString(36)}`;
}
