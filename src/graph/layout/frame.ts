import { around, type Box } from '../geometry/box';
import type { FrameInput } from './input';

const SIDE = 22;
/** The name, and below it the last bit of a line with its stop mark. */
const TITLE = 60;
const BOTTOM = 22;
const LEAST_WIDTH = 236;

/** The border around cards that stand in a frame: room for the title above, air on the other sides. */
export function frameAround(frame: Pick<FrameInput, 'framed'>, cards: readonly Box[]): Box {
  const inner = around(cards);
  if (!frame.framed) return inner;
  const width = Math.max(inner.width + 2 * SIDE, LEAST_WIDTH);
  return {
    x: inner.x - (width - inner.width) / 2,
    y: inner.y - TITLE,
    width,
    height: inner.height + TITLE + BOTTOM,
  };
}
