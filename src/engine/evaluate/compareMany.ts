import type { PortSetId } from '../compile/portSet';
import { granted, type Judge, type PairVerdict, type Side } from './judge';
import type { Grants, Row } from './row';

/** One unit before and after an edit. */
export interface Both {
  readonly was: Side;
  readonly is: Side;
  /** What leaves it has changed towards many others. */
  readonly leaves: boolean;
  /** What enters it has changed from many others. */
  readonly enters: boolean;
}

/** Units of one node that are judged the quick way and have the same row for one direction, before as well as after. */
interface Band {
  /** Any one of them. */
  readonly one: Both;
  readonly units: Set<Both>;
}

/** The units of one node. */
export interface Bands {
  /** Those that are judged the quick way, … */
  readonly plain: readonly Both[];
  /** … by what leaves them, … */
  readonly leaving: readonly Band[];
  /** … and by what enters them. */
  readonly entering: readonly Band[];
  /** Those that have to be judged one by one. */
  readonly odd: readonly Both[];
}

/** Hears how `times` pairs between two nodes fared, and how they fare now; the objects are used again. */
export type Tell = (
  source: number,
  destination: number,
  was: PairVerdict,
  is: PairVerdict,
  times: number,
) => void;
type TellOf = (was: PairVerdict, is: PairVerdict, times: number) => void;

/** Two port sets, before and after, and of how many faces. */
interface Kind {
  readonly was: PortSetId;
  readonly is: PortSetId;
  times: number;
}

/** Gathers units that have the same rows. */
export function bandsOf(before: Judge, after: Judge, units: readonly Both[]): Bands {
  const isPlain = ({ was, is }: Both): boolean => before.isPlain(was) && after.isPlain(is);
  const plain = units.filter(isPlain);
  return {
    plain,
    leaving: gathered(
      plain,
      ({ egress }) => egress,
      ({ leaves }) => leaves,
    ),
    entering: gathered(
      plain,
      ({ ingress }) => ingress,
      ({ enters }) => enters,
    ),
    odd: units.filter((both) => !isPlain(both)),
  };
}

function gathered(
  units: readonly Both[],
  rowOf: (side: Side) => Row,
  isMoved: (both: Both) => boolean,
): readonly Band[] {
  const bands = new Map<Row, Band[]>();
  for (const both of units) {
    const known = bands.get(rowOf(both.is)) ?? [];
    bands.set(rowOf(both.is), known);
    const band = known.find(
      ({ one }) => rowOf(one.was) === rowOf(both.was) && isMoved(one) === isMoved(both),
    );
    if (band) band.units.add(both);
    else known.push({ one: both, units: new Set([both]) });
  }
  return [...bands.values()].flat();
}

/**
 * Judges the pairs of units before and after an edit, as far as either end fares otherwise towards many. Where
 * sources have one row, what leaves them depends on the destination alone, and where destinations have one, what enters
 * them on the source: so it is enough to know how often which ports did and do.
 */
export function compareNodes(before: Judge, after: Judge, nodes: readonly Bands[], tell: Tell): void {
  const leaves = nodes.map(({ plain, odd }) => [...plain, ...odd].some((both) => both.leaves));
  const enters = nodes.map(({ plain, odd }) => [...plain, ...odd].some((both) => both.enters));
  nodes.forEach((from, source) => {
    nodes.forEach((to, destination) => {
      if (leaves[source] !== true && enters[destination] !== true) return;
      compareTwo(before, after, from, to, (was, is, times) => {
        tell(source, destination, was, is, times);
      });
    });
  });
}

function compareTwo(before: Judge, after: Judge, from: Bands, to: Bands, tell: TellOf): void {
  for (const source of from.leaving) {
    for (const destination of to.entering) {
      if (!source.one.leaves && !destination.one.enters) continue;
      compareBands(before, after, source, destination, from === to, tell);
    }
  }
  for (const source of from.odd) {
    for (const destination of to.plain) compareOne(before, after, source, destination, tell);
    for (const destination of to.odd) compareOne(before, after, source, destination, tell);
  }
  for (const source of from.plain) {
    for (const destination of to.odd) compareOne(before, after, source, destination, tell);
  }
}

function compareOne(before: Judge, after: Judge, source: Both, destination: Both, tell: TellOf): void {
  if (!source.leaves && !destination.enters) return;
  const verdict = before.judge(source.was, destination.was);
  // A copy: a judge uses its object again.
  const was = verdict && { ...verdict };
  const is = after.judge(source.is, destination.is);
  if (was !== null && is !== null) tell(was, is, 1);
}

function compareBands(
  before: Judge,
  after: Judge,
  from: Band,
  to: Band,
  isSameNode: boolean,
  tell: TellOf,
): void {
  const [source, destination] = [from.one, to.one];
  const outs = kindsOf(source.was.leaving, source.is.leaving, to);
  const ins = kindsOf(destination.was.entering, destination.is.entering, from);
  for (const out of outs) {
    for (const into of ins) {
      const times = out.times * into.times - (isSameNode ? selvesOf(from, to, out, into) : 0);
      if (times === 0) continue;
      after.judged++;
      const was = { ...before.decided(source.was, destination.was, out.was, into.was) };
      tell(was, after.decided(source.is, destination.is, out.is, into.is), times);
    }
  }
}

/** How often rows granted and grant which ports to the faces of a band. */
function kindsOf(was: Grants | null, is: Grants | null, { units }: Band): readonly Kind[] {
  const kinds: Kind[] = [];
  for (const unit of units) {
    const old = granted(was, unit.was.face);
    const now = granted(is, unit.is.face);
    const known = kinds.find((kind) => kind.was === old && kind.is === now);
    if (known) known.times++;
    else kinds.push({ was: old, is: now, times: 1 });
  }
  return kinds;
}

/** How many of these pairs would be of a unit with itself. */
function selvesOf(from: Band, to: Band, out: Kind, into: Kind): number {
  let selves = 0;
  for (const both of from.units) {
    if (!to.units.has(both)) continue;
    const { was, is } = both;
    if (
      granted(was.leaving, was.face) === out.was &&
      granted(is.leaving, is.face) === out.is &&
      granted(was.entering, was.face) === into.was &&
      granted(is.entering, is.face) === into.is
    )
      selves++;
  }
  return selves;
}
