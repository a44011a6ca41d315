import type { Changes, Picture } from './answer';
import { portText } from './explain/portText';
import type { Cells } from './evaluate/cells';
import type { CellChanges } from './evaluate/updateCells';

/** Copies the cells into the form that crosses to the page. Port sets are numbered densely: only texts in use travel. */
export function pictureOf(cells: Cells): Picture {
  const { definite, totals, tones, passing, unknown, locks, isolated } = cells;
  const { sets } = cells.judge;
  const portTexts = [''];
  const position = new Int32Array(sets.size).fill(-1);
  const ports = new Uint32Array(definite.length);
  // A plain loop: this runs over every cell at every keystroke.
  for (let cell = 0; cell < definite.length; cell++) {
    if (totals[cell] !== 1) continue;
    const id = definite[cell] ?? 0;
    let at = position[id] ?? -1;
    if (at === -1) {
      at = portTexts.push(portText(sets, id)) - 1;
      position[id] = at;
    }
    ports[cell] = at;
  }
  return {
    tones: tones.slice(),
    ports,
    portTexts,
    totals: totals.slice(),
    passing: passing.slice(),
    unknown: unknown.slice(),
    locks: locks.slice(),
    isolated: isolated.slice(),
    ...sums(cells),
  };
}

function sums({ scene, totals, passing, unknown, sides }: Cells): Pick<Picture, 'sum' | 'undecided'> {
  const isOutside = scene.topology.entities.map(({ kind }) => kind === 'external' || kind === 'outside');
  const size = sides.length;
  let [ends, pairs, through, undecided] = [0, 0, 0, 0];
  for (let source = 0; source < size; source++) {
    if (isOutside[source] !== true) ends += sides[source]?.length ?? 0;
    for (let destination = 0; destination < size; destination++) {
      const cell = source * size + destination;
      undecided += unknown[cell] ?? 0;
      if (isOutside[source] === true || isOutside[destination] === true) continue;
      pairs += totals[cell] ?? 0;
      through += passing[cell] ?? 0;
    }
  }
  return { sum: { ends, pairs, passing: through }, undecided };
}

/** Changes in the form that crosses to the page. */
export function changesOf({ cells, opened, closed, exchanged }: CellChanges): Changes {
  return {
    pairs: Uint32Array.from(cells.keys()),
    signs: Int8Array.from(cells.values()),
    opened,
    closed,
    exchanged,
  };
}
