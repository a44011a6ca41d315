import type { NodeChange } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useView } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import type { Point } from './geometry/box';
import type { Layout, LayoutInput } from './layout/input';
import type { PictureNode } from './picture/looks';
import { placesOf } from './picture/places';
import { draggedNode } from './picture/titles';

/** Dragging: followed on the screen at once, kept when it ends. */
export interface Drag {
  /** How far each node is from its place in the layout, the one in hand included. */
  readonly offsets: Readonly<Record<string, Point>>;
  readonly follow: (changes: readonly NodeChange<PictureNode>[]) => void;
}

/** Offsets kept in the view, and the one of the node in hand. */
export function useDrag(input: LayoutInput, layout: Layout | null): Drag {
  const moved = useView((state) => state.moved);
  const [inHand, setInHand] = useState<{ readonly id: string; readonly offset: Point } | null>(null);
  const resting = useMemo(
    () => (layout === null ? null : placesOf(input, layout, moved)),
    [input, layout, moved],
  );
  const offsets = useMemo(
    () => (inHand === null ? moved : { ...moved, [inHand.id]: inHand.offset }),
    [moved, inHand],
  );
  return {
    offsets,
    follow: (changes) => {
      for (const change of changes) {
        if (change.type !== 'position' || change.position === undefined) continue;
        const id = draggedNode(change.id);
        const from = resting?.frames.get(id) ?? resting?.cards.get(id);
        if (from === undefined) continue;
        const before = moved[id] ?? { x: 0, y: 0 };
        const offset = {
          x: Math.round(before.x + change.position.x - from.x),
          y: Math.round(before.y + change.position.y - from.y),
        };
        if (change.dragging === true) setInHand({ id, offset });
        else {
          setInHand(null);
          if (offset.x !== before.x || offset.y !== before.y) viewStore.getState().move(id, offset);
        }
      }
    },
  };
}
