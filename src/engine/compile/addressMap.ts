import type { CniProfile } from '../answer';
import type { Address } from '../model/address';
import type { ClusterPod } from '../model/cluster';
import type { IpBlockPeer } from '../model/policy';
import { blockOf, coverage, contains, groupAddresses, type AddressRange, type Block } from './addressRanges';
import type { AskedBlock } from './questions';
import { Match } from './match';

/** Where an address is: the number of its group, or one of the two ways in which it is not known. */
export type Whereabouts = number;

const POD_SOMEWHERE: Whereabouts = -1;
const NODE_SOMEWHERE: Whereabouts = -2;
/** Where no block reaches. */
const NOWHERE: Whereabouts = -3;

/** Where pods of unknown address live: RFC 1918. Nodes may have any address. */
const podSpace: readonly AddressRange[] = [
  { family: 4, first: 0x0a000000n, last: 0x0affffffn },
  { family: 4, first: 0xac100000n, last: 0xac1fffffn },
  { family: 4, first: 0xc0a80000n, last: 0xc0a8ffffn },
];
const nodeSpace: readonly AddressRange[] = [{ family: 4, first: 0n, last: 0xffffffffn }];

/** Both address families cut along the CIDRs that policies name, and which blocks hold what. */
export class AddressMap {
  readonly groups: readonly { readonly cidr: string | null; readonly ranges: readonly AddressRange[] }[];
  /** Sorted: IPv4 first, then by address; together they are everything. */
  readonly intervals: readonly { readonly range: AddressRange; readonly group: number }[];
  readonly #cni: CniProfile;
  readonly #blocks: ReadonlyMap<string, Block>;
  readonly #four: number;
  readonly #known = new Map<string, (where: Whereabouts) => Match>();

  constructor(blocks: readonly AskedBlock[], cni: CniProfile) {
    this.#cni = cni;
    this.#blocks = new Map(blocks.map(({ key, block }) => [key, block]));
    this.groups = groupAddresses(blocks.flatMap(({ peers }) => peers));
    this.intervals = this.groups
      .flatMap(({ ranges }, group) => ranges.map((range) => ({ range, group })))
      .sort((a, b) => a.range.family - b.range.family || (a.range.first < b.range.first ? -1 : 1));
    this.#four = this.intervals.filter(({ range }) => range.family === 4).length;
  }

  /** Where a pod is, once for each of its families. One whose address is not known is taken to be an IPv4 one. */
  ofPod(pod: ClusterPod): readonly { readonly family: 4 | 6; readonly where: Whereabouts }[] {
    if (pod.addresses.length === 0) {
      const somewhere = pod.hostNetwork ? NODE_SOMEWHERE : POD_SOMEWHERE;
      return [{ family: 4, where: this.#cni === 'cilium' ? NOWHERE : somewhere }];
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
    const space = where === POD_SOMEWHERE ? podSpace : where === NODE_SOMEWHERE ? nodeSpace : [];
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
    const pod = matchOfSpace(block, podSpace);
    const node = matchOfSpace(block, nodeSpace);
    const matches = (where: Whereabouts): Match => {
      if (where === POD_SOMEWHERE) return pod;
      if (where === NODE_SOMEWHERE) return node;
      return groups[where] ?? Match.no;
    };
    this.#known.set(key, matches);
    return matches;
  }
}

function overlaps(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** What blocks say of a pod of which no more is known than that it is one. */
export function matchOfUnknownPod(peers: readonly IpBlockPeer[], cni: CniProfile): Match {
  return cni === 'cilium' ? Match.no : matchOfSpace(peers.flatMap(blockOf), podSpace);
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
