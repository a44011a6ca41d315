import type { PortSetId } from '../compile/portSet';
import { granted, type Judge, type PairVerdict, type Side } from './judge';
import type { Grants } from './row';

/** One unit before and after an edit. */
export interface Both {
  readonly was: Side;
  readonly is: Side;
  /** What leaves it has changed towards many others. */
  readonly leaves: boolean;
  /** What enters it has changed from many others. */
  readonly enters: boolean;
}

/** Units of one node that are judged the quick way and have the same rows, before as well as after. */
interface Band {
  /** Any one of them. */
  readonly one: Both;
  readonly wasFaces: number[];
  readonly isFaces: number[];
}

/** The units of one node. */
export interface Bands {
  readonly bands: readonly Band[];
  /** Those in bands, … */
  readonly plain: readonly Both[];
  /** … and those that have to be judged one by one. */
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
  const bands = new Map<object, Map<object, Band[]>>();
  const plain: Both[] = [];
  const odd: Both[] = [];
  for (const both of units) {
    const { was, is, leaves, enters } = both;
    if (!before.isPlain(was) || !after.isPlain(is)) {
      odd.push(both);
      continue;
    }
    plain.push(both);
    const byIngress = bands.get(is.egress) ?? new Map<object, Band[]>();
    bands.set(is.egress, byIngress);
    const known = byIngress.get(is.ingress) ?? [];
    byIngress.set(is.ingress, known);
    const band = known.find(
      ({ one }) =>
        one.was.egress === was.egress &&
        one.was.ingress === was.ingress &&
        one.leaves === leaves &&
        one.enters === enters,
    );
    if (band) {
      band.wasFaces.push(was.face);
      band.isFaces.push(is.face);
    } else known.push({ one: both, wasFaces: [was.face], isFaces: [is.face] });
  }
  return { bands: [...bands.values()].flatMap((own) => [...own.values()].flat()), plain, odd };
}

/**
 * Judges the pairs of units before and after an edit, as far as either end fares otherwise towards many. With the same
 * rows on either side what leaves depends on the destination alone, and what enters on the source: so it is enough to
 * know how often which ports did and do.
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
  for (const source of from.bands) {
    for (const destination of to.bands) {
      if (source.one.leaves || destination.one.enters) compareBands(before, after, source, destination, tell);
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

function compareBands(before: Judge, after: Judge, from: Band, to: Band, tell: TellOf): void {
  const [source, destination] = [from.one, to.one];
  const outs = kindsOf(source.was.leaving, source.is.leaving, to);
  const ins = kindsOf(destination.was.entering, destination.is.entering, from);
  for (const out of outs) {
    for (const into of ins) {
      const times = out.times * into.times - (from === to ? selvesOf(from, out, into) : 0);
      if (times === 0) continue;
      after.judged++;
      const was = { ...before.decided(source.was, destination.was, out.was, into.was) };
      tell(was, after.decided(source.is, destination.is, out.is, into.is), times);
    }
  }
}

/** How often rows granted and grant which ports to the faces of a band. */
function kindsOf(was: Grants | null, is: Grants | null, { wasFaces, isFaces }: Band): readonly Kind[] {
  const kinds: Kind[] = [];
  for (let index = 0; index < isFaces.length; index++) {
    const old = granted(was, wasFaces[index] ?? 0);
    const now = granted(is, isFaces[index] ?? 0);
    const known = kinds.find((kind) => kind.was === old && kind.is === now);
    if (known) known.times++;
    else kinds.push({ was: old, is: now, times: 1 });
  }
  return kinds;
}

/** How many of these pairs would be of a unit with itself. */
function selvesOf({ one: { was, is }, wasFaces, isFaces }: Band, out: Kind, into: Kind): number {
  let selves = 0;
  for (let index = 0; index < isFaces.length; index++) {
    const [old, now] = [wasFaces[index] ?? 0, isFaces[index] ?? 0];
    if (
      granted(was.leaving, old) === out.was &&
      granted(is.leaving, now) === out.is &&
      granted(was.entering, old) === into.was &&
      granted(is.entering, now) === into.is
    )
      selves++;
  }
  return selves;
}
