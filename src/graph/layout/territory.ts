import type { Topology } from '../../engine';
import type { Box } from '../geometry/box';
import { CARD, podsSize } from './cardSize';
import { FRAME_BOTTOM, FRAME_SIDE, FRAME_TITLE, LEAST_WIDTH } from './frame';
import type { Size } from './input';

const GAP = 20;
/** Width against height of a territory's ground, about that of a card. */
const WIDE = 1.5;
const PODS_MOST = 12;

/** The room every workload has in a territory: of one card, or of as many pods as a workload has on average. */
export function slotOf({ level, cluster }: Topology): Size {
  const pods = Math.min(PODS_MOST, Math.ceil(cluster.pods / Math.max(cluster.workloads, 1)));
  return level === 'pods' && pods > 1 ? podsSize(pods) : CARD;
}

/** Room for a whole namespace with this many workloads. */
export function territorySize(workloads: number, slot: Size): Size {
  const columns = Math.max(
    1,
    Math.round(Math.sqrt((WIDE * workloads * (slot.height + GAP)) / (slot.width + GAP))),
  );
  const rows = Math.ceil(workloads / columns);
  return {
    width: Math.max(LEAST_WIDTH, columns * (slot.width + GAP) - GAP + 2 * FRAME_SIDE),
    height: rows * (slot.height + GAP) - GAP + FRAME_TITLE + FRAME_BOTTOM,
  };
}

/** The places of the workloads of a territory, in order; the same for each whatever is folded. */
export function slotsIn(territory: Box, count: number, slot: Size): readonly Box[] {
  const inner = {
    x: territory.x + FRAME_SIDE,
    y: territory.y + FRAME_TITLE,
    width: territory.width - 2 * FRAME_SIDE,
    height: territory.height - FRAME_TITLE - FRAME_BOTTOM,
  };
  const columns = Math.max(1, Math.floor((inner.width + GAP) / (slot.width + GAP)));
  const rows = Math.max(1, Math.ceil(count / columns));
  const across = (inner.width + GAP) / columns;
  const down = Math.min((inner.height + GAP) / rows, slot.height + 3 * GAP);
  const height = Math.min(slot.height, down - 4);
  return Array.from({ length: count }, (_, index) => ({
    x: Math.round(inner.x + (index % columns) * across + (across - GAP - slot.width) / 2),
    y: Math.round(inner.y + Math.floor(index / columns) * down),
    width: slot.width,
    height,
  }));
}
