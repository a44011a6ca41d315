import { useEffect, useMemo, useState } from 'react';
import type { PictureNode } from './picture/looks';

/** A card takes about a millisecond to come up: so many do not hold up what else a person does. */
const AT_ONCE = 14;

/**
 * The nodes that are to be on the screen by now: of many new ones a few come with every frame, in their order. What is
 * there already is never held back.
 */
export function useArrivals(nodes: PictureNode[]): PictureNode[] {
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => admitted(nodes, arrived), [nodes, arrived]);
  useEffect(() => {
    if (shown.every(({ id }) => arrived.has(id))) return;
    const frame = requestAnimationFrame(() => {
      setArrived(new Set(shown.map(({ id }) => id)));
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [shown, arrived]);
  return shown;
}

/** Those that are there, and the first of the others. */
export function admitted(nodes: PictureNode[], arrived: ReadonlySet<string>): PictureNode[] {
  let room = AT_ONCE;
  const shown = nodes.filter(({ id }) => arrived.has(id) || room-- > 0);
  return shown.length === nodes.length ? nodes : shown;
}
