import type { Answer } from '../engine';
import { grouped, n, t } from '../language/t';

/** What an edit did: `3 connections opened, 1 closed`; empty when it changed none. */
export function changeSentence({
  changes: { opened, closed, exchanged, unsure },
}: {
  readonly changes: Pick<Answer['changes'], 'opened' | 'closed' | 'exchanged' | 'unsure'>;
}): string {
  const parts: string[] = [];
  // Only the first says of what.
  const isFirst = (): boolean => parts.length === 0;
  if (opened > 0) parts.push(n(opened)`${opened} connection opened|${opened} connections opened`);
  if (closed > 0)
    parts.push(
      isFirst()
        ? n(closed)`${closed} connection closed|${closed} connections closed`
        : t`${grouped(closed)} closed`,
    );
  if (exchanged > 0)
    parts.push(
      isFirst()
        ? n(exchanged)`${exchanged} connection changed|${exchanged} connections changed`
        : t`${grouped(exchanged)} changed`,
    );
  if (unsure > 0)
    parts.push(
      isFirst()
        ? n(
            unsure,
          )`${unsure} connection changed only in what cannot be said|${unsure} connections changed only in what cannot be said`
        : t`${grouped(unsure)} only in what cannot be said`,
    );
  return parts.join(', ');
}
