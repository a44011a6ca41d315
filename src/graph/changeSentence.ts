import type { Answer } from '../engine';

/** What an edit did: `3 connections opened, 1 closed`; empty when it changed none. */
export function changeSentence({
  changes: { opened, closed, exchanged },
}: {
  readonly changes: Pick<Answer['changes'], 'opened' | 'closed' | 'exchanged'>;
}): string {
  const parts = [
    { count: opened, word: 'opened' },
    { count: closed, word: 'closed' },
    { count: exchanged, word: 'changed' },
  ].filter(({ count }) => count > 0);
  return parts
    .map(({ count, word }, index) => {
      const number = count.toLocaleString('en');
      return index === 0
        ? `${number} ${count === 1 ? 'connection' : 'connections'} ${word}`
        : `${number} ${word}`;
    })
    .join(', ');
}
