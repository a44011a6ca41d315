import { n } from '../../language/t';

/** How the count of a namespace's objects speaks of a kind. */
export type Sort = 'pods' | 'workloads' | 'services' | 'policies' | 'others';

const workloads: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
]);

const clusterWide: ReadonlySet<string> = new Set([
  'Namespace',
  'Node',
  'PersistentVolume',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'StorageClass',
  'IngressClass',
  'PriorityClass',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
  'GlobalNetworkPolicy',
  'GlobalNetworkSet',
  'CiliumClusterwideNetworkPolicy',
]);

/** Which count an object adds to. */
export function sortOf(kind: string): Sort {
  if (kind === 'Pod') return 'pods';
  if (kind === 'Service') return 'services';
  if (workloads.has(kind)) return 'workloads';
  return kind.endsWith('NetworkPolicy') ? 'policies' : 'others';
}

/** True for kinds that are in no namespace. */
export const isClusterWide = (kind: string): boolean => clusterWide.has(kind);

const order: readonly Sort[] = ['pods', 'workloads', 'services', 'policies', 'others'];

/** `42 pods, 8 workloads, 5 services` */
export function countWords(counts: Readonly<Partial<Record<Sort, number>>>): string {
  return order
    .flatMap((sort) => {
      const count = counts[sort] ?? 0;
      return count === 0 ? [] : [sortWords(sort, count)];
    })
    .join(', ');
}

function sortWords(sort: Sort, count: number): string {
  switch (sort) {
    case 'pods':
      return n(count)`${count} pod|${count} pods`;
    case 'workloads':
      return n(count)`${count} workload|${count} workloads`;
    case 'services':
      return n(count)`${count} service|${count} services`;
    case 'policies':
      return n(count)`${count} policy|${count} policies`;
    case 'others':
      return n(count)`${count} other|${count} others`;
  }
}

/** `1 object`, `10,432 objects` */
export const objectWords = (count: number): string => n(count)`${count} object|${count} objects`;
