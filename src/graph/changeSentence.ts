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
    .map(({ count, word }, index) =>
      index === 0
        ? `${String(count)} ${count === 1 ? 'connection' : 'connections'} ${word}`
        : `${String(count)} ${word}`,
    )
    .join(', ');
}
