import { EGRESS_LOCK, EGRESS_PERHAPS, INGRESS_LOCK, INGRESS_PERHAPS, Tone } from '../answer';
import { PortSets } from '../compile/portSet';
import type { Judge, PairVerdict, Side } from './judge';
import type { Scene, Seat } from './scene';

/** Numbers kept per cell: how many of its pairs have each tone; of the unknown ones how many pass in part. */
export const STRIDE = 8;
const UNKNOWN_PASSING = 7;
/** Of how many pairs with the outside no port passes for all of it. No pair has the tone none. */
const IN_PART = Tone.none;

/**
 * All cells of a scene: of each, how its pairs fare. `N` is the number of the scene's nodes, a cell
 * `source * N + destination`. The arrays are brought up to date in place.
 */
export interface Cells {
  readonly scene: Scene;
  readonly judge: Judge;
  /** The sides of the units of each node. */
  readonly sides: readonly (readonly Side[])[];
  /** STRIDE numbers per cell. */
  readonly counts: Int32Array;
  readonly tones: Uint8Array;
  /** Of cells that stand for one pair, what certainly passes (a PortSetId). */
  readonly definite: Uint32Array;
  readonly totals: Uint32Array;
  readonly passing: Uint32Array;
  readonly unknown: Uint32Array;
  readonly locks: Uint8Array;
  readonly isolated: Uint32Array;
  readonly perhapsIsolated: Uint32Array;
  /** Over all cells: pairs inside the cluster, those of them in which something passes, undecided pairs anywhere. */
  readonly sum: { pairs: number; passing: number; undecided: number };
}

/** Cells without any verdict yet. */
export function emptyCells(scene: Scene, judge: Judge): Cells {
  const size = scene.nodes.length ** 2;
  const cells: Cells = {
    scene,
    judge,
    sides: scene.nodes.map((units) => units.map((unit) => judge.side(unit))),
    counts: new Int32Array(size * STRIDE),
    tones: new Uint8Array(size),
    definite: new Uint32Array(size),
    totals: new Uint32Array(size),
    passing: new Uint32Array(size),
    unknown: new Uint32Array(size),
    locks: new Uint8Array(scene.nodes.length),
    isolated: new Uint32Array(scene.nodes.length * 2),
    perhapsIsolated: new Uint32Array(scene.nodes.length * 2),
    sum: { pairs: 0, passing: 0, undecided: 0 },
  };
  for (const node of scene.nodes.keys()) countIsolated(cells, node);
  return cells;
}

/** The same cells with other sides for some units; their verdicts are still to be brought up to date. */
export function withSides(cells: Cells, judge: Judge, changed: Iterable<Seat>): Cells {
  const touched = new Map<number, Side[]>();
  for (const { unit, node, at } of changed) {
    const ofNode = touched.get(node) ?? [...(cells.sides[node] ?? [])];
    ofNode[at] = judge.side(unit);
    touched.set(node, ofNode);
  }
  const next = { ...cells, judge, sides: cells.sides.map((ofNode, node) => touched.get(node) ?? ofNode) };
  for (const node of touched.keys()) countIsolated(next, node);
  return next;
}

/** Who of a node is isolated, and who may be. */
function countIsolated({ sides, locks, isolated, perhapsIsolated }: Cells, node: number): void {
  const ofNode = sides[node] ?? [];
  const having = (lock: number): number => ofNode.filter((side) => (side.locks & lock) !== 0).length;
  locks[node] = ofNode.reduce((all, side) => all | side.locks, 0);
  isolated[node * 2] = having(INGRESS_LOCK);
  isolated[node * 2 + 1] = having(EGRESS_LOCK);
  perhapsIsolated[node * 2] = having(INGRESS_PERHAPS);
  perhapsIsolated[node * 2 + 1] = having(EGRESS_PERHAPS);
}

/** Judges all pairs of one cell. */
export function judgeCell(cells: Cells, source: number, destination: number): void {
  const { sides, judge } = cells;
  const cell = source * sides.length + destination;
  const [sources, destinations] = [sides[source] ?? [], sides[destination] ?? []];
  const judgeEach = (some: readonly Side[], others: readonly Side[]): void => {
    for (const from of some) {
      for (const to of others) {
        const verdict = judge.judge(from, to);
        if (verdict !== null) countPair(cells, cell, verdict, 1);
      }
    }
  };
  if (sources.length * destinations.length > 1) {
    judge.countPlain(sources, destinations, cells.counts, cell * STRIDE);
    const [from, to] = [judge.crowd(sources), judge.crowd(destinations)];
    judgeEach(from.odd, destinations);
    judgeEach(from.plain, to.odd);
  } else judgeEach(sources, destinations);
  finishCell(cells, cell);
}

