import type { Cluster, ClusterPod } from '../../model/cluster';

/** A workload whose pods use the network of their node. */
export interface HostWorkload {
  readonly index: number;
  readonly pod: ClusterPod;
}

/** Those of one namespace, and how many other workloads it has. */
interface HostsOfNamespace {
  readonly hosts: HostWorkload[];
  others: number;
}

const known = new WeakMap<Cluster, ReadonlyMap<string, Readonly<HostsOfNamespace>>>();

/** Workloads on the host network, by the namespaces that have some. */
export function hostWorkloadsOf(cluster: Cluster): ReadonlyMap<string, Readonly<HostsOfNamespace>> {
  let found = known.get(cluster);
  if (!found) {
    const all = new Map<string, HostsOfNamespace>();
    cluster.workloads.forEach(({ namespace, pods: [first = -1] }, index) => {
      const one = all.get(namespace) ?? { hosts: [], others: 0 };
      all.set(namespace, one);
      const pod = cluster.pods[first];
      if (pod?.hostNetwork) one.hosts.push({ index, pod });
      else one.others++;
    });
    found = new Map([...all].filter(([, { hosts }]) => hosts.length > 0));
    known.set(cluster, found);
  }
  return found;
}
