import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated } from '../evaluate/evaluated';
import { Judge, type Side } from '../evaluate/judge';
import { relation } from '../evaluate/pair';
import { changeOf, type PairChange, type Passing } from '../evaluate/pairChange';
import type { CommonEnd } from './commonEnds';
import type { EndGroup } from './endGroups';

/** All pairs from some ends to some ends: they changed in the same way. */
export interface ChangedBlock {
  readonly change: PairChange;
  /** Positions among the common ends; a position in both is no pair with itself. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** As sets of the later state. */
  readonly before: Passing;
  readonly after: Passing;
}

/**
 * Finds every pair that fares otherwise, in blocks: pairs of which no end moved are not looked at, of those between two
 * groups one is judged. Yields now and then, so that whoever runs it may pause.
 */
export function* findChanges(
  before: Evaluated,
  after: Evaluated,
  ends: readonly CommonEnd[],
  groups: readonly EndGroup[],
  note: (block: ChangedBlock) => void,
): Generator<undefined, void> {
  const entering = groups.filter(({ ingressMoved }) => ingressMoved);
  const judge = new JudgeOfBoth(before, after, ends);
  let looked = 0;
  for (const a of groups) {
    for (const b of a.egressMoved ? groups : entering) {
      if (a.isOutside && b.isOutside) continue;
      if (a.isHost === b.isHost) judge.compare(a.members, b.members, note);
      else if (a.isHost)
        for (const to of judge.byPlacement(a.members, b.members)) judge.compare(a.members, to, note);
      else for (const from of judge.byPlacement(b.members, a.members)) judge.compare(from, b.members, note);
      if ((++looked & 0x3ff) === 0) yield;
    }
  }
}

class JudgeOfBoth {
  readonly #before: Evaluated;
  readonly #after: Evaluated;
  readonly #ends: readonly CommonEnd[];
  readonly #was: Judge;
  readonly #is: Judge;
  readonly #sides: (readonly [Side, Side] | undefined)[] = [];
  /** By set of the earlier state the same of the later. */
  readonly #translated: (PortSetId | undefined)[] = [];

  constructor(before: Evaluated, after: Evaluated, ends: readonly CommonEnd[]) {
    this.#before = before;
    this.#after = after;
    this.#ends = ends;
    this.#was = new Judge(before.space, before.sets, before.rows);
    this.#is = new Judge(after.space, after.sets, after.rows);
  }

  /** Judges one of the pairs for all of them. */
  compare(from: readonly number[], to: readonly number[], note: (block: ChangedBlock) => void): void {
    const [first = 0] = from;
    const [other = 0, another] = to;
    const second = other === first ? another : other;
    if (second === undefined) return;
    const a = this.#sidesOf(first);
    const b = this.#sidesOf(second);
    if (!a || !b) return;
    const was = this.#was.judge(a[0], b[0]);
    if (was === null) return;
    const definite = this.#translate(was.definite);
    const possible = this.#translate(was.possible);
    const is = this.#is.judge(a[1], b[1]);
    if (is === null || (is.definite === definite && is.possible === possible)) return;
    const old: Passing = { definite, possible };
    const now: Passing = { definite: is.definite, possible: is.possible };
    note({ change: changeOf(this.#after.sets, old, now), from, to, before: old, after: now });
  }

  /** The others in parts that stand alike to one on the network of its node: there, sometimes there, or elsewhere. */
  byPlacement([host = 0]: readonly number[], others: readonly number[]): Iterable<readonly number[]> {
    const one = this.#ends[host];
    const parts = new Map<string, number[]>();
    for (const index of others) {
      const other = this.#ends[index];
      if (!one || !other) continue;
      const key = [
        relation(this.#before.space, one.before.end, other.before.end),
        relation(this.#after.space, one.after.end, other.after.end),
      ]
        .map(({ sourceIsNode }) => sourceIsNode)
        .join();
      const part = parts.get(key);
      if (part) part.push(index);
      else parts.set(key, [index]);
    }
    return parts.values();
  }

  #sidesOf(index: number): readonly [Side, Side] | undefined {
    const end = this.#ends[index];
    return (this.#sides[index] ??= end && [this.#was.side(end.before), this.#is.side(end.after)]);
  }

  #translate(id: PortSetId): PortSetId {
    const { sets } = this.#before;
    if (sets === this.#after.sets || id === PortSets.none || id === PortSets.all) return id;
    return (this.#translated[id] ??= this.#after.sets.intern(sets.get(id)));
  }
}
