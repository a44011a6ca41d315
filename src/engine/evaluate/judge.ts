import { EGRESS_LOCK, INGRESS_LOCK, Tone } from '../answer';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { Space } from '../compile/space';
import type { Unit } from './ends';
import { judge, toneOf, type End } from './pair';
import { locksOf, type Grants, type Row } from './row';
import type { Rows } from './rows';

/** What is true of one pair of units, as far as a picture tells it. */
export interface PairVerdict {
  readonly tone: Tone;
  /** What certainly passes; of a pair with the outside as a whole, to or from all of it. */
  readonly definite: PortSetId;
  /** What cannot be excluded, likewise. */
  readonly possible: PortSetId;
  /** At least one port certainly passes, at least somewhere. */
  readonly passes: boolean;
}

/** A unit prepared for judging many pairs: most have one class with one face, and rows without any doubt. */
interface Side {
  readonly unit: Unit;
  /** -1: not to be judged the quick way. */
  readonly face: number;
  readonly egress: Row;
  readonly ingress: Row;
  /** Bits as in Picture.locks. */
  readonly locks: number;
  /** Null: everything passes, or not prepared yet. */
  leaving: Grants | null;
  entering: Grants | null;
  isPrepared: boolean;
  isPlain: boolean;
}

/** Plain sides of one node that have the same row for one direction. */
interface Group {
  /** Any one of them. */
  readonly side: Side;
  readonly grants: Grants | null;
  readonly faces: readonly number[];
}

/** The sides of one node. */
interface Crowd {
  readonly plain: readonly Side[];
  /** The plain ones by what may leave them, … */
  readonly leaving: readonly Group[];
  /** … and by what may enter them. */
  readonly entering: readonly Group[];
  /** The ones that are not plain. */
  readonly odd: readonly Side[];
}

function groupsOf(
  sides: readonly Side[],
  rowOf: (side: Side) => Row,
  grantsOf: (side: Side) => Grants | null,
): readonly Group[] {
  const groups = new Map<Row, Group & { readonly faces: number[] }>();
  for (const side of sides) {
    const group = groups.get(rowOf(side));
    if (group) group.faces.push(side.face);
    else groups.set(rowOf(side), { side, grants: grantsOf(side), faces: [side.face] });
  }
  return [...groups.values()];
}

/** How often a row grants which ports to some faces. Used again and again, as it is asked for every two groups. */
class Tally {
  /** The first `size` of them are counted. */
  readonly ids: PortSetId[] = [];
  size = 0;
  #counts = new Uint32Array(64);

  count(grants: Grants | null, faces: readonly number[]): void {
    for (let index = 0; index < this.size; index++) this.#counts[this.ids[index] ?? 0] = 0;
    this.size = 0;
    if (grants === null) this.#add(PortSets.all, faces.length);
    else for (const face of faces) this.#add(grants[face] ?? PortSets.none, 1);
  }

  of(id: PortSetId): number {
    return this.#counts[id] ?? 0;
  }

  #add(id: PortSetId, times: number): void {
    if (id >= this.#counts.length) {
      const longer = new Uint32Array(id * 2);
      longer.set(this.#counts);
      this.#counts = longer;
    }
    const before = this.#counts[id] ?? 0;
    if (before === 0) this.ids[this.size++] = id;
    this.#counts[id] = before + times;
  }
}

