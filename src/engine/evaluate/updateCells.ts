import { isSameNamespace } from '../compile/kinship';
import { refine } from '../compile/refinement';
import type { Space } from '../compile/space';
import { copyCell, countPair, emptyCells, finishCell, judgeCell, withSides, type Cells } from './cells';
import type { Unit } from './ends';
import { bandsOf, compareNodes, type Bands, type Both } from './compareMany';
import type { Judge, PairVerdict, Side } from './judge';
import { changeOf, perChange, signs, type ChangeCounts, type PairChange } from './pairChange';
import type { Row } from './row';
import type { Scene, Seat } from './scene';

/** Which cells have pairs that came to pass more, less, or other ports, and exactly how many pairs did. */
export interface CellChanges {
  /** By cell: 1 more, -1 less, 0 both or otherwise. At most MOST_CELLS of them. */
  readonly cells: ReadonlyMap<number, -1 | 0 | 1>;
  readonly counts: ChangeCounts;
}

/** The same while it is being counted. */
interface Counting {
  readonly cells: Map<number, -1 | 0 | 1>;
  readonly counts: Record<PairChange, number>;
}

/** Beyond, changes are only counted. */
const MOST_CELLS = 100_000;
/** The pairs of a unit with more others than this are not judged one by one. */
const MANY = 100;

interface Updated {
  readonly cells: Cells;
  readonly changes: CellChanges;
}

/** The cells of a scene; what the previous cells say already is not judged again. Of `many`, see above. */
export function updateCells(previous: Cells | null, scene: Scene, judge: Judge, many = MANY): Updated {
  if (previous?.scene === scene) return changedCells(previous, judge, many);
  const cells = emptyCells(scene, judge);
  const size = scene.nodes.length;
  const standing = standingNodes(previous, cells);
  for (let source = 0; source < size; source++) {
    for (let destination = 0; destination < size; destination++) {
      const [from = gone, to = gone] = [standing[source], standing[destination]];
      const isSame = (from.moved & EGRESS_MOVED) === 0 && (to.moved & INGRESS_MOVED) === 0;
      const cell = source * size + destination;
      if (previous && isSame) copyCell(previous, from.node * previous.sides.length + to.node, cells, cell);
      else judgeCell(cells, source, destination);
    }
  }
  const isOnlyView = previous === null || previous.judge.rows === judge.rows;
  return { cells, changes: isOnlyView ? noCellChanges() : compareCells(previous, cells) };
}

export function noCellChanges(): Counting {
  return { cells: new Map(), counts: perChange(() => 0) };
}

/** Which node of the previous cells a node is, and what about it is another. */
interface Standing {
  readonly node: number;
  readonly moved: number;
}

const EGRESS_MOVED = 1;
const INGRESS_MOVED = 2;
/** The unit itself is another: everything about it may be. */
const OTHER = EGRESS_MOVED | INGRESS_MOVED;
const gone: Standing = { node: -1, moved: OTHER };

function standingNodes(previous: Cells | null, cells: Cells): readonly Standing[] {
  if (previous === null) return [];
  const nodes = new Map(previous.scene.topology.entities.map(({ id }, node) => [id, node]));
  return cells.sides.map((sides, index) => {
    const node = nodes.get(cells.scene.topology.entities[index]?.id ?? '');
    const before = node === undefined ? undefined : previous.sides[node];
    if (node === undefined || before?.length !== sides.length) return gone;
    let moved = 0;
    for (const [at, now] of sides.entries()) {
      const old = before[at];
      moved |= old?.unit.id === now.unit.id ? difference(previous.judge, cells.judge, old, now) : OTHER;
      if (moved === OTHER) break;
    }
    return { node, moved };
  });
}

