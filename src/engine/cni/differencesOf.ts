import { t } from '../../language/t';
import { Tone, type EndRef } from '../answer';
import { PortSets } from '../compile/portSet';
import { namespaceCells } from '../coverage/namespaceCells';
import { STRIDE } from '../evaluate/cells';
import type { Unit } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { Judge, type PairVerdict } from '../evaluate/judge';
import type { Rows } from '../evaluate/rows';
import { refsOf } from '../explain/parts';
import { portText } from '../explain/portText';
import { Candidates, reachesOwnNode } from './candidates';
import {
  LISTED_DIFFERENCES,
  type CniDifferences,
  type PairDifference,
  type PairFate,
  type ProfileDifferences,
} from './cniDifferences';
import { blockReasons } from './reasons';
import { underProfile } from './underProfile';

/** One pair that differs; `profile` null: everything passes. */
interface FoundPair {
  readonly source: Unit;
  readonly destination: Unit;
  readonly spec: PairVerdict;
  readonly profile: PairVerdict | null;
}

interface Found {
  count: number;
  opened: number;
  closed: number;
  other: number;
  readonly pairs: FoundPair[];
}

interface BothFound {
  readonly spec: Evaluated;
  readonly cilium: Found;
  readonly none: Found;
}

const known = new WeakMap<Rows, BothFound>();

/** What the profiles decide otherwise than the specification. Pauses now and then; run it to its end. */
export function* cniDifferencesOf(state: Evaluated): Generator<undefined, CniDifferences> {
  let found = known.get(state.rows);
  if (!found) {
    const spec = underProfile(state, 'spec');
    yield;
    const profile = underProfile(state, 'cilium');
    yield;
    const cilium = yield* betweenProfiles(spec, profile);
    found = { spec, cilium, none: yield* withoutEnforcement(spec) };
    known.set(state.rows, found);
  }
  // Places move with the text, so they are looked up anew.
  const spec = { ...found.spec, locate: state.locate };
  return {
    cni: state.space.cni,
    policies: state.book.policies.length,
    cilium: told(spec, found.cilium, (source, destination) => ({
      reasons: blockReasons(spec, source, destination),
      isOwnNode: reachesOwnNode(spec, source, destination),
    })),
    none: told(spec, found.none, () => ({ reasons: [], isOwnNode: false })),
  };
}

function* betweenProfiles(spec: Evaluated, profile: Evaluated): Generator<undefined, Found> {
  const found: Found = { count: 0, opened: 0, closed: 0, other: 0, pairs: [] };
  const candidates = new Candidates(spec, profile);
  yield* candidates.prepare();
  const [before, after] = [new Judge(spec.space, spec.sets, spec.rows), judgeOf(profile)];
  for (const [index, source] of spec.units.workloads.entries()) {
    const twin = profile.units.workloads[index];
    for (const at of candidates.from(index)) {
      const [destination, otherTwin] = [spec.units.workloads[at], profile.units.workloads[at]];
      if (!twin || !destination || !otherTwin) continue;
      const was = before.judge(before.side(source), before.side(destination));
      const is = after.judge(after.side(twin), after.side(otherTwin));
      if (was === null || is === null) continue;
      if (was.definite === is.definite && was.possible === is.possible) continue;
      note(found, { source, destination, spec: was, profile: is }, signOf(spec, was, is));
    }
    yield;
  }
  return found;
}

/**
 * Where nothing is enforced everything passes: every pair that is blocked at all, or undecided, differs. They are
 * counted in the cells of the picture; only the first are looked for.
 */
function* withoutEnforcement(spec: Evaluated): Generator<undefined, Found> {
  const cells = yield* namespaceCells(spec);
  const of = (...tones: readonly Tone[]): number => {
    let sum = 0;
    for (const cell of cells.totals.keys()) {
      for (const tone of tones) sum += cells.counts[cell * STRIDE + tone] ?? 0;
    }
    return sum;
  };
  const opened = of(Tone.partial, Tone.blockedEgress, Tone.blockedIngress);
  const other = of(Tone.unknown);
  return { count: opened + other, opened, closed: 0, other, pairs: firstNotOpen(spec) };
}

function firstNotOpen(spec: Evaluated): FoundPair[] {
  const judge = judgeOf(spec);
  const ends = [...spec.units.workloads, spec.units.outside].map((unit) => judge.side(unit));
  const pairs: FoundPair[] = [];
  for (const source of ends) {
    for (const destination of ends) {
      const was = judge.judge(source, destination);
      if (was === null || was.tone === Tone.open || was.tone === Tone.allowed) continue;
      pairs.push({ source: source.unit, destination: destination.unit, spec: { ...was }, profile: null });
      if (pairs.length === LISTED_DIFFERENCES) return pairs;
    }
  }
  return pairs;
}

function judgeOf({ space, sets, rows }: Evaluated): Judge {
  return new Judge(space, sets, rows);
}

function note(found: Found, pair: FoundPair, sign: -1 | 0 | 1): void {
  found.count++;
  if (sign > 0) found.opened++;
  else if (sign < 0) found.closed++;
  else found.other++;
  if (found.pairs.length >= LISTED_DIFFERENCES) return;
  // Copies, as a judge uses its object again.
  found.pairs.push({ ...pair, spec: { ...pair.spec }, profile: pair.profile && { ...pair.profile } });
}

function signOf({ sets }: Evaluated, was: PairVerdict, is: PairVerdict): -1 | 0 | 1 {
  if (was.definite === is.definite || was.definite !== was.possible) return 0;
  if (sets.includes(is.definite, was.definite)) return 1;
  return sets.includes(was.definite, is.definite) ? -1 : 0;
}

function told(
  spec: Evaluated,
  { pairs, ...counts }: Found,
  reasons: (source: Unit, destination: Unit) => Pick<PairDifference, 'reasons' | 'isOwnNode'>,
): ProfileDifferences {
  const refOf = refsOf(spec);
  const ref = (unit: Unit): EndRef =>
    unit.isOutside ? { id: unit.id, name: t`Outside`, namespace: null } : refOf(unit);
  const fate = ({ tone, definite }: Pick<PairVerdict, 'tone' | 'definite'>): PairFate => ({
    tone,
    ports: portText(spec.sets, definite),
    passes: definite !== PortSets.none,
  });
  return {
    ...counts,
    rows: pairs.map(({ source, destination, spec: was, profile }) => ({
      source: ref(source),
      destination: ref(destination),
      spec: fate(was),
      profile: fate(profile ?? { tone: Tone.open, definite: PortSets.all }),
      ...reasons(source, destination),
    })),
  };
}
