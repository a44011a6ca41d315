import type { Box } from '../geometry/box';

/** Size both as given and as measured: nothing has to wait for the browser. */
export const placed = ({ x, y, width, height }: Box) => ({
  position: { x, y },
  width,
  height,
  measured: { width, height },
});
