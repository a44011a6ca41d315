import { parseAddress, parseCidr, type Address, type Cidr } from '../../model/address';
import type { Cluster } from '../../model/cluster';
import type { ServiceObject } from '../../model/objects';
import type { IpBlockPeer } from '../../model/policy';

/** Something with an address. */
export interface Addressed<Owner> {
  readonly address: Address;
  readonly owner: Owner;
}

/** The known addresses of a cluster, sorted. */
interface Addresses {
  /** Of pods with a network of their own, by the index of their workload. */
  readonly pods: readonly Addressed<number>[];
  /** Of nodes and of pods that use their node's. */
  readonly hosts: readonly Addressed<null>[];
  readonly services: readonly Addressed<ServiceObject>[];
}

const known = new WeakMap<Cluster, Addresses>();

/** The known addresses of a cluster, found once. */
export function addressesOf(cluster: Cluster): Addresses {
  let found = known.get(cluster);
  if (!found) {
    const pods: Addressed<number>[] = [];
    cluster.workloads.forEach((workload, owner) => {
      for (const index of workload.pods) {
        const pod = cluster.pods[index];
        if (pod?.hostNetwork !== false) continue;
        for (const address of pod.addresses) pods.push({ address, owner });
      }
    });
    const hosts = cluster.pods.flatMap(({ hostNetwork, addresses }) =>
      hostNetwork ? addresses.map((address) => ({ address, owner: null })) : [],
    );
    const services = cluster.services.flatMap((owner) =>
      owner.clusterAddresses.flatMap((text) => {
        const address = parseAddress(text);
        return address === null ? [] : { address, owner };
      }),
    );
    found = { pods: sorted(pods), hosts: sorted(hosts), services: sorted(services) };
    known.set(cluster, found);
  }
  return found;
}

function sorted<Owner>(all: Addressed<Owner>[]): readonly Addressed<Owner>[] {
  return all.sort(
    (a, b) =>
      a.address.family - b.address.family ||
      (a.address.value < b.address.value ? -1 : a.address.value > b.address.value ? 1 : 0),
  );
}

/** Those of a sorted list that lie in a block and in none of its excepts. */
export function within<Owner>(
  all: readonly Addressed<Owner>[],
  { cidr: text, except }: IpBlockPeer,
): readonly Addressed<Owner>[] {
  const cidr = parseCidr(text);
  if (cidr === null) return [];
  const holes = except.flatMap((one) => parseCidr(one) ?? []);
  const found: Addressed<Owner>[] = [];
  for (let at = firstIn(all, cidr); at < all.length; at++) {
    const one = all[at];
    if (one === undefined || !isIn(cidr, one.address)) break;
    if (!holes.some((hole) => isIn(hole, one.address))) found.push(one);
  }
  return found;
}

function firstIn(all: readonly Addressed<unknown>[], { family, first }: Cidr): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const address = all[middle]?.address ?? { family, value: first };
    const isBefore = address.family < family || (address.family === family && address.value < first);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an address lies in a block. */
export function isIn({ family, first, last }: Cidr, address: Address): boolean {
  return family === address.family && first <= address.value && address.value <= last;
}

/** Whether a block lies in another one, or is the same. */
export function isInside(inner: Cidr, outer: Cidr): boolean {
  return inner.family === outer.family && outer.first <= inner.first && inner.last <= outer.last;
}

const privateTexts = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fd00::/8'];

/** The ranges of RFC 1918 and RFC 4193. */
export const privateRanges: readonly Cidr[] = privateTexts.flatMap((text) => parseCidr(text) ?? []);

/** So wide that it means a network, not particular machines: it holds a whole private range, or more. */
export function isBroad(cidr: Cidr): boolean {
  return privateRanges.some((range) => isInside(range, cidr));
}
