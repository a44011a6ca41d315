import { PortSets, type PortSetId } from '../compile/portSet';

/**
 * What became of a pair. opened, closed: it passes now where nothing could, or nothing can where it passed. widened,
 * narrowed: it certainly gained ports, or lost some, and others still pass. exchanged: both. unsure: all that changed is
 * what cannot be said.
 */
export type PairChange = 'opened' | 'closed' | 'widened' | 'narrowed' | 'exchanged' | 'unsure';

/** In the order in which they are told. */
export const pairChanges: readonly PairChange[] = [
  'opened',
  'closed',
  'widened',
  'narrowed',
  'exchanged',
  'unsure',
];

/** How many pairs changed in each way. */
export type ChangeCounts = Readonly<Record<PairChange, number>>;

/** A value for each way. */
export function perChange<Value>(of: () => Value): Record<PairChange, Value> {
  return { opened: of(), closed: of(), widened: of(), narrowed: of(), exchanged: of(), unsure: of() };
}

/** What passes between two ends: certainly, and at the most. */
export interface Passing {
  readonly definite: PortSetId;
  readonly possible: PortSetId;
}

/** The change between two states that differ. */
export function changeOf(sets: PortSets, before: Passing, after: Passing): PairChange {
  // What could pass before has not opened, and what still can has not closed.
  const gained = !sets.includes(before.possible, after.definite);
  const lost = !sets.includes(after.possible, before.definite);
  if (gained && lost) return 'exchanged';
  if (gained) return before.possible === PortSets.none ? 'opened' : 'widened';
  if (lost) return after.possible === PortSets.none ? 'closed' : 'narrowed';
  return 'unsure';
}

/** 1: ports were gained. -1: lost. 0: both, or it cannot be said. */
export const signs: Readonly<Record<PairChange, -1 | 0 | 1>> = {
  opened: 1,
  widened: 1,
  closed: -1,
  narrowed: -1,
  exchanged: 0,
  unsure: 0,
};
