import { isSameNamespace } from '../compile/kinship';
import type { PortSets } from '../compile/portSet';
import type { Space } from '../compile/space';
import { copyCell, countPair, emptyCells, finishCell, judgeCell, withSides, type Cells } from './cells';
import type { Unit } from './ends';
import type { Judge, PairVerdict, Side } from './judge';
import type { Row } from './row';
import type { Scene, Seat } from './scene';

/** Which cells have pairs that came to pass more, less, or other ports, and exactly how many pairs did. */
export interface CellChanges {
  /** By cell: 1 more, -1 less, 0 both or otherwise. At most MOST_CELLS of them. */
  readonly cells: Map<number, -1 | 0 | 1>;
  opened: number;
  closed: number;
  exchanged: number;
  /** What changed is only what cannot be said. */
  unsure: number;
}

/** Beyond, changes are only counted. */
const MOST_CELLS = 100_000;
/** Comparing more pairs than this across two clusters would be felt: then only cells are compared. */
const MOST_COMPARED = 3_000_000;

interface Updated {
  readonly cells: Cells;
  readonly changes: CellChanges;
}

/** The cells of a scene; what the previous cells say already is not judged again. */
export function updateCells(previous: Cells | null, scene: Scene, judge: Judge): Updated {
  if (previous?.scene === scene) return changedCells(previous, judge);
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

export function noCellChanges(): CellChanges {
  return { cells: new Map(), opened: 0, closed: 0, exchanged: 0, unsure: 0 };
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
function changedCells(previous: Cells, judge: Judge): Updated {
  const changes = noCellChanges();
  if (previous.judge.rows === judge.rows) return { cells: previous, changes };
  const leaving = changedUnits(previous, judge, 'Egress');
  const entering = changedUnits(previous, judge, 'Ingress');
  const cells = withSides(previous, judge, [...leaving.values(), ...entering.values()]);
  const size = cells.sides.length;
  const touched = new Set<number>();
  const judgeAgain = (source: number, from: number, destination: number, to: number): void => {
    const [a, b] = [previous.sides[source]?.[from], previous.sides[destination]?.[to]];
    const before = a && b ? previous.judge.judge(a, b) : null;
    if (before === null) return;
    // A copy, as the judge uses its object again.
    const was = { ...before };
    const [c, d] = [cells.sides[source]?.[from], cells.sides[destination]?.[to]];
    const is = c && d ? judge.judge(c, d) : null;
    if (is === null || (is.tone === was.tone && is.definite === was.definite && is.possible === was.possible))
      return;
    const cell = source * size + destination;
    countPair(cells, cell, was, -1);
    countPair(cells, cell, is, 1);
    touched.add(cell);
    noteChange(changes, cell, was, is, judge.sets);
  };
  const judged = new Map<Unit, ReadonlyMap<Unit, Seat>>();
  const affected = affectedBy(previous, judge);
  for (const { unit, node: source, at: from } of leaving.values()) {
    const others = affected(unit, 'Egress');
    judged.set(unit, others);
    for (const { node, at } of others.values()) judgeAgain(source, from, node, at);
  }
  for (const { unit, node: destination, at: to } of entering.values()) {
    for (const { unit: other, node, at } of affected(unit, 'Ingress').values()) {
      if (judged.get(other)?.has(unit) !== true) judgeAgain(node, at, destination, to);
    }
  }
  for (const cell of touched) finishCell(cells, cell);
  return { cells, changes };
}

/** The others towards which a unit's changed rows say something else: all of them when it becomes isolated, or free. */
function affectedBy(
  { scene, judge: before }: Cells,
  after: Judge,
): (unit: Unit, type: 'Egress' | 'Ingress') => ReadonlyMap<Unit, Seat> {
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
  return (unit, type) => {
    const found = new Map<Unit, Seat>();
    for (const id of unit.end.classes) {
      const [old, now] = [before.rows[type][id], after.rows[type][id]];
      if (!old || !now || old === now) continue;
      if (old.isolated !== now.isolated) return scene.seats();
      for (const seat of seatsMoved(old, now)) found.set(seat.unit, seat);
    }
    return found;
  };
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

function noteChange(
  changes: CellChanges,
  cell: number,
  before: PairVerdict,
  after: PairVerdict,
  sets: PortSets,
): void {
  if (before.definite === after.definite && before.possible === after.possible) return;
  // What could pass before has not opened, and what still can has not closed.
  const gained = !sets.includes(before.possible, after.definite);
  const lost = !sets.includes(after.possible, before.definite);
  if (gained && lost) changes.exchanged++;
  else if (gained) changes.opened++;
  else if (lost) changes.closed++;
  else changes.unsure++;
  const sign = gained === lost ? 0 : gained ? 1 : -1;
  const known = changes.cells.get(cell);
  if (known === undefined && changes.cells.size >= MOST_CELLS) return;
  changes.cells.set(cell, known === undefined || known === sign ? sign : 0);
}

/** Two clusters, or one cut otherwise: the pairs of units that both have, as far as anything about them is another. */
function compareCells(previous: Cells, cells: Cells): CellChanges {
  const changes = noCellChanges();
  const before = unitsById(previous);
  const size = cells.sides.length;
  const pairs: { readonly node: number; readonly old: Side; readonly now: Side; readonly moved: number }[] =
    [];
  cells.sides.forEach((sides, node) => {
    for (const now of sides) {
      const old = before.get(now.unit.id);
      if (old) pairs.push({ node, old, now, moved: difference(previous.judge, cells.judge, old, now) });
    }
  });
  const entering = pairs.filter(({ moved }) => (moved & INGRESS_MOVED) !== 0);
  const leaving = pairs.filter(({ moved }) => (moved & EGRESS_MOVED) !== 0);
  if ((entering.length + leaving.length) * pairs.length > MOST_COMPARED)
    return compareCounts(previous, cells);
  for (const a of pairs) {
    for (const b of (a.moved & EGRESS_MOVED) === 0 ? entering : pairs) {
      const was = previous.judge.judge(a.old, b.old);
      if (was === null) continue;
      const kept = { ...was };
      const is = cells.judge.judge(a.now, b.now);
      if (is !== null) noteChange(changes, a.node * size + b.node, kept, is, cells.judge.sets);
    }
  }
  return changes;
}

function unitsById(cells: Cells): ReadonlyMap<string, Side> {
  return new Map(cells.sides.flat().map((side) => [side.unit.id, side]));
}

/** What about one unit may make its pairs others. */
function difference(before: Judge, after: Judge, old: Side, now: Side): number {
  if (before.rows === after.rows && old.unit === now.unit) return 0;
  if (before.space.cni !== after.space.cni || !isSameUnit(before.space, after.space, old.unit, now.unit))
    return OTHER;
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

/** Net changes of the cells both have, when there are too many pairs to look at each. */
function compareCounts(previous: Cells, cells: Cells): CellChanges {
  const changes = noCellChanges();
  const old = new Map(previous.scene.topology.entities.map(({ id }, node) => [id, node]));
  const size = cells.sides.length;
  const match = cells.scene.topology.entities.map(({ id }) => old.get(id) ?? -1);
  for (let source = 0; source < size; source++) {
    for (let destination = 0; destination < size; destination++) {
      const [from = -1, to = -1] = [match[source], match[destination]];
      if (from < 0 || to < 0) continue;
      const cell = source * size + destination;
      const before = from * previous.sides.length + to;
      if (previous.totals[before] !== cells.totals[cell]) continue;
      const more = (cells.passing[cell] ?? 0) - (previous.passing[before] ?? 0);
      if (more === 0) continue;
      // Pairs that came to be undecided, or were, have neither opened nor closed.
      const doubt = (cells.unknown[cell] ?? 0) - (previous.unknown[before] ?? 0);
      const unsure = Math.sign(doubt) === -Math.sign(more) ? Math.min(Math.abs(more), Math.abs(doubt)) : 0;
      changes.unsure += unsure;
      if (more > 0) changes.opened += more - unsure;
      else changes.closed += -more - unsure;
      const sign = Math.abs(more) === unsure ? 0 : more > 0 ? 1 : -1;
      if (changes.cells.size < MOST_CELLS) changes.cells.set(cell, sign);
    }
  }
  return changes;
}
