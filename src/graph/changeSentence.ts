import type { Answer } from '../engine';

/** What an edit did: `3 connections opened, 1 closed`; empty when it changed none. */
export function changeSentence({ changes: { signs } }: Pick<Answer, 'changes'>): string {
  let opened = 0;
  let closed = 0;
  let other = 0;
  for (const sign of signs) {
    if (sign > 0) opened++;
    else if (sign < 0) closed++;
    else other++;
  }
  const parts = [
    { count: opened, word: 'opened' },
    { count: closed, word: 'closed' },
    { count: other, word: 'changed' },
  ].filter(({ count }) => count > 0);
  return parts
    .map(({ count, word }, index) =>
      index === 0
        ? `${String(count)} ${count === 1 ? 'connection' : 'connections'} ${word}`
        : `${String(count)} ${word}`,
    )
    .join(', ');
}
