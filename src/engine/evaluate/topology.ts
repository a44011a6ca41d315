import type { Entity, ExternalEntity, NamespaceEntity, Topology, WorkloadEntity } from '../answer';
import { formatRange } from '../compile/addressRanges';
import type { AddressClass, Space } from '../compile/space';
import type { Labels, ServiceObject } from '../model/objects';
import type { Workload } from '../model/fold';
import type { End } from './pair';

/** The nodes of the picture with, in the same order, the classes they stand for. */
export interface Nodes {
  readonly topology: Topology;
  readonly ends: readonly End[];
}

/** Workloads by namespace and name, then the outside world. */
export function buildNodes(space: Space): Nodes {
  const { cluster } = space;
  const entities: Entity[] = [];
  const ends: End[] = [];
  for (const workload of cluster.workloads) {
    entities.push(workloadEntity(space, workload));
    ends.push({
      classes: [...new Set(workload.pods.map((pod) => space.classOfPod[pod] ?? 0))],
      pods: workload.pods,
    });
  }
  for (const group of space.external) {
    entities.push(externalEntity(group, space.external));
    ends.push({ classes: [group.id], pods: [] });
  }
  const namespaces: NamespaceEntity[] = [...cluster.namespaces.values()]
    .map(({ name, labels, object }) => ({
      name,
      labels: sortedLabels(labels),
      declared: object !== null,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  // No places in here: they move with every keystroke above them and are looked up when asked for.
  const id = fingerprint(JSON.stringify([namespaces, entities]));
  return { topology: { id, namespaces, entities }, ends };
}

export function workloadId({ kind, namespace, name }: Workload): string {
  return `${kind}/${namespace}/${name}`;
}

function workloadEntity({ cluster }: Space, workload: Workload): WorkloadEntity {
  const first = cluster.pods[workload.pods[0] ?? -1];
  const services = cluster.services.filter(
    ({ namespace, selector }) =>
      namespace === workload.namespace && selector !== null && first && selects(selector, first.labels),
  );
  return {
    kind: 'workload',
    id: workloadId(workload),
    workloadKind: workload.kind,
    namespace: workload.namespace,
    name: workload.name,
    replicas: workload.replicas,
    pods: workload.isTemplate ? [] : workload.pods.map((pod) => cluster.pods[pod]?.name ?? '').sort(),
    labels: sortedLabels(first?.labels ?? new Map()),
    ports: first?.ports ?? [],
    hostNetwork: first?.hostNetwork ?? false,
    services: services.map((service) => ({ name: service.name, ports: servicePorts(service) })),
  };
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

function externalEntity(group: AddressClass, all: readonly AddressClass[]): ExternalEntity {
  return {
    kind: 'external',
    id: `external/${group.cidr ?? 'else'}`,
    name: externalName(group, all),
    ranges: group.ranges.map((range) => formatRange(range)),
    everythingElse: group.cidr === null,
  };
}

function externalName({ cidr, ranges }: AddressClass, all: readonly AddressClass[]): string {
  if (cidr === null) return all.length === 1 ? 'Outside' : 'Everything else';
  const family = ranges[0]?.family ?? 4;
  const others = all.some((one) => one.cidr !== cidr && one.ranges[0]?.family === family);
  if (cidr === '0.0.0.0/0') return others ? 'Other IPv4' : 'Any IPv4';
  if (cidr === '::/0') return others ? 'Other IPv6' : 'Any IPv6';
  return cidr.replace(family === 4 ? /\/32$/ : /\/128$/, '');
}

function sortedLabels(labels: Labels): readonly (readonly [string, string])[] {
  return [...labels].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** 53 bits are enough to tell one edit's topology from the next. */
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
