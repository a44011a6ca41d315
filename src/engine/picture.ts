import type { Changes, Picture } from './answer';
import { portText } from './explain/portText';
import { cellsInPart, type Cells } from './evaluate/cells';
import type { CellChanges } from './evaluate/updateCells';

/** Copies the cells into the form that crosses to the page. Port sets are numbered densely: only texts in use travel. */
export function pictureOf(cells: Cells): Picture {
  const { definite, totals, tones, passing, unknown, locks, isolated, perhapsIsolated, sides, sum } = cells;
  const { sets } = cells.judge;
  const portTexts = [''];
  const position = new Int32Array(sets.size).fill(-1);
  const ports = new Uint32Array(definite.length);
  for (const cell of singlesOf(totals)) {
    const id = definite[cell] ?? 0;
    let at = position[id] ?? -1;
    if (at === -1) {
      at = portTexts.push(portText(sets, id)) - 1;
      position[id] = at;
    }
    ports[cell] = at;
  }
  const inPart = new Set(cellsInPart(cells));
  for (const cell of inPart) ports[cell] = 0;
  const isInside = (node: number): boolean => {
    const kind = cells.scene.topology.entities[node]?.kind;
    return kind !== 'external' && kind !== 'outside';
  };
  return {
    tones: tones.slice(),
    ports,
    portTexts,
    totals: totals.slice(),
    passing: passing.slice(),
    unknown: unknown.slice(),
    inPart,
    locks: locks.slice(),
    isolated: isolated.slice(),
    perhapsIsolated: perhapsIsolated.slice(),
    sum: {
      ends: sides.reduce((ends, units, node) => ends + (isInside(node) ? units.length : 0), 0),
      pairs: sum.pairs,
      passing: sum.passing,
    },
    undecided: sum.undecided,
  };
}

const singles = new WeakMap<Uint32Array, Uint32Array>();

/** Cells that stand for one pair. While the scene stays the same so do they. */
function singlesOf(totals: Uint32Array): Uint32Array {
  let known = singles.get(totals);
  if (!known) {
    known = Uint32Array.from([...totals.keys()].filter((cell) => totals[cell] === 1));
    singles.set(totals, known);
  }
  return known;
}

/** Changes in the form that crosses to the page. */
export function changesOf({ cells, counts }: CellChanges): Changes {
  return {
    pairs: Uint32Array.from(cells.keys()),
    signs: Int8Array.from(cells.values()),
    counts,
  };
}