/** Adds that many pairs to a cell, or takes them out where `by` is below 0. */
export function countPair(cells: Cells, cell: number, verdict: PairVerdict, by: number): void {
  const at = cell * STRIDE;
  const { counts } = cells;
  counts[at + verdict.tone] = (counts[at + verdict.tone] ?? 0) + by;
  if (verdict.tone === Tone.unknown && verdict.passes) {
    counts[at + UNKNOWN_PASSING] = (counts[at + UNKNOWN_PASSING] ?? 0) + by;
  }
  if (isInPart(verdict)) counts[at + IN_PART] = (counts[at + IN_PART] ?? 0) + by;
  if (by > 0) cells.definite[cell] = verdict.definite;
}

/** Something passes, and nothing of it to or from all of the outside: of other pairs that cannot be. */
export const isInPart = ({ tone, definite }: Pick<PairVerdict, 'tone' | 'definite'>): boolean =>
  tone === Tone.partial && definite === PortSets.none;

/** Cells with such pairs. */
export function cellsInPart({ scene, counts, sides }: Cells): readonly number[] {
  const size = sides.length;
  const outside = scene.topology.entities.findIndex(({ kind }) => kind === 'outside');
  if (outside < 0) return [];
  return Array.from({ length: size }, (_, node) => [node * size + outside, outside * size + node])
    .flat()
    .filter((cell) => (counts[cell * STRIDE + IN_PART] ?? 0) > 0);
}

/** Takes a cell over from other cells. */
export function copyCell(from: Cells, cell: number, to: Cells, target: number): void {
  const [start, end] = [cell * STRIDE, target * STRIDE];
  for (let index = 0; index < STRIDE; index++) to.counts[end + index] = from.counts[start + index] ?? 0;
  to.definite[target] = from.definite[cell] ?? PortSets.none;
  finishCell(to, target);
}

/** Derives from the counts of a cell what is shown of it. */
export function finishCell(cells: Cells, cell: number): void {
  const { counts, tones, totals, passing, unknown, sum } = cells;
  const at = cell * STRIDE;
  const of = (tone: Tone): number => counts[at + tone] ?? 0;
  const open = of(Tone.open);
  const allowed = of(Tone.allowed);
  const partial = of(Tone.partial);
  const undecided = of(Tone.unknown);
  const blocked = of(Tone.blockedEgress) + of(Tone.blockedIngress);
  const total = open + allowed + partial + undecided + blocked;
  const passes = open + allowed + partial + (counts[at + UNKNOWN_PASSING] ?? 0);
  if (isInside(cells, cell)) {
    sum.pairs += total - (totals[cell] ?? 0);
    sum.passing += passes - (passing[cell] ?? 0);
  }
  sum.undecided += undecided - (unknown[cell] ?? 0);
  totals[cell] = total;
  passing[cell] = passes;
  unknown[cell] = undecided;
  tones[cell] = toneOfCounts(total, open, allowed, partial, undecided, passes, of(Tone.blockedEgress));
}

/** Both ends are inside the cluster. */
function isInside({ scene, sides }: Cells, cell: number): boolean {
  const { entities } = scene.topology;
  const inside = (node: number): boolean => {
    const kind = entities[node]?.kind;
    return kind !== 'external' && kind !== 'outside';
  };
  return inside(Math.floor(cell / sides.length)) && inside(cell % sides.length);
}

function toneOfCounts(
  total: number,
  open: number,
  allowed: number,
  partial: number,
  undecided: number,
  passes: number,
  blockedEgress: number,
): Tone {
  if (total === 0) return Tone.none;
  if (open === total) return Tone.open;
  if (open + allowed === total) return Tone.allowed;
  // One pair that cannot be decided is "cannot say"; among many it must not hide what can be said.
  if (undecided === total || (undecided > 0 && passes === 0)) return Tone.unknown;
  if (passes > 0 || partial > 0) return Tone.partial;
  return blockedEgress === total ? Tone.blockedEgress : Tone.blockedIngress;
}
