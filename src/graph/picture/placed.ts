import { Position, type NodeHandle } from '@xyflow/react';
import type { Box } from '../geometry/box';
import type { PictureNode } from './looks';

/** React Flow draws no line to a card without handles. Lines end at the card's border, so where these are is all one. */
const ENDS: NodeHandle[] = [
  { type: 'target', position: Position.Left, x: 0, y: 0, width: 1, height: 1 },
  { type: 'source', position: Position.Right, x: 0, y: 0, width: 1, height: 1 },
];

/** Size both as given and as measured, and the handles: nothing has to wait for the browser. */
export const placed = ({ x, y, width, height }: Box) => ({
  position: { x, y },
  width,
  height,
  measured: { width, height },
  handles: ENDS,
});

/** Where a node stands: what `placed` was given. */
export const boxOf = ({ position, width = 0, height = 0 }: PictureNode): Box => ({
  ...position,
  width,
  height,
});
