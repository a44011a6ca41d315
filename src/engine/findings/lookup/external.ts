import type { Space } from '../../compile/space';
import type { Address, Cidr } from '../../model/address';

/** Ids of the faces of the outside that lie wholly in a block, of one that some policy names. */
export function facesInside({ intervals, classes }: Space, { family, first, last }: Cidr): readonly number[] {
  const inside = new Set<number>();
  for (let at = indexOf({ intervals }, { family, value: first }); at < intervals.length; at++) {
    const one = intervals[at];
    if (one?.range.family !== family || one.range.first > last) break;
    for (const face of classes[one.class]?.faces ?? []) inside.add(face.id);
  }
  return [...inside];
}

/** The face of the outside in which an address lies. */
export function faceOf(space: Space, address: Address): number {
  const one = space.intervals[indexOf(space, address)];
  return space.classes[one?.class ?? 0]?.faces[0]?.id ?? 0;
}

function indexOf({ intervals }: Pick<Space, 'intervals'>, { family, value }: Address): number {
  let low = 0;
  let high = intervals.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const range = intervals[middle]?.range;
    const isBeyond =
      range === undefined || range.family > family || (range.family === family && range.first > value);
    if (isBeyond) high = middle - 1;
    else low = middle;
  }
  return low;
}
