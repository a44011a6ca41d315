import type { Changes } from '../../engine';
import type { Change } from './looks';

/** What to mark of an edit. */
export interface RecentChanges {
  /** By cell: lines to mark one by one, … */
  readonly lines: ReadonlyMap<number, Change>;
  /** … or, where that would be a hairball, by index the cards on which the changed lines meet. */
  readonly cards: ReadonlyMap<number, Change>;
}

export const noChanges: RecentChanges = { lines: new Map(), cards: new Map() };

/** More cards than this have nothing in common. */
const CARDS_MOST = 12;

/** `most`: how many lines can be marked and still be followed by eye. */
export function recentChanges({ pairs, signs }: Changes, size: number, most: number): RecentChanges {
  if (pairs.length === 0) return noChanges;
  if (pairs.length <= most) {
    return {
      ...noChanges,
      lines: new Map(Array.from(pairs, (pair, index) => [pair, changeOf(signs[index])])),
    };
  }
  return { ...noChanges, cards: meetingCards({ pairs, signs }, size) };
}

/** Cards with at least half as many changed lines as the card that has most. */
function meetingCards(
  { pairs, signs }: Pick<Changes, 'pairs' | 'signs'>,
  size: number,
): RecentChanges['cards'] {
  const counts = new Uint32Array(size);
  const gained = new Uint8Array(size);
  const lost = new Uint8Array(size);
  pairs.forEach((pair, index) => {
    const sign = signs[index] ?? 0;
    for (const end of new Set([Math.floor(pair / size), pair % size])) {
      counts[end] = (counts[end] ?? 0) + 1;
      if (sign >= 0) gained[end] = 1;
      if (sign <= 0) lost[end] = 1;
    }
  });
  const half = counts.reduce((most, count) => Math.max(most, count), 0) / 2;
  const cards = new Map<number, Change>();
  counts.forEach((count, card) => {
    if (count >= half) cards.set(card, changeOf((gained[card] ?? 0) - (lost[card] ?? 0)));
  });
  return cards.size > CARDS_MOST ? noChanges.cards : cards;
}

function changeOf(sign = 0): Change {
  return sign > 0 ? 'opened' : sign < 0 ? 'closed' : 'changed';
}
