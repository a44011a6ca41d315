import type { AddressRange } from './addressRanges';
import type { AddressClass, Space } from './space';
import type { Address } from '../model/address';

/** Addresses outside the cluster that neither of two states tells apart. */
export interface OutsidePart {
  readonly before: AddressClass;
  readonly after: AddressClass;
  readonly ranges: readonly AddressRange[];
}

/** The outside, cut along the CIDRs of both states. */
export interface Refinement {
  readonly parts: readonly OutsidePart[];
  /** Position of the part an address is in. */
  partOf(this: void, address: Address): number;
}

interface Piece {
  readonly range: AddressRange;
  readonly part: number;
}

/** Both spaces cover every address with sorted intervals: laid over each other they make the common pieces. */
export function refine(before: Space, after: Space): Refinement {
  const parts: { before: AddressClass; after: AddressClass; ranges: AddressRange[] }[] = [];
  const known = new Map<string, number>();
  const pieces: Piece[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const a = before.intervals[left];
    const b = after.intervals[right];
    const groups = [before.classes[a?.class ?? -1], after.classes[b?.class ?? -1]] as const;
    if (!a || !b || groups[0]?.kind !== 'external' || groups[1]?.kind !== 'external') break;
    const first = a.range.first > b.range.first ? a.range.first : b.range.first;
    const last = a.range.last < b.range.last ? a.range.last : b.range.last;
    const range: AddressRange = { family: a.range.family, first, last };
    const key = `${String(a.class)} ${String(b.class)}`;
    let part = known.get(key);
    if (part === undefined) {
      known.set(key, (part = parts.length));
      parts.push({ before: groups[0], after: groups[1], ranges: [] });
    }
    parts[part]?.ranges.push(range);
    pieces.push({ range, part });
    if (a.range.last === last) left++;
    if (b.range.last === last) right++;
  }
  return { parts, partOf: finder(pieces) };
}

function finder(pieces: readonly Piece[]): (address: Address) => number {
  const comesAfter = ({ range }: Piece, { family, value }: Address): boolean =>
    range.family === family ? range.first > value : range.family > family;
  return (address) => {
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const piece = pieces[middle];
      if (!piece || comesAfter(piece, address)) high = middle - 1;
      else low = middle;
    }
    return pieces[low]?.part ?? 0;
  };
}
