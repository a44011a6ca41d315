import { Tone } from '../answer';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { Space } from '../compile/space';
import type { Unit } from './ends';
import { judge, toneOf, type End } from './pair';
import type { Grants, Row } from './row';
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
  readonly isIsolatedForEgress: boolean;
  readonly isIsolatedForIngress: boolean;
  /** Null: everything passes, or not prepared yet. */
  leaving: Grants | null;
  entering: Grants | null;
  isPrepared: boolean;
  isPlain: boolean;
}

/** Judges pairs of the units of one evaluation. Counts what it did. */
export class Judge {
  /** Pairs judged: the exact cost. */
  judged = 0;
  readonly space: Space;
  readonly sets: PortSets;
  readonly rows: Rows;
  readonly #sides = new Map<Unit, Side>();
  readonly #plainLists = new Map<readonly Side[], boolean>();
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
    if (this.#isPlain(source) && this.#isPlain(destination)) return this.#plain(source, destination);
    if (source.unit.isOutside || destination.unit.isOutside) return this.#withOutside(source, destination);
    return this.#thorough(source.unit.end, destination.unit.end, isolated(source, destination));
  }

  /**
   * Judges the pairs of one side with many, and counts them by tone: `counts[at + tone]` goes up by one for each.
   * The destinations are inside the cluster. Returns false, having done nothing, where a pair has to be judged by itself.
   */
  countPlain(source: Side, destinations: readonly Side[], counts: Int32Array, at: number): boolean {
    if (!this.#isPlain(source) || !this.#arePlain(destinations)) return false;
    const { leaving, face } = source;
    for (const destination of destinations) {
      if (destination === source) continue;
      this.judged++;
      const out = leaving === null ? PortSets.all : (leaving[destination.face] ?? PortSets.none);
      const into =
        destination.entering === null ? PortSets.all : (destination.entering[face] ?? PortSets.none);
      const tone = this.#tone(source, destination, out, this.sets.intersect(out, into));
      counts[at + tone] = (counts[at + tone] ?? 0) + 1;
    }
    return true;
  }

  #tone(source: Side, destination: Side, out: PortSetId, passing: PortSetId): Tone {
    if (passing === PortSets.all) return isolated(source, destination) ? Tone.allowed : Tone.open;
    if (passing !== PortSets.none) return Tone.partial;
    return out === PortSets.none ? Tone.blockedEgress : Tone.blockedIngress;
  }

  #plain(source: Side, destination: Side): PairVerdict {
    const out = source.leaving === null ? PortSets.all : (source.leaving[destination.face] ?? PortSets.none);
    const into =
      destination.entering === null ? PortSets.all : (destination.entering[source.face] ?? PortSets.none);
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
    let definite = PortSets.all;
    let possible = PortSets.none;
    let passes = false;
    const tones = new Set<Tone>();
    for (const group of (isSource ? source : destination).unit.end.classes) {
      const end: End = { classes: [group], pods: [] };
      const one = isSource
        ? this.#thorough(end, destination.unit.end, isIsolated)
        : this.#thorough(source.unit.end, end, isIsolated);
      tones.add(one.tone);
      passes ||= one.passes;
      definite = this.sets.intersect(definite, one.definite);
      possible = this.sets.union(possible, one.possible);
    }
    const [only, another] = tones;
    const verdict = this.#verdict;
    verdict.definite = definite;
    verdict.possible = possible;
    verdict.passes = passes;
    if (only !== undefined && another === undefined) verdict.tone = only;
    else if (tones.has(Tone.unknown)) verdict.tone = Tone.unknown;
    else if (passes) verdict.tone = Tone.partial;
    else verdict.tone = Tone.blockedIngress;
    return verdict;
  }

  #arePlain(sides: readonly Side[]): boolean {
    let known = this.#plainLists.get(sides);
    if (known === undefined) {
      known = sides.every((side) => this.#isPlain(side));
      this.#plainLists.set(sides, known);
    }
    return known;
  }

  /** One class with one face, and no doubt in its rows: then a pair is two looks into arrays. */
  #isPlain(side: Side): boolean {
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
      isIsolatedForEgress: classes.some((id) => this.rows.Egress[id]?.isolated),
      isIsolatedForIngress: classes.some((id) => this.rows.Ingress[id]?.isolated),
      leaving: null,
      entering: null,
      isPrepared: false,
      isPlain,
    };
  }
}

export type { Side };

function isolated(source: Side, destination: Side): boolean {
  return source.isIsolatedForEgress || destination.isIsolatedForIngress;
}
