import type { NodeChange } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useView } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import type { Point } from './geometry/box';
import type { PictureNode } from './picture/looks';
import { draggedNode } from './picture/titles';

/** Dragging: followed on the screen at once, kept when it ends. */
export interface Drag {
  /** How far each node is from its place in the layout, the one in hand included. */
  readonly offsets: Readonly<Record<string, Point>>;
  readonly follow: (changes: readonly NodeChange<PictureNode>[], nodes: readonly PictureNode[]) => void;
}

const NOWHERE: Point = { x: 0, y: 0 };

/** Offsets kept in the view, and the one of the node in hand. */
export function useDrag(): Drag {
  const moved = useView((state) => state.moved);
  const [inHand, setInHand] = useState<{ readonly id: string; readonly offset: Point } | null>(null);
  const offsets = useMemo(
    () => (inHand === null ? moved : { ...moved, [inHand.id]: inHand.offset }),
    [moved, inHand],
  );
  return {
    offsets,
    follow: (changes, nodes) => {
      for (const change of changes) {
        if (change.type !== 'position' || change.position === undefined) continue;
        const drawn = nodes.find((node) => node.id === change.id);
        if (drawn === undefined) continue;
        const id = draggedNode(change.id);
        const now = offsets[id] ?? NOWHERE;
        const offset = {
          x: Math.round(now.x + change.position.x - drawn.position.x),
          y: Math.round(now.y + change.position.y - drawn.position.y),
        };
        if (change.dragging === true) setInHand({ id, offset });
        else {
          setInHand(null);
          const kept = moved[id] ?? NOWHERE;
          if (offset.x !== kept.x || offset.y !== kept.y) viewStore.getState().move(id, offset);
        }
      }
    },
  };
}