/** The same scene under other rows: an edit of a policy. Pairs are judged before and after where a row changed. */
function changedCells(previous: Cells, judge: Judge, many: number): Updated {
  const changes = noCellChanges();
  if (previous.judge.rows === judge.rows) return { cells: previous, changes };
  const leaving = changedUnits(previous, judge, 'Egress');
  const entering = changedUnits(previous, judge, 'Ingress');
  const cells = withSides(previous, judge, [...leaving.values(), ...entering.values()]);
  const size = cells.sides.length;
  const touched = new Set<number>();
  const tell = (cell: number, was: PairVerdict, is: PairVerdict, times: number): void => {
    const isSame = is.definite === was.definite && is.possible === was.possible;
    if (isSame && is.tone === was.tone) return;
    countPair(cells, cell, was, -times);
    countPair(cells, cell, is, times);
    touched.add(cell);
    if (!isSame) noteChange(changes, cell, changeOf(judge.sets, was, is), times);
  };
  const judgeAgain = (source: Seat, destination: Seat): void => {
    const [a, b] = [
      previous.sides[source.node]?.[source.at],
      previous.sides[destination.node]?.[destination.at],
    ];
    const before = a && b ? previous.judge.judge(a, b) : null;
    if (before === null) return;
    // A copy, as the judge uses its object again.
    const was = { ...before };
    const [c, d] = [cells.sides[source.node]?.[source.at], cells.sides[destination.node]?.[destination.at]];
    const is = c && d ? judge.judge(c, d) : null;
    if (is !== null) tell(source.node * size + destination.node, was, is, 1);
  };

  const affected = affectedBy(previous, judge, many);
  const outs = new Map([...leaving.keys()].map((unit) => [unit, affected(unit, 'Egress')]));
  const ins = new Map([...entering.keys()].map((unit) => [unit, affected(unit, 'Ingress')]));
  for (const [unit, source] of leaving) {
    for (const destination of outs.get(unit)?.values() ?? []) {
      // Those with many others are judged below.
      if (ins.get(destination.unit) !== null) judgeAgain(source, destination);
    }
  }
  for (const [unit, destination] of entering) {
    for (const source of ins.get(unit)?.values() ?? []) {
      const others = outs.get(source.unit);
      if (others !== null && others?.has(unit) !== true) judgeAgain(source, destination);
    }
  }
  const [leavesMany, entersMany] = [withMany(outs), withMany(ins)];
  if (leavesMany.size + entersMany.size > 0) {
    const nodes = bandsOfNodes(previous, cells, leavesMany, entersMany);
    compareNodes(previous.judge, judge, nodes, (source, destination, was, is, times) => {
      tell(source * size + destination, was, is, times);
    });
  }
  for (const cell of touched) finishCell(cells, cell);
  return { cells, changes };
}

/**
 * The others towards which a unit's changed rows say something else: all of them when it becomes isolated, or free. Null:
 * there are more than `many`.
 */
function affectedBy(
  { scene, judge: before }: Cells,
  after: Judge,
  many: number,
): (unit: Unit, type: 'Egress' | 'Ingress') => ReadonlyMap<Unit, Seat> | null {
  // Many classes change from one row to one other.
  const known = new Map<Row, { readonly now: Row; readonly seats: readonly Seat[] }>();
  const seatsMoved = (old: Row, now: Row): readonly Seat[] => {
    const last = known.get(old);
    if (last?.now === now) return last.seats;
    const [was, is] = [old.fill(), now.fill()];
    const seats: Seat[] = [];
    for (const { id: face, class: other } of after.space.faces) {
      if (was.definite[face] === is.definite[face] && was.possible[face] === is.possible[face]) continue;
      for (const seat of scene.seatsOf(other)) seats.push(seat);
    }
    known.set(old, { now, seats });
    return seats;
  };
  const few = (others: ReadonlyMap<Unit, Seat>): ReadonlyMap<Unit, Seat> | null =>
    others.size > many ? null : others;
  return (unit, type) => {
    const found = new Map<Unit, Seat>();
    for (const id of unit.end.classes) {
      const [old, now] = [before.rows[type][id], after.rows[type][id]];
      if (!old || !now || old === now) continue;
      if (old.isolated !== now.isolated) return few(scene.seats());
      for (const seat of seatsMoved(old, now)) {
        found.set(seat.unit, seat);
        if (found.size > many) return null;
      }
    }
    return found;
  };
}

const withMany = (affected: ReadonlyMap<Unit, ReadonlyMap<Unit, Seat> | null>): ReadonlySet<Unit> =>
  new Set([...affected].flatMap(([unit, others]) => (others === null ? [unit] : [])));

/** Bands of nodes in which nothing changed. */
const quiet = new WeakMap<readonly Side[], Bands>();

/** The units of all nodes, before and after. */
function bandsOfNodes(
  previous: Cells,
  cells: Cells,
  leavesMany: ReadonlySet<Unit>,
  entersMany: ReadonlySet<Unit>,
): readonly Bands[] {
  return cells.sides.map((sides, node) => {
    const old = previous.sides[node] ?? [];
    const known = sides === old ? quiet.get(sides) : undefined;
    if (known) return known;
    const units = sides.map((is, at) => ({
      was: old[at] ?? is,
      is,
      leaves: leavesMany.has(is.unit),
      enters: entersMany.has(is.unit),
    }));
    const bands = bandsOf(previous.judge, cells.judge, units);
    if (sides === old) quiet.set(sides, bands);
    return bands;
  });
}

