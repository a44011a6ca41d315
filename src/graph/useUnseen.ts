import { useStore } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import type { EntityId, Topology } from '../engine';
import type { Analysis } from '../state/analysisStore';
import type { Box } from './geometry/box';
import type { PictureNode } from './picture/looks';
import { boxOf } from './picture/placed';

/** On the screen, above: what stands there may be covered by the way back. */
const CRUMBS = 40;
const TOLERANCE = 4;

interface Known {
  readonly topology: Topology;
  readonly ids: ReadonlySet<EntityId>;
  readonly revision: number;
  readonly origin: string | null;
}

interface Unseen {
  readonly answer: Analysis;
  readonly nodes: readonly PictureNode[];
  readonly origin: string | null;
  readonly isLaidOut: boolean;
}

const nobody: ReadonlySet<EntityId> = new Set();

/** The cards that came with edits and have not been in sight since: nobody moves the viewport for them. */
export function useUnseen({
  answer: { topology, revision },
  nodes,
  origin,
  isLaidOut,
}: Unseen): readonly EntityId[] {
  const known = useRef<Known | null>(null);
  const [waiting, setWaiting] = useState<ReadonlySet<EntityId>>(nobody);
  useEffect(() => {
    const before = known.current;
    const ids = before?.topology === topology ? before.ids : unitsOf(topology);
    known.current = { topology, ids, revision, origin };
    if (before?.origin !== origin) setWaiting(nobody);
    // The same text in another view brings nothing new.
    else if (before.revision !== revision && before.ids !== ids) {
      const fresh = [...ids].filter((id) => !before.ids.has(id));
      if (fresh.length > 0) setWaiting((others) => new Set([...others, ...fresh]));
    }
  }, [topology, revision, origin]);
  const unseen = useStore(
    ({ transform: [x, y, zoom], width, height }) => {
      if (waiting.size === 0) return [];
      const isSeen = (box: Box): boolean =>
        box.x * zoom + x > -TOLERANCE &&
        box.y * zoom + y > CRUMBS - TOLERANCE &&
        (box.x + box.width) * zoom + x < width + TOLERANCE &&
        (box.y + box.height) * zoom + y < height + TOLERANCE;
      return nodes.flatMap((node) => (waiting.has(node.id) && !isSeen(boxOf(node)) ? [node.id] : []));
    },
    (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
  );
  // Seen once is enough.
  if (isLaidOut && waiting.size > 0 && unseen.length === 0) setWaiting(nobody);
  return unseen;
}

/** Workloads and groups of addresses, however they are shown. */
function unitsOf({ entities }: Topology): ReadonlySet<EntityId> {
  return new Set(
    entities.flatMap((entity) => {
      switch (entity.kind) {
        case 'workload':
        case 'external':
          return [entity.id];
        case 'alike':
          return entity.members;
        case 'pod':
          return [entity.workload];
        case 'namespace':
        case 'outside':
          return [];
      }
    }),
  );
}
