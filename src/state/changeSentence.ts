import { pairChanges, type ChangeCounts, type PairChange } from '../engine';
import { grouped, n, t } from '../language/t';

/** What an edit did: `3 connections opened, 1 closed`; empty when it changed none. */
export function changeSentence(counts: ChangeCounts): string {
  const [first, ...others] = pairChanges.filter((change) => counts[change] > 0);
  if (first === undefined) return '';
  // Only the first says of what.
  return [
    connections(first, counts[first]),
    ...others.map((change) => countedChange(change, counts[change])),
  ].join(', ');
}

function connections(change: PairChange, count: number): string {
  switch (change) {
    case 'opened':
      return n(count)`${count} connection opened|${count} connections opened`;
    case 'closed':
      return n(count)`${count} connection closed|${count} connections closed`;
    case 'widened':
      return n(count)`${count} connection with more ports|${count} connections with more ports`;
    case 'narrowed':
      return n(count)`${count} connection with fewer ports|${count} connections with fewer ports`;
    case 'exchanged':
      return n(count)`${count} connection with other ports|${count} connections with other ports`;
    case 'unsure':
      return n(
        count,
      )`${count} connection changed only in what cannot be said|${count} connections changed only in what cannot be said`;
  }
}

/** `3 opened`, where it is known of what. */
export function countedChange(change: PairChange, count: number): string {
  switch (change) {
    case 'opened':
      return t`${grouped(count)} opened`;
    case 'closed':
      return t`${grouped(count)} closed`;
    case 'widened':
      return t`${grouped(count)} with more ports`;
    case 'narrowed':
      return t`${grouped(count)} with fewer ports`;
    case 'exchanged':
      return t`${grouped(count)} with other ports`;
    case 'unsure':
      return t`${grouped(count)} only in what cannot be said`;
  }
}
