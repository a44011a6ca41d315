import { t } from '../../language/t';
import type { EntityPort, ExternalEntity, NamespaceEntity, PodEntity, WorkloadEntity } from '../answer';
import { formatRange } from '../compile/addressRanges';
import type { AddressClass, Space } from '../compile/space';
import { formatAddress, parseCidr } from '../model/address';
import type { Cluster } from '../model/cluster';
import type { Workload } from '../model/fold';
import type { Labels, ServiceObject } from '../model/objects';
import { externalId, workloadId } from './ends';

/** Pods whose names are told with their workload. */
const NAMED_PODS = 50;

/** What is to be said of a workload without any policy. */
export function workloadFacts({ cluster }: Space, workload: Workload): WorkloadEntity {
  const { namespace, name, pods, replicas, isTemplate } = workload;
  const first = cluster.pods[pods[0] ?? -1];
  const services = servicesIn(cluster, namespace).filter(
    ({ selector }) => selector !== null && first && selects(selector, first.labels),
  );
  const named = isTemplate ? [] : pods.slice(0, NAMED_PODS).map((pod) => cluster.pods[pod]?.name ?? '');
  return {
    kind: 'workload',
    id: workloadId(workload),
    workloadKind: workload.kind,
    namespace,
    name,
    replicas,
    podCount: isTemplate ? 0 : pods.length,
    pods: named.sort(),
    labels: sortedLabels(first?.labels ?? new Map()),
    ports: first?.ports ?? [],
    hostNetwork: first?.hostNetwork ?? false,
    services: services.map((service) => ({ name: service.name, ports: servicePorts(service) })),
  };
}

/** What is to be said of one pod of a workload. */
export function podFacts({ cluster }: Space, index: number, workload: Workload): PodEntity {
  const pod = cluster.pods[index];
  return {
    kind: 'pod',
    id: `Pod/${workload.namespace}/${pod?.name ?? ''}`,
    namespace: workload.namespace,
    name: pod?.name ?? '',
    workload: workloadId(workload),
    node: pod?.nodeName ?? null,
    addresses: pod?.addresses.map(formatAddress) ?? [],
    labels: sortedLabels(pod?.labels ?? new Map()),
    ports: pod?.ports ?? [],
    hostNetwork: pod?.hostNetwork ?? false,
  };
}

/** What is to be said of a group of external addresses. */
export function externalFacts({ external }: Space, group: AddressClass): ExternalEntity {
  return {
    kind: 'external',
    id: externalId(group),
    ...externalNames(group, external),
    ranges: group.ranges.map((range) => formatRange(range)),
    everythingElse: group.cidr === null,
  };
}

/** All namespaces by name, with how much is in each. */
export function namespaceFacts({ cluster }: Space): readonly NamespaceEntity[] {
  const counts = new Map<string, { workloads: number; pods: number }>();
  for (const { namespace, pods, isTemplate } of cluster.workloads) {
    const count = counts.get(namespace) ?? { workloads: 0, pods: 0 };
    count.workloads++;
    if (!isTemplate) count.pods += pods.length;
    counts.set(namespace, count);
  }
  return [...cluster.namespaces.values()]
    .map(({ name, labels, object }) => ({
      name,
      labels: sortedLabels(labels),
      declared: object !== null,
      workloads: counts.get(name)?.workloads ?? 0,
      pods: counts.get(name)?.pods ?? 0,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Labels and ports that all of the workloads have. */
export function commonFacts(
  { cluster }: Space,
  workloads: readonly Workload[],
): { readonly labels: readonly (readonly [string, string])[]; readonly ports: readonly EntityPort[] } {
  const pods = workloads.flatMap(({ pods: [first] }) => cluster.pods[first ?? -1] ?? []);
  const [one] = pods;
  if (!one) return { labels: [], ports: [] };
  const samePort = (a: EntityPort) => (b: EntityPort) => a.port === b.port && a.protocol === b.protocol;
  return {
    labels: sortedLabels(one.labels).filter(([key, value]) =>
      pods.every(({ labels }) => labels.get(key) === value),
    ),
    ports: one.ports.filter((port) => pods.every(({ ports }) => ports.some(samePort(port)))),
  };
}

const servicesByNamespace = new WeakMap<Cluster, ReadonlyMap<string, readonly ServiceObject[]>>();

function servicesIn(cluster: Cluster, namespace: string): readonly ServiceObject[] {
  let known = servicesByNamespace.get(cluster);
  if (!known) {
    const lists = new Map<string, ServiceObject[]>();
    for (const service of cluster.services) {
      const list = lists.get(service.namespace);
      if (list) list.push(service);
      else lists.set(service.namespace, [service]);
    }
    servicesByNamespace.set(cluster, (known = lists));
  }
  return known.get(namespace) ?? [];
}

function selects(selector: Labels, labels: Labels): boolean {
  return selector.size > 0 && [...selector].every(([key, value]) => labels.get(key) === value);
}

function servicePorts({ ports }: ServiceObject): string {
  return ports
    .map(({ port, targetPort }) =>
      port === targetPort ? String(port) : `${String(port)} → ${String(targetPort)}`,
    )
    .join(', ');
}

function externalNames(
  { cidr, ranges }: AddressClass,
  all: readonly AddressClass[],
): Pick<ExternalEntity, 'name' | 'short'> {
  const plain = (name: string) => ({ name, short: name });
  if (cidr === null) return plain(all.length === 1 ? t`Outside` : t`Everything else`);
  const family = ranges[0]?.family ?? 4;
  const others = all.some((one) => one.cidr !== cidr && one.ranges[0]?.family === family);
  if (cidr === '0.0.0.0/0') return plain(others ? t`Other IPv4` : t`Any IPv4`);
  if (cidr === '::/0') return plain(others ? t`Other IPv6` : t`Any IPv6`);
  const short = cidr.replace(family === 4 ? /\/32$/ : /\/128$/, '');
  const whole = parseCidr(cidr);
  const [first, ...more] = ranges;
  const isWhole = more.length === 0 && first?.first === whole?.first && first?.last === whole?.last;
  // Other groups, or what is excepted, are parts of it.
  return isWhole ? plain(short) : { name: t`rest of ${short}`, short };
}

function sortedLabels(labels: Labels): readonly (readonly [string, string])[] {
  return [...labels].sort(([a], [b]) => (a < b ? -1 : 1));
}
