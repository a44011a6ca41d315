import { commonEndsWithPods, type CommonEnd } from '../comparison/commonEnds';
import { findChanges } from '../comparison/changedPairs';
import { groupEnds } from '../comparison/endGroups';
import { refine } from '../compile/refinement';
import { policyBook } from '../compile/policyBook';
import { PortSets, type PortSetId } from '../compile/portSet';
import { QuestionBook } from '../compile/questions';
import { buildSpace, SpaceMemory } from '../compile/space';
import type { Passing } from '../evaluate/pairChange';
import { Units } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { judge } from '../evaluate/pair';
import { RowBook } from '../evaluate/rows';
import { refsOf, type Part } from '../explain/parts';
import { portText } from '../explain/portText';
import type { NetworkPolicy } from '../model/policy';
import { ADMITTED_PAIRS, type Admitted, type AdmittedPair } from './allowance';

/** What comes of other policies. */
export interface Effect {
  /** What certainly passes between the two ends then. */
  readonly passing: PortSetId;
  /** Something passes less, or less certainly, than before. */
  readonly closes: boolean;
  readonly admits: Admitted;
}

/** Tries other policies in the place of those in force; from one trial to the next it keeps what stays. */
export class Trial {
  readonly #state: Evaluated;
  readonly #from: Part;
  readonly #to: Part;
  readonly #questions = new QuestionBook();
  readonly #spaces = new SpaceMemory();
  readonly #rows = new RowBook();

  constructor(state: Evaluated, from: Part, to: Part) {
    this.#state = state;
    this.#from = from;
    this.#to = to;
  }

  /** Policies say nothing of who is in the cluster: that stays as it is. */
  *#evaluate(policies: readonly NetworkPolicy[]): Generator<undefined, Evaluated> {
    const { space: before, sets, book: known, locate } = this.#state;
    const book = policyBook(policies, known.rejected, known.unsupported);
    const space = buildSpace(before.cluster, this.#questions.update(book), before.cni, this.#spaces);
    yield;
    return {
      space,
      units: new Units(space),
      sets,
      book,
      locate,
      rows: this.#rows.build(space, sets, book),
    };
  }

  /** Yields when it may be interrupted. */
  *run(policies: readonly NetworkPolicy[]): Generator<undefined, Effect> {
    const before = this.#state;
    const after = yield* this.#evaluate(policies);
    yield;
    const refinement = refine(before.space, after.space);
    // Of a workload one of whose pods is meant the others are others.
    const unfolded = new Set(
      [this.#from, this.#to].flatMap(({ facts }) => (facts.kind === 'pod' ? [facts.workload] : [])),
    );
    const ends = commonEndsWithPods(before, after, refinement, unfolded);
    yield;
    const tally = new Tally(after, ends, this.#from, this.#to);
    const groups = groupEnds(before, after, ends, refinement);
    yield;
    yield* findChanges(before, after, ends, groups, ({ from, to, before: was, after: is }) => {
      tally.addBlock(from, to, was, is);
    });
    for (const [index, end] of ends.entries()) tally.addReplicas(before, index, end);
    return tally.effect;
  }
}

class Tally {
  readonly #after: Evaluated;
  readonly #ends: readonly CommonEnd[];
  readonly #sources: ReadonlySet<number>;
  readonly #destinations: ReadonlySet<number>;
  readonly #replicated: ReadonlySet<string>;
  readonly #first: { readonly from: number; readonly to: number; readonly ports: PortSetId }[] = [];
  #count = 0;
  #unsure = 0;
  #closes = false;

  constructor(after: Evaluated, ends: readonly CommonEnd[], from: Part, to: Part) {
    const positions = ({ id }: Part): ReadonlySet<number> =>
      new Set(ends.flatMap(({ before }, index) => (before.id === id ? [index] : [])));
    this.#after = after;
    this.#ends = ends;
    this.#sources = positions(from);
    this.#destinations = positions(to);
    const { workloads } = after.space.cluster;
    this.#replicated = new Set(
      after.units.workloads.flatMap(({ id }, index) => ((workloads[index]?.replicas ?? 1) > 1 ? [id] : [])),
    );
  }

  /** All pairs from some ends to some ends, which fare alike; an end in both is no pair with itself. */
  addBlock(from: readonly number[], to: readonly number[], was: Passing, is: Passing): void {
    const isInner = from[0] === to[0];
    const own = from.filter((a) => this.#sources.has(a));
    const theirs = to.filter((b) => this.#destinations.has(b));
    const meant = own.reduce((sum, a) => sum + theirs.filter((b) => a !== b).length, 0);
    const count = from.length * (to.length - (isInner ? 1 : 0)) - meant;
    this.#add(was, is, count, (opened) => {
      for (const a of from) for (const b of to) if (!this.#list(a, b, opened)) return;
    });
  }

  /** Between the pods of one workload. */
  addReplicas(before: Evaluated, index: number, { before: then, after: now }: CommonEnd): void {
    if (!this.#replicated.has(now.id)) return;
    const after = this.#after;
    const was = judge(before.space, before.sets, before.rows, then.end, then.end);
    const is = judge(after.space, after.sets, after.rows, now.end, now.end);
    if (was.definite === is.definite && was.possible === is.possible) return;
    const isMeant = this.#sources.has(index) && this.#destinations.has(index);
    this.#add(was, is, isMeant ? 0 : 1, (opened) => {
      if (!isMeant) this.#first.push({ from: index, to: index, ports: opened });
    });
  }

  #add(was: Passing, is: Passing, count: number, list: (opened: PortSetId) => void): void {
    const { sets } = this.#after;
    if (!sets.includes(is.definite, was.definite) || !sets.includes(is.possible, was.possible))
      this.#closes = true;
    const opened = sets.minus(is.definite, was.definite);
    if (opened === PortSets.none) {
      this.#unsure += count;
      return;
    }
    this.#count += count;
    if (this.#first.length < ADMITTED_PAIRS) list(opened);
  }

  /** False: there is no room for more. */
  #list(from: number, to: number, ports: PortSetId): boolean {
    const isMeant = this.#sources.has(from) && this.#destinations.has(to);
    if (from !== to && !isMeant) this.#first.push({ from, to, ports });
    return this.#first.length < ADMITTED_PAIRS;
  }

  get effect(): Effect {
    const { space, sets, rows } = this.#after;
    let passing = PortSets.all;
    for (const a of this.#sources) {
      for (const b of this.#destinations) {
        const [source, destination] = [this.#ends[a]?.after.end, this.#ends[b]?.after.end];
        if (source && destination)
          passing = sets.intersect(passing, judge(space, sets, rows, source, destination).definite);
      }
    }
    const refOf = refsOf(this.#after);
    const nobody = { id: '', name: '', namespace: null };
    const told = (index: number): AdmittedPair['source'] => {
      const unit = this.#ends[index]?.after;
      return unit ? refOf(unit) : nobody;
    };
    const pairs = this.#first.map(({ from, to, ports }) => ({
      source: told(from),
      destination: told(to),
      ports: portText(sets, ports),
    }));
    const isThere = this.#sources.size > 0 && this.#destinations.size > 0;
    return {
      passing: isThere ? passing : PortSets.none,
      closes: this.#closes,
      admits: { count: this.#count, pairs, unsure: this.#unsure },
    };
  }
}
