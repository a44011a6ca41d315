import { around, type Box } from '../geometry/box';
import type { FrameInput, Size } from './input';
import { spareWidth, zoomOf } from './pane';
import { inRows } from './rows';

const GAP = 64;
/** A last row filled at least this far is stretched like the others. */
const FULL_ENOUGH = 0.7;

/** A grid is easier to look at: it may be this much smaller than what fits best. */
const GRID_ENOUGH = 0.85;
/** In a grid each may be this much wider than it needs, where the pane has room: what it says is read more easily. */
const WIDEST = 1.4;

/** Territories in a grid where they are about alike, else in rows of one height and one width, like pictures on a wall. */
export function hangTerritories(inside: readonly FrameInput[]): Hung {
  const wall = hangOnWall(inside);
  const grid = hangInGrid(inside);
  return zoomOf(grid.values()) >= GRID_ENOUGH * zoomOf(wall.values()) ? grid : wall;
}

type Hung = ReadonlyMap<string, Box>;

function hangInGrid(frames: readonly FrameInput[]): Hung {
  const least = Math.max(...frames.map(({ room }) => room.width));
  const height = Math.max(...frames.map(({ room }) => room.height));
  let best = { columns: 1, width: least };
  let bestArea = 0;
  for (let columns = 1; columns <= frames.length; columns++) {
    const rows = Math.ceil(frames.length / columns);
    const whole = (width: number): Box => ({
      x: 0,
      y: 0,
      width: columns * (width + GAP) - GAP,
      height: rows * (height + GAP) - GAP,
    });
    const spare = spareWidth(whole(least)) / columns;
    const width = Math.floor(Math.min(least + Math.max(0, spare), least * WIDEST));
    const area = zoomOf([whole(width)]) ** 2 * width;
    if (area <= bestArea) continue;
    best = { columns, width };
    bestArea = area;
  }
  const { columns, width } = best;
  return new Map(
    frames.map(({ id }, index) => {
      const x = (index % columns) * (width + GAP);
      const y = Math.floor(index / columns) * (height + GAP);
      return [id, { x, y, width, height }];
    }),
  );
}

function hangOnWall(frames: readonly FrameInput[]): Hung {
  let best: Hung = new Map();
  let bestZoom = -1;
  for (let count = 1; count <= frames.length; count++) {
    const hung = hang(frames, count);
    const zoom = zoomOf(hung.values());
    if (zoom <= bestZoom) continue;
    best = hung;
    bestZoom = zoom;
  }
  return best;
}

function hang(frames: readonly FrameInput[], count: number): Hung {
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
