import type { Address } from '../model/address';
import { formatAddress, parseCidr } from '../model/address';
import type { IpBlockPeer } from '../model/policy';

/** Inclusive, one family. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** The addresses ipBlocks stand for, each its cidr without its excepts. */
export type Block = readonly AddressRange[];

const bits = { 4: 32n, 6: 128n } as const;

/** Every address of a family. */
export function wholeFamily(family: 4 | 6): AddressRange {
  return { family, first: 0n, last: (1n << bits[family]) - 1n };
}

/** `except` takes addresses out of this block only; another rule may still allow them. */
export function blockOf(peer: IpBlockPeer): Block {
  const cidr = parseCidr(peer.cidr);
  if (cidr === null) return [];
  let ranges: AddressRange[] = [{ family: cidr.family, first: cidr.first, last: cidr.last }];
  for (const text of peer.except) {
    const hole = parseCidr(text);
    if (hole !== null && hole.family === cidr.family)
      ranges = ranges.flatMap((range) => without(range, hole));
  }
  return ranges;
}

/**
 * Equal for peers that stand for the same addresses; '' for no peers, which is not what peers are that hold no address.
 * Several peers of one rule are one block: together they may cover what none of them covers alone.
 */
export function blockKey(peers: readonly IpBlockPeer[]): string {
  return peers
    .map((peer) => blockOf(peer).map(formatRange).join() || 'nowhere')
    .sort()
    .join(' ');
}

export function contains(block: Block, address: Address): boolean {
  return block.some(
    ({ family, first, last }) => family === address.family && first <= address.value && address.value <= last,
  );
}

/** How much of `space` the block covers. */
export function coverage(block: Block, space: readonly AddressRange[]): 'all' | 'some' | 'none' {
  let uncovered = 0;
  let covered = 0;
  for (const range of space) {
    let left = [range];
    for (const part of block) {
      if (part.family === range.family) left = left.flatMap((piece) => without(piece, part));
    }
    const remains = left.reduce((sum, piece) => sum + (piece.last - piece.first + 1n), 0n);
    if (remains > 0n) uncovered++;
    if (remains < range.last - range.first + 1n) covered++;
  }
  if (covered === 0) return 'none';
  return uncovered === 0 ? 'all' : 'some';
}

/** Addresses around which the policies name the same CIDRs. */
interface AddressGroup {
  /** The smallest of those CIDRs, canonical; null: outside all of them. */
  readonly cidr: string | null;
  readonly ranges: readonly AddressRange[];
}

/**
 * Cuts both families at the edges of all cidrs and excepts. CIDRs nest or are disjoint, so the smallest around an
 * interval decides which blocks it lies in. Sorted by address, what lies outside all comes last; never empty.
 */
export function groupAddresses(peers: readonly IpBlockPeer[]): readonly AddressGroup[] {
  const cidrs = new Map<string, AddressRange>();
  for (const text of peers.flatMap((peer) => [peer.cidr, ...peer.except])) {
    const cidr = parseCidr(text);
    if (cidr === null) continue;
    const { family, first, last } = cidr;
    cidrs.set(`${formatAddress({ family, value: first })}/${String(cidr.prefix)}`, { family, first, last });
  }
  const groups = new Map<string | null, AddressRange[]>();
  // The widest first among those that begin at one address: then the last one still open is the smallest around it.
  const sorted = [...cidrs].sort(
    ([, a], [, b]) => a.family - b.family || order(a.first, b.first) || order(b.last, a.last),
  );
  let next = 0;
  let around: (readonly [string, AddressRange])[] = [];
  for (const interval of cut([...cidrs.values()])) {
    const isAround = ([, { family, last }]: readonly [string, AddressRange]): boolean =>
      family === interval.family && interval.first <= last;
    around = around.filter(isAround);
    for (let cidr = sorted[next]; cidr && isBegun(cidr[1], interval); cidr = sorted[++next])
      around.push(cidr);
    const smallest = around.at(-1)?.[0] ?? null;
    const group = groups.get(smallest);
    if (group) group.push(interval);
    else groups.set(smallest, [interval]);
  }
  const outside = groups.get(null);
  groups.delete(null);
  const inside = [...groups].map(([cidr, ranges]) => ({ cidr, ranges }));
  return outside ? [...inside, { cidr: null, ranges: outside }] : inside;
}

function isBegun({ family, first }: AddressRange, interval: AddressRange): boolean {
  return family === interval.family && first <= interval.first;
}

function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Both families cut at the edges of the ranges, IPv4 first. */
function cut(ranges: readonly AddressRange[]): readonly AddressRange[] {
  return ([4, 6] as const).flatMap((family) => {
    const whole = wholeFamily(family);
    const starts = new Set<bigint>([0n]);
    for (const { family: of, first, last } of ranges) {
      if (of !== family) continue;
      starts.add(first);
      if (last < whole.last) starts.add(last + 1n);
    }
    const sorted = [...starts].sort((a, b) => (a < b ? -1 : 1));
    return sorted.map((first, index) => {
      const next = sorted[index + 1];
      return { family, first, last: next === undefined ? whole.last : next - 1n };
    });
  });
}

/** `10.0.0.0-10.255.255.255` */
export function formatRange({ family, first, last }: AddressRange): string {
  return `${formatAddress({ family, value: first })}-${formatAddress({ family, value: last })}`;
}

function without(
  range: AddressRange,
  hole: { readonly first: bigint; readonly last: bigint },
): AddressRange[] {
  if (hole.last < range.first || range.last < hole.first) return [range];
  const rest: AddressRange[] = [];
  if (range.first < hole.first) rest.push({ ...range, last: hole.first - 1n });
  if (hole.last < range.last) rest.push({ ...range, first: hole.last + 1n });
  return rest;
}
