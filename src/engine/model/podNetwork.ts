import type { Address } from './address';

/** Where pods are whose address is not known, as far as those tell whose is. */
export interface PodNetwork {
  /** Of each they have an address. */
  readonly families: readonly (4 | 6)[];
  /** In private IPv4 space (RFC 1918); false: there are pods outside of it. */
  readonly isPrivate: boolean;
}

/** What is taken to hold as long as no pod tells. */
const usual: PodNetwork = { families: [4], isPrivate: true };

interface Placed {
  readonly hostNetwork: boolean;
  readonly addresses: readonly Address[];
}

/** A pod of its own network whose address nobody gave. */
export const isUnplaced = ({ hostNetwork, addresses }: Placed): boolean =>
  !hostNetwork && addresses.length === 0;

/** What these pods tell; null: nothing. Those on the host network are on another one. */
export function networkOf(pods: readonly Placed[]): PodNetwork | null {
  const known = pods.flatMap(({ hostNetwork, addresses }) => (hostNetwork ? [] : addresses));
  if (known.length === 0) return null;
  return {
    families: familiesWhere((wanted) => known.some(({ family }) => family === wanted)),
    isPrivate: known.every(({ family, value }) => family === 6 || isPrivateIpv4(Number(value))),
  };
}

/** What all of them tell together. */
export function joinedNetwork(networks: readonly (PodNetwork | null)[]): PodNetwork {
  const known = networks.filter((network) => network !== null);
  if (known.length === 0) return usual;
  return {
    families: familiesWhere((wanted) => known.some(({ families }) => families.includes(wanted))),
    isPrivate: known.every(({ isPrivate }) => isPrivate),
  };
}

const familiesWhere = (holds: (family: 4 | 6) => boolean): readonly (4 | 6)[] =>
  ([4, 6] as const).filter(holds);

function isPrivateIpv4(value: number): boolean {
  const [first, second] = [value >>> 24, (value >>> 16) & 0xff];
  return first === 10 || (first === 172 && second >= 16 && second < 32) || (first === 192 && second === 168);
}
