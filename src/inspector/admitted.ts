import type { Admitted } from '../engine';
import { n, t } from '../language/t';

/** What a patch lets through besides the pair it is for. */
export function admittedWords({ count, pairs, unsure }: Admitted): string {
  const doubt =
    unsure === 0
      ? ''
      : n(
          unsure,
        )`Whether it opens one other pair cannot be said.|Whether it opens ${unsure} other pairs cannot be said.`;
  if (count === 0) return unsure === 0 ? t`It opens nothing else.` : doubt;
  const list = pairs
    .map(({ source, destination, ports }) => t`${fullName(source)} → ${fullName(destination)} on ${ports}`)
    .join(', ');
  const more = count - pairs.length;
  const told =
    more === 0
      ? t`It also opens ${list}.`
      : n(more)`It also opens ${list}, and ${more} more pair.|It also opens ${list}, and ${more} more pairs.`;
  return doubt === '' ? told : `${told} ${doubt}`;
}

function fullName({ namespace, name }: Admitted['pairs'][number]['source']): string {
  return namespace === null ? name : `${namespace}/${name}`;
}
