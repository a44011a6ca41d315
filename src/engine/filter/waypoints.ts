import type { EntityId } from '../answer';
import type { Evaluated } from '../evaluate/evaluated';
import { workloadId } from '../evaluate/ends';
import { namespaceId } from '../evaluate/scene';
import type { Place } from '../source';

/** Something one can go to by its name. */
export interface Waypoint {
  readonly kind: 'namespace' | 'workload' | 'policy';
  readonly name: string;
  /** Of a namespace its own name. */
  readonly namespace: string;
  /** Null for a policy: it has no card. */
  readonly entity: EntityId | null;
  /** Where it is written; null: nowhere, or one need not know. */
  readonly place: Place | null;
  /** `Deployment`, `Namespace`, `NetworkPolicy`. */
  readonly what: string;
}

/** Every namespace, workload and policy of the whole cluster, whatever the view shows of it. */
export function waypoints({ space, book, locate }: Evaluated): readonly Waypoint[] {
  const { namespaces, workloads } = space.cluster;
  return [
    ...[...namespaces.keys()].sort().map((name): Waypoint => ({
      kind: 'namespace',
      name,
      namespace: name,
      entity: namespaceId(name),
      place: null,
      what: 'Namespace',
    })),
    ...workloads.map(({ kind, namespace, name }): Waypoint => ({
      kind: 'workload',
      name,
      namespace,
      entity: workloadId({ kind, namespace, name }),
      place: null,
      what: kind,
    })),
    ...book.policies.map((policy): Waypoint => ({
      kind: 'policy',
      name: policy.name,
      namespace: policy.namespace,
      entity: null,
      place: locate(policy, policy.nameRange),
      what: 'NetworkPolicy',
    })),
  ];
}
