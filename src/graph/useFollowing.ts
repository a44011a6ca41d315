import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Topology } from '../engine';
import { goInto, selectEdges, selectNodes } from './gestures';
import type { Flow, PictureEdge, PictureNode } from './picture/looks';
import type { Drag } from './useDrag';

/** What is drawn by now. */
interface Drawn {
  readonly flow: Flow;
  readonly topology: Topology;
  readonly drag: Drag;
}

interface Following {
  readonly followNodes: (changes: NodeChange<PictureNode>[]) => void;
  readonly followEdges: (changes: EdgeChange<PictureEdge>[]) => void;
  readonly enter: (event: unknown, node: PictureNode) => void;
}

/**
 * Follows what React Flow tells of cards and lines, by functions that stay the same: a new one is to React Flow a change
 * of its state, of which every card and line hears.
 */
export function useFollowing(drawn: Drawn): Following {
  const newest = useRef(drawn);
  useLayoutEffect(() => {
    newest.current = drawn;
  });
  const followNodes = useCallback((changes: NodeChange<PictureNode>[]) => {
    const { flow, drag } = newest.current;
    selectNodes(changes);
    drag.follow(changes, flow.nodes);
  }, []);
  const followEdges = useCallback((changes: EdgeChange<PictureEdge>[]) => {
    selectEdges(changes, newest.current.flow.edges);
  }, []);
  const enter = useCallback((_: unknown, { id }: PictureNode) => {
    goInto(id, newest.current.topology.entities);
  }, []);
  return { followNodes, followEdges, enter };
}
