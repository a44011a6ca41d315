import type { Reach, ReachRow, ReachShelf } from '../engine';

/** The pairs of a list that may pass, in the order in which they are a worry. */
export interface WorstFirst {
  /** With the world outside: every port first, then some, then what cannot be said. */
  readonly outside: ReachShelf;
  /** Inside the cluster, open because nothing decides. */
  readonly open: ReachShelf;
  /** Inside the cluster, by what rules allow: every port first. */
  readonly inside: ReachShelf;
}

/** The engine lists those with the outside first in each shelf, so that none of them is only counted. */
export function worstFirst({ open, passing }: Pick<Reach, 'open' | 'passing'>): WorstFirst {
  const outside = [...open.rows, ...passing.rows].filter(isOutside);
  return {
    outside: { count: outside.length, rows: outside },
    open: withoutOutside(open),
    inside: withoutOutside(passing),
  };
}

function withoutOutside({ count, rows }: ReachShelf): ReachShelf {
  const inside = rows.filter((row) => !isOutside(row));
  return { count: count - (rows.length - inside.length), rows: inside };
}

function isOutside({ source, destination }: ReachRow): boolean {
  return source.namespace === null || destination.namespace === null;
}
