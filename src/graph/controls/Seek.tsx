import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import type { Topology } from '../../engine';
import type { ViewState } from '../../state/viewStore';
import { paneStore } from '../paneStore';
import { homesOf } from '../picture/focus';

/** Words can be read from here on, and nearer than this nobody needs them. */
const READABLE = 0.7;
const NEAREST = 1.25;
const WAY = 300;

interface SeekProps {
  readonly sought: NonNullable<ViewState['sought']>;
  readonly topology: Topology;
}

let answered: unknown = null;

/** Moves the viewport to the cards somebody asks for, once they are drawn; near enough to be read. */
export function Seek({ sought, topology }: SeekProps) {
  const { fitView, getNode, getZoom } = useReactFlow();
  useEffect(() => {
    if (sought === answered) return;
    const cards = sought.entities.flatMap((id) =>
      homesOf(topology, id).flatMap((index) => topology.entities[index]?.id ?? []),
    );
    const nodes = cards.filter((id) => getNode(id) !== undefined).map((id) => ({ id }));
    if (nodes.length === 0) return;
    answered = sought;
    paneStore.setState({ fitted: false, target: null, pickedAt: performance.now() });
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : WAY;
    const maxZoom = Math.min(Math.max(getZoom(), READABLE), NEAREST);
    void fitView({ nodes, duration, maxZoom, minZoom: 0.02, padding: 0.5 });
  }, [sought, topology, fitView, getNode, getZoom]);
  return null;
}
