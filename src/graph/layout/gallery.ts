import { around, type Box } from '../geometry/box';
import type { FrameInput, Size } from './input';
import { zoomOf } from './pane';
import { inRows } from './rows';

const GAP = 64;
/** A last row filled at least this far is stretched like the others. */
const FULL_ENOUGH = 0.7;

/** Territories in rows of one height and one width, like pictures on a wall. */
export function hangTerritories(inside: readonly FrameInput[]): ReadonlyMap<string, Box> {
  let best: ReadonlyMap<string, Box> = new Map();
  let bestZoom = -1;
  for (let count = 1; count <= inside.length; count++) {
    const hung = hang(inside, count);
    const zoom = zoomOf(hung.values());
    if (zoom <= bestZoom) continue;
    best = hung;
    bestZoom = zoom;
  }
  return best;
}

function hang(frames: readonly FrameInput[], count: number): ReadonlyMap<string, Box> {
  const rows = inRows(frames, ({ room }) => room.width + GAP, count);
  const widths = rows.map((row) => row.reduce((sum, { room }) => sum + room.width + GAP, -GAP));
  const full = Math.max(...widths);
  const hung = new Map<string, Box>();
  let y = 0;
  rows.forEach((row, index) => {
    const width = widths[index] ?? full;
    const isLast = index === rows.length - 1;
    const spare = isLast && width < full * FULL_ENOUGH ? 0 : (full - width) / row.length;
    const height = Math.max(...row.map(({ room }) => room.height));
    let x = 0;
    for (const { id, room } of row) {
      hung.set(id, { x: Math.round(x), y, width: Math.round(room.width + spare), height });
      x += room.width + spare + GAP;
    }
    y += height + GAP;
  });
  return hung;
}

/** The outside as one card on a map: about as large as a territory, so that it can be read beside them. */
export function outsideRoom(frames: Iterable<Box>): Size {
  const all = [...frames];
  const { width, height } = all[all.length - 1] ?? around(all);
  return { width: Math.max(196, Math.round(width * 0.8)), height: Math.max(82, Math.round(height * 0.6)) };
}
