import { around, type Box } from '../geometry/box';

export const FRAME_SIDE = 22;
/** The name, and below it the last bit of a line with its stop mark. */
export const FRAME_TITLE = 60;
export const FRAME_BOTTOM = 22;
export const LEAST_WIDTH = 236;

/** The border around cards: room for the title above, air on the other sides. */
export function frameAround(cards: Iterable<Box>): Box {
  const inner = around(cards);
  const width = Math.max(inner.width + 2 * FRAME_SIDE, LEAST_WIDTH);
  return {
    x: inner.x - (width - inner.width) / 2,
    y: inner.y - FRAME_TITLE,
    width,
    height: inner.height + FRAME_TITLE + FRAME_BOTTOM,
  };
}