/** Units with a class whose row is another. */
function changedUnits(
  { scene, judge: before }: Cells,
  after: Judge,
  type: 'Egress' | 'Ingress',
): ReadonlyMap<Unit, Seat> {
  const rows = before.rows[type];
  const found = new Map<Unit, Seat>();
  for (let id = 0; id < rows.length; id++) {
    if (rows[id] !== after.rows[type][id]) for (const seat of scene.seatsOf(id)) found.set(seat.unit, seat);
  }
  return found;
}

function noteChange({ cells, counts }: Counting, cell: number, change: PairChange, times: number): void {
  counts[change] += times;
  const sign = signs[change];
  const known = cells.get(cell);
  if (known === undefined && cells.size >= MOST_CELLS) return;
  cells.set(cell, known === undefined || known === sign ? sign : 0);
}

/**
 * Two clusters, or one cut otherwise: the pairs of units that both have, as far as anything about them is another. The
 * outside is compared along the CIDRs of both: a unit of it may have been several, or part of one.
 */
function compareCells(previous: Cells, cells: Cells): CellChanges {
  const changes = noCellChanges();
  const former = formerSides(previous, cells);
  const size = cells.sides.length;
  const nodes = cells.sides.map((sides) =>
    sides.flatMap((is) =>
      former(is).map((was): Both => {
        const moved = difference(previous.judge, cells.judge, was, is);
        return { was, is, leaves: (moved & EGRESS_MOVED) !== 0, enters: (moved & INGRESS_MOVED) !== 0 };
      }),
    ),
  );
  compareNodes(
    previous.judge,
    cells.judge,
    nodes.map((units) => bandsOf(previous.judge, cells.judge, units)),
    (source, destination, was, is, times) => {
      if (was.definite === is.definite && was.possible === is.possible) return;
      noteChange(changes, source * size + destination, changeOf(cells.judge.sets, was, is), times);
    },
  );
  return changes;
}

/** Tells what a unit was before: of the outside, each that has addresses in common with it. */
function formerSides(previous: Cells, cells: Cells): (is: Side) => readonly Side[] {
  const all = previous.sides.flat();
  const byId = new Map(all.map((side) => [side.unit.id, side]));
  const byClass = new Map(
    all.filter(({ unit }) => isOfOutside(unit)).map((side) => [side.unit.end.classes[0], side]),
  );
  const parts = new Map<number, Side[]>();
  for (const { before, after } of refine(previous.judge.space, cells.judge.space).parts) {
    const was = byClass.get(before.id);
    const known = parts.get(after.id);
    if (was && known) known.push(was);
    else if (was) parts.set(after.id, [was]);
  }
  return ({ unit }) => {
    if (isOfOutside(unit)) return parts.get(unit.end.classes[0] ?? -1) ?? [];
    const was = byId.get(unit.id);
    return was ? [was] : [];
  };
}

/** Part of it, not all. */
const isOfOutside = ({ end, isOutside }: Unit): boolean => end.pods.length === 0 && !isOutside;

/** What about one unit may make its pairs others. */
function difference(before: Judge, after: Judge, old: Side, now: Side): number {
  if (before.rows === after.rows && old.unit === now.unit) return 0;
  const isOther = before.space.premises !== after.space.premises;
  if (isOther || !isSameUnit(before.space, after.space, old.unit, now.unit)) return OTHER;
  const keys = (judge: Judge, { unit }: Side, type: 'Egress' | 'Ingress'): string =>
    unit.end.classes.map((id) => judge.rows[type][id]?.key ?? '').join('\n');
  return (
    (keys(before, old, 'Egress') === keys(after, now, 'Egress') ? 0 : EGRESS_MOVED) |
    (keys(before, old, 'Ingress') === keys(after, now, 'Ingress') ? 0 : INGRESS_MOVED)
  );
}

/** Policies see the same pods, or the same addresses. */
function isSameUnit(before: Space, after: Space, old: Unit, now: Unit): boolean {
  const [a, b] = [old.end.pods, now.end.pods];
  if (a.length !== b.length) return false;
  if (a.length === 0) return addressesOf(before, old) === addressesOf(after, now);
  if (before.cluster === after.cluster) return true;
  const namespace = before.cluster.pods[a[0] ?? -1]?.namespace ?? '';
  return (
    a.every((pod, index) => before.cluster.pods[pod] === after.cluster.pods[b[index] ?? -1]) &&
    isSameNamespace(before, after, namespace)
  );
}

function addressesOf(space: Space, { end }: Unit): string {
  return end.classes
    .flatMap((id) => {
      const one = space.classes[id];
      return one?.kind === 'external' ? one.ranges : [];
    })
    .map(({ family, first, last }) => `${String(family)} ${String(first)} ${String(last)}`)
    .sort()
    .join();
}
