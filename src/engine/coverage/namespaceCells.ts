import { Tone } from '../answer';
import type { Space } from '../compile/space';
import { emptyCells, judgeCell, STRIDE, type Cells } from '../evaluate/cells';
import type { Evaluated } from '../evaluate/evaluated';
import { Judge } from '../evaluate/judge';
import { buildScene } from '../evaluate/scene';
import { updateCells } from '../evaluate/updateCells';
import type { PairCounts } from './coverage';

/** Kept with the space: after an edit of a policy only the pairs of its rows are judged again. */
const known = new WeakMap<Space, Cells>();

/**
 * The cells of the picture in which every namespace is one card and the outside another. Pauses after each cell.
 */
export function* namespaceCells(state: Evaluated): Generator<undefined, Cells> {
  const { space, units, sets, rows } = state;
  const judge = new Judge(space, sets, rows);
  const last = known.get(space);
  if (last) {
    const { cells } = updateCells(last, last.scene, judge);
    known.set(space, cells);
    return cells;
  }
  const view = { level: 'namespaces', unfolded: [], folded: [], alike: false } as const;
  const cells = emptyCells(buildScene(space, units, view, new Set()), judge);
  const size = cells.scene.nodes.length;
  for (let source = 0; source < size; source++) {
    for (let destination = 0; destination < size; destination++) {
      judgeCell(cells, source, destination);
      yield;
    }
  }
  known.set(space, cells);
  return cells;
}

/** Adds up cells, given as source and destination. */
export function sumOf(cells: Cells, of: Iterable<readonly [number, number]>): PairCounts {
  const size = cells.scene.nodes.length;
  const sum = { pairs: 0, passing: 0, open: 0, unknown: 0 };
  for (const [source, destination] of of) {
    const cell = source * size + destination;
    sum.pairs += cells.totals[cell] ?? 0;
    sum.passing += cells.passing[cell] ?? 0;
    sum.unknown += cells.unknown[cell] ?? 0;
    sum.open += cells.counts[cell * STRIDE + Tone.open] ?? 0;
  }
  return sum;
}
