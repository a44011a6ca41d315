import type { EndRef, EntityId } from '../answer';
import { workloadId } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import type { Workload } from '../model/fold';
import {
  COUNTED_FIRST,
  type AreaCoverage,
  type Counted,
  type Coverage,
  type NamespaceCoverage,
  type PairCounts,
  type PartlyMeant,
} from './coverage';
import { IsolationCounter, ownPods } from './isolation';
import { namespaceCells, sumOf } from './namespaceCells';
import { selectionOf, type Selection } from './selection';

type Pairs = Pick<AreaCoverage, 'into' | 'outOf' | 'fromOutside' | 'toOutside'>;

/** How far the policies cover each namespace and the cluster. Pauses now and then; run it to its end. */
export function* coverageOf(state: Evaluated): Generator<undefined, Coverage> {
  const { space, book, locate } = state;
  const cells = yield* namespaceCells(state);
  const { entities } = cells.scene.topology;
  const inside = [...entities.keys()].filter((node) => entities[node]?.kind === 'namespace');
  const outside = entities.findIndex(({ kind }) => kind === 'outside');
  const pairsOf = (nodes: readonly number[]): Pairs => ({
    into: sumOf(
      cells,
      nodes.flatMap((node) => inside.map((other) => [other, node] as const)),
    ),
    outOf: sumOf(
      cells,
      nodes.flatMap((node) => inside.map((other) => [node, other] as const)),
    ),
    fromOutside: sumOf(
      cells,
      nodes.map((node) => [outside, node] as const),
    ),
    toOutside: sumOf(
      cells,
      nodes.map((node) => [node, outside] as const),
    ),
  });
  const selection = selectionOf(state);
  const ingress = new IsolationCounter(state, 'Ingress');
  const egress = new IsolationCounter(state, 'Egress');
  const area = (workloads: readonly Workload[], policies: number, pairs: Pairs): AreaCoverage => ({
    workloads: workloads.length,
    pods: workloads.reduce((sum, { pods, isTemplate }) => sum + (isTemplate ? 0 : pods.length), 0),
    policies,
    ingress: ingress.of(workloads),
    egress: egress.of(workloads),
    ...pairs,
    unselected: firstOf(unselectedAmong(state, selection, workloads)),
    exempt: firstOf(workloads.filter((one) => ownPods(state, one).length === 0).map(refOf)),
  });

  const { workloads } = space.cluster;
  const byNamespace = new Map<string, Workload[]>();
  for (const workload of workloads) {
    const list = byNamespace.get(workload.namespace);
    if (list) list.push(workload);
    else byNamespace.set(workload.namespace, [workload]);
  }
  const namespaces = inside.flatMap((node): NamespaceCoverage[] => {
    const entity = entities[node];
    if (entity?.kind !== 'namespace') return [];
    const { namespace: name } = entity;
    const policies = book.byNamespace.get(name)?.length ?? 0;
    return [{ name, ...area(byNamespace.get(name) ?? [], policies, pairsOf([node])) }];
  });
  return {
    cluster: area(workloads, book.policies.length, pairsOf(inside)),
    namespaces: namespaces.sort(worstFirst),
    idle: firstOf(
      selection.idle.map((policy) => ({
        name: policy.name,
        namespace: policy.namespace,
        place: locate(policy, policy.nameRange),
      })),
    ),
    doubtful: book.rejected.length + book.unsupported.length,
  };
}

/** Ids of all workloads with a pod that no policy selects, of one namespace or of the cluster (null). */
export function unselectedIn(state: Evaluated, namespace: string | null): readonly EntityId[] {
  const workloads = state.space.cluster.workloads.filter(
    (one) => namespace === null || one.namespace === namespace,
  );
  return unselectedAmong(state, selectionOf(state), workloads).map(({ id }) => id);
}

function unselectedAmong(
  state: Evaluated,
  { selected }: Selection,
  workloads: readonly Workload[],
): readonly PartlyMeant[] {
  const { classOfPod } = state.space;
  return workloads.flatMap((workload) => {
    const pods = ownPods(state, workload);
    const free = pods.filter((pod) => selected[classOfPod[pod] ?? 0] === 0).length;
    return free === 0 ? [] : [{ ...refOf(workload), isPart: free < pods.length }];
  });
}

function refOf(workload: Workload): EndRef {
  return { id: workloadId(workload), name: workload.name, namespace: workload.namespace };
}

function firstOf<T>(all: readonly T[]): Counted<T> {
  return { count: all.length, first: all.slice(0, COUNTED_FIRST) };
}

/** The largest share of pairs that pass into it; of equal ones the one with more workloads. */
function worstFirst(a: NamespaceCoverage, b: NamespaceCoverage): number {
  return share(b.into) - share(a.into) || b.workloads - a.workloads || (a.name < b.name ? -1 : 1);
}

function share({ pairs, passing }: PairCounts): number {
  return pairs === 0 ? 0 : passing / pairs;
}
