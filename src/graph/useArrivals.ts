import { useEffect, useMemo, useState } from 'react';
import type { Flow } from './picture/looks';

/** A card takes about a millisecond to come up, a line half of one: so many do not hold up what else a person does. */
const AT_ONCE = 11;
const LINE = 0.5;

/**
 * What is to be on the screen by now: of many new cards and lines a few come with every frame, in their order, cards
 * first. What is there already is never held back.
 */
export function useArrivals(flow: Flow): Flow {
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => admitted(flow, arrived), [flow, arrived]);
  useEffect(() => {
    const ids = [...shown.nodes, ...shown.edges].map(({ id }) => id);
    if (ids.every((id) => arrived.has(id))) return;
    const frame = requestAnimationFrame(() => {
      setArrived(new Set(ids));
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [shown, arrived]);
  return shown;
}

interface Named {
  readonly id: string;
}

/** Those that are there, and the first of the others. */
export function admitted<Card extends Named, Line extends Named>(
  { nodes, edges }: { readonly nodes: Card[]; readonly edges: Line[] },
  arrived: ReadonlySet<string>,
): { nodes: Card[]; edges: Line[] } {
  let room = AT_ONCE;
  const some = <Item extends Named>(items: Item[], cost: number): Item[] => {
    const shown = items.filter(({ id }) => arrived.has(id) || (room -= cost) >= 0);
    return shown.length === items.length ? items : shown;
  };
  return { nodes: some(nodes, 1), edges: some(edges, LINE) };
}
