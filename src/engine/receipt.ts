import type { KindCount, Receipt } from './answer';
import type { OpenDocument } from './documents';
import type { Cluster } from './model/cluster';
import { routeKinds, type DecodedObject } from './model/objects';
import type { InForce } from './objectsInForce';
import type { Place } from './source';

const displayOrder: readonly string[] = [
  'Namespace',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Pod',
  'Service',
  'Ingress',
  'Gateway',
  ...routeKinds,
  'Node',
  'NetworkPolicy',
  'Expectations',
];

/** Says what became of everything that was given. */
export function makeReceipt(
  documents: readonly OpenDocument[],
  {
    policies,
    unsupported: kept,
    others,
    expectations,
  }: Pick<InForce, 'policies' | 'unsupported' | 'others' | 'expectations'>,
  cluster: Cluster,
): Receipt {
  const used = new Map<string, number>();
  const ignored = new Map<string, string[]>();
  const unsupported: Receipt['unsupported'][number][] = [];
  const rejected: Receipt['rejected'][number][] = [];
  const inForce = new Set<DecodedObject>([...policies, ...kept, ...others, ...expectations]);
  for (const { file, start, decoded } of documents) {
    const place = (range: { start: number; end: number }): Place => ({
      file: file.id,
      start: start + range.start,
      end: start + range.end,
    });
    for (const { kind, name, range } of decoded.rejected) rejected.push({ kind, name, place: place(range) });
    for (const object of decoded.objects) {
      if (!inForce.has(object)) continue;
      switch (object.kind) {
        case 'Ignored': {
          const names = ignored.get(object.objectKind) ?? [];
          names.push(object.namespace === null ? object.name : `${object.namespace}/${object.name}`);
          ignored.set(object.objectKind, names);
          break;
        }
        case 'UnsupportedPolicy':
          unsupported.push({ kind: object.policyKind, name: object.name, place: place(object.nameRange) });
          break;
        case 'RejectedPolicy':
        case 'RejectedNamespace':
          break;
        case 'Pod':
          if (!object.completed) used.set('Pod', (used.get('Pod') ?? 0) + 1);
          break;
        case 'Namespace':
        case 'Node':
        case 'Service':
        case 'Ingress':
        case 'Gateway':
        case 'HTTPRoute':
        case 'GRPCRoute':
        case 'TLSRoute':
        case 'TCPRoute':
        case 'UDPRoute':
        case 'NetworkPolicy':
        case 'Expectations':
        case 'Deployment':
        case 'StatefulSet':
        case 'DaemonSet':
        case 'ReplicaSet':
        case 'ReplicationController':
        case 'Job':
        case 'CronJob':
          used.set(object.kind, (used.get(object.kind) ?? 0) + 1);
          break;
      }
    }
  }
  return {
    used: displayOrder.flatMap((kind): KindCount[] => {
      const count = used.get(kind);
      return count === undefined ? [] : [{ kind, count }];
    }),
    inferredNamespaces: [...cluster.namespaces.values()]
      .filter(({ object }) => object === null)
      .map(({ name }) => name)
      .sort(),
    foldedPods: cluster.foldedPods,
    completedPods: cluster.completedPods.length,
    ignored: [...ignored]
      .map(([kind, names]) => ({ kind, count: names.length, names }))
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
    rejected,
    unsupported,
  };
}
