import type { Protocol } from '../model/objects';

/** Inclusive. */
export type PortRange = readonly [from: number, to: number];

/** Per protocol the ports that pass: sorted, disjoint, not touching. */
export type PortSet = Readonly<Record<Protocol, readonly PortRange[]>>;

/** A PortSet known to one PortSets; equal sets have equal ids. */
export type PortSetId = number;

export const protocols: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];
export const firstPort = 1;
export const lastPort = 65535;

const everyPort: readonly PortRange[] = [[firstPort, lastPort]];
const noPorts: PortSet = { TCP: [], UDP: [], SCTP: [] };
const allPorts: PortSet = { TCP: everyPort, UDP: everyPort, SCTP: everyPort };

/** Results of an operation that commutes: of the first ids in a table, for they are asked for most. */
class Combinations {
  static readonly #side = 512;
  readonly #table = new Int32Array(Combinations.#side ** 2).fill(-1);
  readonly #others = new Map<number, PortSetId>();

  get(a: PortSetId, b: PortSetId): PortSetId | undefined {
    if (a >= Combinations.#side || b >= Combinations.#side) return this.#others.get(pairKey(a, b));
    const id = this.#table[a * Combinations.#side + b] ?? -1;
    return id === -1 ? undefined : id;
  }

  set(a: PortSetId, b: PortSetId, id: PortSetId): void {
    if (a >= Combinations.#side || b >= Combinations.#side) {
      this.#others.set(pairKey(a, b), id);
      return;
    }
    this.#table[a * Combinations.#side + b] = id;
    this.#table[b * Combinations.#side + a] = id;
  }
}

/** Ids stay far below 2^26, so a pair fits one exact number. */
function pairKey(a: PortSetId, b: PortSetId): number {
  return a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
}

/** Sets of ports as small numbers: equality is `===`, and what was combined once is never combined again. */
export class PortSets {
  static readonly none: PortSetId = 0;
  static readonly all: PortSetId = 1;

  readonly #sets: PortSet[] = [];
  readonly #ids = new Map<string, PortSetId>();
  /** Of one range, by its protocol and ends. */
  readonly #ranges = new Map<number, PortSetId>();
  readonly #unions = new Combinations();
  readonly #intersections = new Combinations();

  constructor() {
    this.intern(noPorts);
    this.intern(allPorts);
  }

  /** Ids are below this. */
  get size(): number {
    return this.#sets.length;
  }

  get(id: PortSetId): PortSet {
    return this.#sets[id] ?? noPorts;
  }

  /** The id of a set whose ranges may be in any order and may overlap. */
  intern(ports: PortSet): PortSetId {
    const tidy: PortSet = { TCP: merge(ports.TCP), UDP: merge(ports.UDP), SCTP: merge(ports.SCTP) };
    const key = protocols.map((protocol) => tidy[protocol].join(';')).join('|');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#sets.length;
    this.#sets.push(tidy);
    this.#ids.set(key, id);
    return id;
  }

  /** Every port of one protocol. */
  protocol(protocol: Protocol): PortSetId {
    return this.range(protocol, firstPort, lastPort);
  }

  range(protocol: Protocol, from: number, to: number): PortSetId {
    const isKnowable = Math.min(from, to) >= 0 && Math.max(from, to) <= lastPort;
    const key = isKnowable ? (protocols.indexOf(protocol) * 0x10000 + from) * 0x10000 + to : -1;
    const known = this.#ranges.get(key);
    if (known !== undefined) return known;
    const id = this.intern({ ...noPorts, [protocol]: [[from, to]] });
    if (isKnowable) this.#ranges.set(key, id);
    return id;
  }

  union(a: PortSetId, b: PortSetId): PortSetId {
    if (a === b || b === PortSets.none || a === PortSets.all) return a;
    if (a === PortSets.none || b === PortSets.all) return b;
    return this.#combined(this.#unions, a, b, (x, y) => [...x, ...y]);
  }

  intersect(a: PortSetId, b: PortSetId): PortSetId {
    if (a === b || b === PortSets.all || a === PortSets.none) return a;
    if (a === PortSets.all || b === PortSets.none) return b;
    return this.#combined(this.#intersections, a, b, overlap);
  }

  /** The ports of `a` that are not in `b`. */
  minus(a: PortSetId, b: PortSetId): PortSetId {
    if (a === b || a === PortSets.none || b === PortSets.all) return PortSets.none;
    if (b === PortSets.none) return a;
    const [x, y] = [this.get(a), this.get(b)];
    return this.intern({
      TCP: without(x.TCP, y.TCP),
      UDP: without(x.UDP, y.UDP),
      SCTP: without(x.SCTP, y.SCTP),
    });
  }

  /** Every port of `part` is in `whole`. */
  includes(whole: PortSetId, part: PortSetId): boolean {
    return this.intersect(whole, part) === part;
  }

  has(id: PortSetId, protocol: Protocol, port: number): boolean {
    return this.get(id)[protocol].some(([from, to]) => from <= port && port <= to);
  }

  #combined(
    memo: Combinations,
    a: PortSetId,
    b: PortSetId,
    combine: (x: readonly PortRange[], y: readonly PortRange[]) => readonly PortRange[],
  ): PortSetId {
    const known = memo.get(a, b);
    if (known !== undefined) return known;
    const [x, y] = [this.get(a), this.get(b)];
    const id = this.intern({
      TCP: combine(x.TCP, y.TCP),
      UDP: combine(x.UDP, y.UDP),
      SCTP: combine(x.SCTP, y.SCTP),
    });
    memo.set(a, b, id);
    return id;
  }
}

/** Sorted, overlapping and touching ranges joined. */
function merge(ranges: readonly PortRange[]): readonly PortRange[] {
  if (ranges.length < 2) return ranges;
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function overlap(xs: readonly PortRange[], ys: readonly PortRange[]): readonly PortRange[] {
  const common: PortRange[] = [];
  for (const [a, b] of xs) {
    for (const [c, d] of ys) {
      if (Math.max(a, c) <= Math.min(b, d)) common.push([Math.max(a, c), Math.min(b, d)]);
    }
  }
  return common;
}

function without(xs: readonly PortRange[], holes: readonly PortRange[]): readonly PortRange[] {
  let left = [...xs];
  for (const [c, d] of holes) {
    left = left.flatMap(([a, b]): PortRange[] => {
      if (d < a || b < c) return [[a, b]];
      const pieces: PortRange[] = [
        [a, c - 1],
        [d + 1, b],
      ];
      return pieces.filter(([from, to]) => from <= to);
    });
  }
  return left;
}
