import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import type { Topology } from '../../engine';
import type { ViewState } from '../../state/viewStore';
import { around } from '../geometry/box';
import { paneStore } from '../paneStore';
import { homesOf } from '../picture/focus';
import type { PictureNode } from '../picture/looks';
import { boxOf } from '../picture/placed';
import { useShow, wayTime } from '../useShow';

/** Words can be read from here on, and nearer than this nobody needs them. */
const READABLE = 0.7;
const NEAREST = 1.25;
const WAY = 300;

interface SeekProps {
  readonly sought: NonNullable<ViewState['sought']>;
  readonly topology: Topology;
  readonly nodes: readonly PictureNode[];
}

let answered: unknown = null;

/** Moves the viewport to the cards somebody asks for, once they are drawn; near enough to be read. */
export function Seek({ sought, topology, nodes }: SeekProps) {
  const { getZoom } = useReactFlow();
  const show = useShow();
  useEffect(() => {
    if (sought === answered) return;
    const wanted = new Set(
      sought.entities.flatMap((id) =>
        homesOf(topology, id).flatMap((index) => topology.entities[index]?.id ?? []),
      ),
    );
    const cards = nodes.filter(({ id }) => wanted.has(id));
    if (cards.length === 0) return;
    answered = sought;
    paneStore.setState({ fitted: false, target: null, pickedAt: performance.now() });
    const maxZoom = Math.min(Math.max(getZoom(), READABLE), NEAREST);
    show(around(cards.map(boxOf)), { maxZoom, padding: 0.5, duration: wayTime(WAY) });
  }, [sought, topology, nodes, show, getZoom]);
  return null;
}
