import type { Box } from '../geometry/box';
import type { PictureNode } from './looks';

/** Size both as given and as measured: nothing has to wait for the browser. */
export const placed = ({ x, y, width, height }: Box) => ({
  position: { x, y },
  width,
  height,
  measured: { width, height },
});

/** Where a node stands: what `placed` was given. */
export const boxOf = ({ position, width = 0, height = 0 }: PictureNode): Box => ({
  ...position,
  width,
  height,
});
