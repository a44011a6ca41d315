import type { Box } from '../geometry/box';
import { POD_CARD } from './cardSize';

const SIDE = 6;
const TITLE = 20;
const GAP = 6;
/** A pod's card may be this much narrower before it is made smaller. */
const NARROW = 0.75;

/** The pods of a workload on the workload's own ground, as large as fits: unfolding one moves nothing else. */
export function podSpots(ground: Box, count: number): readonly Box[] {
  const width = ground.width - 2 * SIDE;
  const height = ground.height - TITLE - SIDE;
  let best = { columns: 1, across: width, down: height, scale: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const across = (width + GAP) / columns;
    const down = (height + GAP) / rows;
    // Gaps shrink with what they part.
    const scale = Math.min(across / (POD_CARD.width * NARROW + GAP), down / (POD_CARD.height + GAP), 1);
    if (scale > best.scale) best = { columns, across, down, scale };
  }
  const { columns, across, down, scale } = best;
  const card = {
    width: Math.min(POD_CARD.width * Math.max(scale, 1), across - GAP * scale),
    height: POD_CARD.height * scale,
  };
  return Array.from({ length: count }, (_, index) => ({
    x: ground.x + SIDE + (index % columns) * across + (across - GAP * scale - card.width) / 2,
    y: ground.y + TITLE + Math.floor(index / columns) * Math.min(down, card.height + GAP),
    ...card,
  }));
}
