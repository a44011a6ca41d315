import type { EntityId, Topology } from '../engine';
import type { Lens, LensState } from './lensStore';

/** How strongly a card or a cell of the picture is shown through all lenses. */
export const SEEN = { full: 0, dimmed: 1, hidden: 2 } as const;

/** What all lenses together leave of the picture. */
export interface Seen {
  /** By index of the entity, one of SEEN. */
  readonly cards: Uint8Array;
  /** By cell of the picture, one of SEEN; a cell is hidden with either of its ends. */
  readonly cells: Uint8Array;
  /** A lens names single pairs: they matter more than how many lines can be read. */
  readonly namesPairs: boolean;
}

/** Puts lenses together for one picture. Null: there are none. */
export type SeenThrough = typeof seenThrough;

export function seenThrough(lenses: LensState['lenses'], topology: Topology): Seen | null {
  const all = Object.values(lenses);
  if (all.length === 0) return null;
  const size = topology.entities.length;
  const cards = new Uint8Array(size);
  const cells = new Uint8Array(size * size);
  const ids = topology.entities.map(({ id }) => id);
  for (const lens of all) lookThrough(lens, topology.id, ids, cards, cells);
  const namesPairs = all.some((lens) => (lens.pairs ?? lens.cells ?? null) !== null);
  return { cards, cells, namesPairs };
}

/** Steps back what one lens does not concern. */
function lookThrough(
  lens: Lens,
  topology: string,
  ids: readonly EntityId[],
  cards: Uint8Array,
  cells: Uint8Array,
): void {
  const size = ids.length;
  const rest = lens.rest === 'hidden' ? SEEN.hidden : SEEN.dimmed;
  const isConcerned = Uint8Array.from(ids, (id) => Number(lens.entities?.has(id) ?? true));
  const pairs = pairsOf(lens, topology, ids);
  if (pairs !== null)
    for (let cell = 0; cell < pairs.length; cell++)
      if (pairs[cell] === 1) {
        isConcerned[Math.floor(cell / size)] = 1;
        isConcerned[cell % size] = 1;
      }
  const stepBack = (all: Uint8Array, at: number): void => {
    if ((all[at] ?? 0) < rest) all[at] = rest;
  };
  for (let source = 0; source < size; source++) {
    if (isConcerned[source] === 0) stepBack(cards, source);
    for (let destination = 0; destination < size; destination++) {
      const cell = source * size + destination;
      const areEnds = isConcerned[source] === 1 && isConcerned[destination] === 1;
      if (!areEnds || pairs?.[cell] === 0) stepBack(cells, cell);
    }
  }
}

/** By cell, 1: the lens names this pair. Null: it names none, or those of a picture that is gone. */
function pairsOf({ pairs, cells }: Lens, topology: string, ids: readonly EntityId[]): Uint8Array | null {
  if (cells) return cells.topology === topology ? cells.concerned : null;
  if (pairs === null) return null;
  const indices = new Map(ids.map((id, index) => [id, index]));
  const named = new Uint8Array(ids.length ** 2);
  for (const pair of pairs) {
    const [source = '', destination = ''] = pair.split('\n');
    const from = indices.get(source);
    const to = indices.get(destination);
    if (from !== undefined && to !== undefined) named[from * ids.length + to] = 1;
  }
  return named;
}
