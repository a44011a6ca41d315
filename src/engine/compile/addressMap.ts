import type { CniProfile } from '../answer';
import type { Address } from '../model/address';
import type { ClusterPod } from '../model/cluster';
import type { PodNetwork } from '../model/podNetwork';
import type { IpBlockPeer } from '../model/policy';
import {
  blockOf,
  contains,
  coverage,
  groupAddresses,
  wholeFamily,
  type AddressRange,
  type Block,
} from './addressRanges';
import type { AskedBlock } from './questions';
import { Match } from './match';

/** Where an address is: the number of its group, or one of the ways in which it is not known. */
export type Whereabouts = number;

/** Where pods are in IPv4, and anywhere in a family. */
const POD_SOMEWHERE: Whereabouts = -1;
const SOMEWHERE = { 4: -2, 6: -3 } as const;
/** Where no block reaches. */
const NOWHERE: Whereabouts = -4;

/** RFC 1918. */
const privateSpace: readonly AddressRange[] = [
  { family: 4, first: 0x0a000000n, last: 0x0affffffn },
  { family: 4, first: 0xac100000n, last: 0xac1fffffn },
  { family: 4, first: 0xc0a80000n, last: 0xc0a8ffffn },
];
/** RFC 6598: some clouds give pods addresses from it. */
const sharedSpace: AddressRange = { family: 4, first: 0x64400000n, last: 0x647fffffn };

/** Both address families cut along the CIDRs that policies name, and which blocks hold what. */
export class AddressMap {
  readonly groups: readonly { readonly cidr: string | null; readonly ranges: readonly AddressRange[] }[];
  /** Sorted: IPv4 first, then by address; together they are everything. */
  readonly intervals: readonly { readonly range: AddressRange; readonly group: number }[];
  /** The plugin, and where pods of unknown address are: of others, nothing said of a pod need hold here. */
  readonly premises: string;
  readonly #cni: CniProfile;
  readonly #families: readonly (4 | 6)[];
  /** Where pods of unknown address are in IPv4. */
  readonly #podSpace: readonly AddressRange[];
  readonly #blocks: ReadonlyMap<string, Block>;
  readonly #four: number;
  readonly #known = new Map<string, (where: Whereabouts) => Match>();

  /** `pods`: where they are of unknown address. */
  constructor(blocks: readonly AskedBlock[], cni: CniProfile, pods: PodNetwork) {
    this.#cni = cni;
    this.#families = pods.families;
    // Who writes a policy for shared space has something there, and that may be pods.
    const isShared = blocks.some(({ block }) => block.some((range) => isWithin(range, sharedSpace)));
    const space = isShared ? [...privateSpace, sharedSpace] : privateSpace;
    this.#podSpace = pods.isPrivate ? space : [wholeFamily(4)];
    this.premises = [cni, pods.families, pods.isPrivate ? space.length : 'anywhere'].join();
    this.#blocks = new Map(blocks.map(({ key, block }) => [key, block]));
    this.groups = groupAddresses(blocks.flatMap(({ peers }) => peers));
    this.intervals = this.groups
      .flatMap(({ ranges }, group) => ranges.map((range) => ({ range, group })))
      .sort((a, b) => a.range.family - b.range.family || (a.range.first < b.range.first ? -1 : 1));
    this.#four = this.intervals.filter(({ range }) => range.family === 4).length;
  }

  /** Where a pod is, once for each of its families. One whose address is not known is where the others are. */
  ofPod(pod: ClusterPod): readonly { readonly family: 4 | 6; readonly where: Whereabouts }[] {
    if (pod.addresses.length === 0) {
      return this.#families.map((family) => {
        const somewhere = family === 4 && !pod.hostNetwork ? POD_SOMEWHERE : SOMEWHERE[family];
        return { family, where: this.#cni === 'cilium' ? NOWHERE : somewhere };
      });
    }
    return pod.addresses
      .map((address) => ({
        family: address.family,
        // Upstream's tests require that an ipBlock matches pod addresses; Cilium matches neither pods nor nodes with it.
        // https://docs.cilium.io/en/stable/network/kubernetes/policy/
        where: this.#cni === 'cilium' ? NOWHERE : this.groupOf(address),
      }))
      .sort((a, b) => a.family - b.family);
  }

  /** The group an address belongs to. */
  groupOf({ family, value }: Address): number {
    let low = family === 4 ? 0 : this.#four;
    let high = (family === 4 ? this.#four : this.intervals.length) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.intervals[middle]?.range.first ?? 0n) <= value) low = middle;
      else high = middle - 1;
    }
    return this.intervals[low]?.group ?? 0;
  }

  /** The groups where one may be whose place is not known; none: it is known. */
  candidatesOf(where: Whereabouts): readonly number[] {
    const space = this.#spaceOf(where);
    return this.groups.flatMap(({ ranges }, group) =>
      ranges.some((range) => space.some((other) => overlaps(range, other))) ? [group] : [],
    );
  }

  /** What the block of this key says of each place. */
  matchesOf(key: string): (where: Whereabouts) => Match {
    const known = this.#known.get(key);
    if (known) return known;
    const block = this.#blocks.get(key) ?? [];
    const groups = this.groups.map(({ ranges: [sample] }): Match =>
      sample && contains(block, { family: sample.family, value: sample.first }) ? Match.yes : Match.no,
    );
    const somewhere = [POD_SOMEWHERE, SOMEWHERE[4], SOMEWHERE[6], NOWHERE].map((where) =>
      matchOfSpace(block, this.#spaceOf(where)),
    );
    const matches = (where: Whereabouts): Match =>
      (where < 0 ? somewhere[-1 - where] : groups[where]) ?? Match.no;
    this.#known.set(key, matches);
    return matches;
  }

  /** What blocks say of a pod of which no more is known than that it is one: of it in any of its families. */
  ofUnknownPod(peers: readonly IpBlockPeer[]): Match {
    if (this.#cni === 'cilium') return Match.no;
    const block = peers.flatMap(blockOf);
    const found = this.#families.map((family) =>
      matchOfSpace(block, this.#spaceOf(family === 4 ? POD_SOMEWHERE : SOMEWHERE[6])),
    );
    if (found.includes(Match.yes)) return Match.yes;
    return found.includes(Match.maybe) ? Match.maybe : Match.no;
  }

  /** May a pod of its own network whose address is not known have one of these? */
  mayHoldPod(range: AddressRange): boolean {
    if (!this.#families.includes(range.family)) return false;
    const space = range.family === 4 ? this.#podSpace : [wholeFamily(6)];
    return space.some((other) => overlaps(range, other));
  }

  #spaceOf(where: Whereabouts): readonly AddressRange[] {
    switch (where) {
      case POD_SOMEWHERE:
        return this.#podSpace;
      case SOMEWHERE[4]:
        return [wholeFamily(4)];
      case SOMEWHERE[6]:
        return [wholeFamily(6)];
      default:
        return [];
    }
  }
}

function isWithin(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.first >= b.first && a.last <= b.last;
}

function overlaps(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

function matchOfSpace(block: Block, space: readonly AddressRange[]): Match {
  switch (coverage(block, space)) {
    case 'all':
      return Match.yes;
    case 'some':
      return Match.maybe;
    case 'none':
      return Match.no;
  }
}
