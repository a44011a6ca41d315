import type { AddressClass, Space } from '../compile/space';
import type { NamedEnd } from '../evaluate/evaluated';
import type { Address } from '../model/address';
import type { ClusterPod } from '../model/cluster';

/** The end of a pair that a rule's peers are held against, as seen through one face of one of its classes. */
export interface OtherEnd {
  readonly name: string;
  readonly face: number;
  /** One of its pods of that class; null: it is outside the cluster. */
  readonly pod: ClusterPod | null;
  /** Of an end outside. */
  readonly group: AddressClass | null;
  /** Of that pod in the family of the face; null: not known. */
  readonly address: Address | null;
}

export function otherEndOf(space: Space, { name, end }: NamedEnd, face: number): OtherEnd {
  const { class: id, family } = space.faces[face] ?? { class: -1, family: 0 };
  const one = space.classes[id];
  if (one?.kind !== 'pods') return { name, face, pod: null, group: one ?? null, address: null };
  // The class's example may be a pod of somebody else.
  const own = end.pods.find((pod) => space.classOfPod[pod] === id) ?? -1;
  const pod = space.cluster.pods[own] ?? one.example;
  const address = pod.addresses.find((known) => known.family === family) ?? null;
  return { name, face, pod, group: null, address };
}
