import type { Cluster } from '../../model/cluster';
import type { ContainerPort, ServiceObject, ServicePort } from '../../model/objects';

/** Which workloads stand behind which Services. */
export interface Backing {
  /** Indices of the workloads behind a Service. */
  behind(service: ServiceObject): readonly number[];
  /** The Services a workload stands behind, by its index. */
  before(workload: number): readonly ServiceObject[];
  /** The Services of a namespace. */
  inNamespace(namespace: string): readonly ServiceObject[];
}

const known = new WeakMap<Cluster, Backing>();

/** Worked out once per cluster. https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes */
export function backingOf(cluster: Cluster): Backing {
  let backing = known.get(cluster);
  if (!backing) known.set(cluster, (backing = makeBacking(cluster)));
  return backing;
}

function makeBacking({ services, workloads, pods }: Cluster): Backing {
  const asked = new Set(services.flatMap(({ selector }) => [...(selector?.keys() ?? [])]));
  const byLabel = new Map<string, number[]>();
  workloads.forEach(({ namespace, pods: [first = -1] }, index) => {
    const labels = pods[first]?.labels;
    for (const key of asked) {
      const value = labels?.get(key);
      if (value !== undefined) push(byLabel, `${namespace}/${key}=${value}`, index);
    }
  });
  const behind = new Map<ServiceObject, readonly number[]>();
  const before = new Map<number, ServiceObject[]>();
  const inNamespace = new Map<string, ServiceObject[]>();
  for (const service of services) {
    push(inNamespace, service.namespace, service);
    const lists = [...(service.selector ?? [])].map(
      ([key, value]) => byLabel.get(`${service.namespace}/${key}=${value}`) ?? [],
    );
    const [first = [], ...others] = lists.sort((a, b) => a.length - b.length);
    const found = first.filter((index) => others.every((list) => list.includes(index)));
    behind.set(service, found);
    for (const index of found) push(before, index, service);
  }
  return {
    behind: (service) => behind.get(service) ?? [],
    before: (workload) => before.get(workload) ?? [],
    inNamespace: (namespace) => inNamespace.get(namespace) ?? [],
  };
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The port of a pod that a Service's port leads to; null: the pod has no port of that name. */
export function targetIn(
  { targetPort, protocol }: ServicePort,
  ports: readonly ContainerPort[],
): number | null {
  if (typeof targetPort === 'number') return targetPort;
  return ports.find((one) => one.name === targetPort && one.protocol === protocol)?.port ?? null;
}