/** Judges pairs of the units of one evaluation. Counts what it did. */
export class Judge {
  /** Pairs judged, one by one or many at once: the exact cost. */
  judged = 0;
  readonly space: Space;
  readonly sets: PortSets;
  readonly rows: Rows;
  readonly #sides = new Map<Unit, Side>();
  readonly #crowds = new Map<readonly Side[], Crowd>();
  readonly #outs = new Tally();
  readonly #ins = new Tally();
  #verdict: { tone: Tone; definite: PortSetId; possible: PortSetId; passes: boolean } = {
    tone: Tone.none,
    definite: PortSets.none,
    possible: PortSets.none,
    passes: false,
  };

  constructor(space: Space, sets: PortSets, rows: Rows) {
    this.space = space;
    this.sets = sets;
    this.rows = rows;
  }

  /** The side a unit plays in any pair. */
  side(unit: Unit): Side {
    let side = this.#sides.get(unit);
    if (!side) this.#sides.set(unit, (side = this.#sideOf(unit)));
    return side;
  }

  /** Null when the two are no pair. The object is used again by the next call. */
  judge(source: Side, destination: Side): PairVerdict | null {
    if (source.unit === destination.unit) return null;
    const isPair = source.unit.end.pods.length > 0 || destination.unit.end.pods.length > 0;
    if (!isPair) return null;
    this.judged++;
    if (this.isPlain(source) && this.isPlain(destination)) return this.#plain(source, destination);
    if (source.unit.isOutside || destination.unit.isOutside) return this.#withOutside(source, destination);
    return this.#thorough(source.unit.end, destination.unit.end, isolated(source, destination));
  }

  /**
   * Judges the plain sides of one node with those of another, and counts the pairs by tone: `counts[at + tone]` goes up
   * by one for each. Where sources have one row, what leaves them depends on the destination alone, and where
   * destinations have one, what enters them on the source: so it is enough to know how often which ports do.
   */
  countPlain(sources: readonly Side[], destinations: readonly Side[], counts: Int32Array, at: number): void {
    const [from, to] = [this.crowd(sources), this.crowd(destinations)];
    const [outs, ins] = [this.#outs, this.#ins];
    const count = (source: Side, destination: Side, out: PortSetId, into: PortSetId, times: number): void => {
      const place = at + this.#tone(source, destination, out, this.sets.intersect(out, into));
      counts[place] = (counts[place] ?? 0) + times;
    };
    this.judged += from.plain.length * to.plain.length;
    for (const leaving of from.leaving) {
      for (const entering of to.entering) {
        outs.count(leaving.grants, entering.faces);
        ins.count(entering.grants, leaving.faces);
        for (let first = 0; first < outs.size; first++) {
          const out = outs.ids[first] ?? PortSets.none;
          for (let second = 0; second < ins.size; second++) {
            const into = ins.ids[second] ?? PortSets.none;
            count(leaving.side, entering.side, out, into, outs.of(out) * ins.of(into));
          }
        }
      }
    }
    if (from !== to) return;
    // Nobody is a pair with itself.
    this.judged -= from.plain.length;
    for (const side of from.plain) {
      count(side, side, granted(side.leaving, side.face), granted(side.entering, side.face), -1);
    }
  }

  #tone(source: Side, destination: Side, out: PortSetId, passing: PortSetId): Tone {
    if (passing === PortSets.all) return isolated(source, destination) ? Tone.allowed : Tone.open;
    if (passing !== PortSets.none) return Tone.partial;
    return out === PortSets.none ? Tone.blockedEgress : Tone.blockedIngress;
  }

  #plain(source: Side, destination: Side): PairVerdict {
    const out = granted(source.leaving, destination.face);
    return this.decided(source, destination, out, granted(destination.entering, source.face));
  }

  /** How a pair of plain sides fares when this leaves and enters. The object is used again by the next call. */
  decided(source: Side, destination: Side, out: PortSetId, into: PortSetId): PairVerdict {
    const passing = this.sets.intersect(out, into);
    const verdict = this.#verdict;
    verdict.definite = passing;
    verdict.possible = passing;
    verdict.passes = passing !== PortSets.none;
    verdict.tone = this.#tone(source, destination, out, passing);
    return verdict;
  }

  #thorough(source: End, destination: End, isIsolated: boolean): PairVerdict {
    const pair = judge(this.space, this.sets, this.rows, source, destination);
    const verdict = this.#verdict;
    verdict.tone = toneOf(pair, isIsolated);
    verdict.definite = pair.definite;
    verdict.possible = pair.possible;
    verdict.passes = pair.definite !== PortSets.none;
    return verdict;
  }

  /** The groups of the outside may fare differently; that is not doubt, as each of them is decided. */
  #withOutside(source: Side, destination: Side): PairVerdict {
    const isIsolated = isolated(source, destination);
    const isSource = source.unit.isOutside;
    const inside = isSource ? destination : source;
    let definite = PortSets.all;
    let possible = PortSets.none;
    let passes = false;
    let tone: Tone | null = null;
    let isMixed = false;
    let isUnknown = false;
    for (const group of (isSource ? source : destination).unit.end.classes) {
      const one = this.isPlain(inside)
        ? this.#plainWithGroup(source, destination, this.space.classes[group]?.faces[0]?.id ?? 0)
        : this.#withGroup(source, destination, group, isIsolated);
      isMixed ||= tone !== null && tone !== one.tone;
      isUnknown ||= one.tone === Tone.unknown;
      tone = one.tone;
      passes ||= one.passes;
      definite = this.sets.intersect(definite, one.definite);
      possible = this.sets.union(possible, one.possible);
    }
    const verdict = this.#verdict;
    verdict.definite = definite;
    verdict.possible = possible;
    verdict.passes = passes;
    if (tone !== null && !isMixed) verdict.tone = tone;
    else if (isUnknown) verdict.tone = Tone.unknown;
    else if (passes) verdict.tone = Tone.partial;
    else verdict.tone = Tone.blockedIngress;
    return verdict;
  }

  #withGroup(source: Side, destination: Side, group: number, isIsolated: boolean): PairVerdict {
    const end: End = { classes: [group], pods: [] };
    return source.unit.isOutside
      ? this.#thorough(end, destination.unit.end, isIsolated)
      : this.#thorough(source.unit.end, end, isIsolated);
  }

  /** No policy selects addresses: only what the side inside says of them counts. */
  #plainWithGroup(source: Side, destination: Side, face: number): PairVerdict {
    const out = source.unit.isOutside ? PortSets.all : granted(source.leaving, face);
    const into = destination.unit.isOutside ? PortSets.all : granted(destination.entering, face);
    return this.decided(source, destination, out, into);
  }

  /** The sides of one node by how they can be judged: `countPlain` counts the pairs of plain ones only. */
  crowd(sides: readonly Side[]): Crowd {
    let crowd = this.#crowds.get(sides);
    if (!crowd) {
      const plain = sides.filter((side) => this.isPlain(side));
      crowd = {
        plain,
        leaving: groupsOf(
          plain,
          ({ egress }) => egress,
          (side) => side.leaving,
        ),
        entering: groupsOf(
          plain,
          ({ ingress }) => ingress,
          (side) => side.entering,
        ),
        odd: sides.filter((side) => !this.isPlain(side)),
      };
      this.#crowds.set(sides, crowd);
    }
    return crowd;
  }

  /** One class with one face, and no doubt in its rows: then a pair is two looks into arrays. */
  isPlain(side: Side): boolean {
    if (side.isPrepared) return side.isPlain;
    side.isPrepared = true;
    if (!side.isPlain) return false;
    const leaving = side.egress.isOpen ? null : side.egress.fill();
    const entering = side.ingress.isOpen ? null : side.ingress.fill();
    side.isPlain = leaving?.definite === leaving?.possible && entering?.definite === entering?.possible;
    side.leaving = leaving?.definite ?? null;
    side.entering = entering?.definite ?? null;
    return side.isPlain;
  }

  #sideOf(unit: Unit): Side {
    const { classes } = unit.end;
    const [only = 0, another] = classes;
    const one = this.space.classes[only];
    const [face, otherFace] = one?.faces ?? [];
    const isHost = one?.kind === 'pods' && one.example.hostNetwork;
    const egress = this.rows.Egress[only];
    const ingress = this.rows.Ingress[only];
    if (!egress || !ingress) throw new RangeError(`${unit.id} has no class in this space`);
    const isPlain = another === undefined && otherFace === undefined && !isHost && !unit.isOutside;
    return {
      unit,
      face: face?.id ?? 0,
      egress,
      ingress,
      locks: locksOf(this.rows, classes),
      leaving: null,
      entering: null,
      isPrepared: false,
      isPlain,
    };
  }
}

/** What is granted to a face; null stands for everything. */
export function granted(grants: Grants | null, face: number): PortSetId {
  return grants === null ? PortSets.all : (grants[face] ?? PortSets.none);
}

export type { Side };

function isolated(source: Side, destination: Side): boolean {
  return ((source.locks & EGRESS_LOCK) | (destination.locks & INGRESS_LOCK)) !== 0;
}
