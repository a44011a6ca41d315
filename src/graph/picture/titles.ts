import type { Box } from '../geometry/box';

const PREFIX = 'title ';
const HEIGHT = 34;

/** Node id of a frame's title, by which the frame is dragged. */
export const titleNode = (frame: string): string => `${PREFIX}${frame}`;

/** The node that moves when this one is dragged: a title takes its frame along. */
export const draggedNode = (node: string): string =>
  node.startsWith(PREFIX) ? node.slice(PREFIX.length) : node;

/** Where a frame's title stands. */
export const titleStrip = ({ x, y, width }: Box): Box => ({ x, y, width, height: HEIGHT });
