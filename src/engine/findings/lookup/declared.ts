import type { ClusterPod } from '../../model/cluster';
import type { Protocol } from '../../model/objects';
import type { Evaluated } from '../../evaluate/evaluated';

/** What workloads say they listen on: how many of them name a port so, `TCP 80` or `TCP http`. */
interface Declared {
  count(protocol: Protocol, port: number | string): number;
}

const known = new WeakMap<readonly number[], { readonly cluster: object; readonly declared: Declared }>();

/** The container ports of workloads, given by their indices. */
export function declaredBy(state: Evaluated, workloads: readonly number[]): Declared {
  const { cluster } = state.space;
  const remembered = known.get(workloads);
  if (remembered?.cluster === cluster) return remembered.declared;
  const counts = new Map<string, number>();
  for (const index of workloads) {
    const ports = firstPod(state, index)?.ports ?? [];
    const keys = ports.flatMap(({ name, protocol, port }) => [
      `${protocol} ${String(port)}`,
      ...(name === null ? [] : [`${protocol} ${name}`]),
    ]);
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const declared: Declared = {
    count: (protocol, port) => counts.get(`${protocol} ${String(port)}`) ?? 0,
  };
  known.set(workloads, { cluster, declared });
  return declared;
}

/** Any pod of a workload; they agree in labels and ports. */
export function firstPod({ space: { cluster } }: Evaluated, workload: number): ClusterPod | null {
  return cluster.pods[cluster.workloads[workload]?.pods[0] ?? -1] ?? null;
}
