import { sameHead, type Found, type Head } from './head';

/** The objects of a file in the order of its text: who they are, and apart from that, where. */
export interface ObjectIndex {
  /** The same array as long as no object came, went or changed its head. */
  readonly heads: readonly Head[];
  /** Where the document starts that holds the object. */
  readonly pieces: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Line breaks before the object. */
  readonly lines: Int32Array;
}

export const noObjects: ObjectIndex = {
  heads: [],
  pieces: new Int32Array(0),
  starts: new Int32Array(0),
  ends: new Int32Array(0),
  lines: new Int32Array(0),
};

let lastId = 0;

/** The place in the index of the last object that starts at or before an offset; -1 before the first. */
export function positionAt({ starts }: ObjectIndex, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The index without the objects from `first` up to `last`, with others in their place, and what follows moved. */
export function spliceIndex(
  index: ObjectIndex,
  first: number,
  last: number,
  found: readonly Found[],
  moved: { readonly after: number; readonly by: number; readonly lines: number },
): ObjectIndex {
  const splice = (
    old: Int32Array,
    shift: (value: number) => number,
    value: (entry: Found) => number,
  ): Int32Array => {
    const next = new Int32Array(old.length - (last - first) + found.length);
    next.set(old.subarray(0, first));
    found.forEach((entry, at) => {
      next[first + at] = value(entry);
    });
    for (let at = last, to = first + found.length; at < old.length; at++, to++)
      next[to] = shift(old[at] ?? 0);
    return next;
  };
  const shift = (offset: number): number => offset + moved.by;
  // A document that starts before the edit stays where it is, even if objects of it follow.
  const shiftPiece = (piece: number): number => (piece > moved.after ? piece + moved.by : piece);
  return {
    heads: spliceHeads(index.heads, first, last, found),
    pieces: splice(index.pieces, shiftPiece, ({ piece }) => piece),
    starts: splice(index.starts, shift, ({ start }) => start),
    ends: splice(index.ends, shift, ({ end }) => end),
    lines: splice(
      index.lines,
      (line) => line + moved.lines,
      ({ line }) => line,
    ),
  };
}

/** An object that is still there keeps its number; if nothing else changed either, the heads stay the same array. */
function spliceHeads(
  heads: readonly Head[],
  first: number,
  last: number,
  found: readonly Found[],
): readonly Head[] {
  const replaced = heads.slice(first, last);
  const next = found.map(({ head }, at): Head => {
    const before = replaced[at];
    if (before && sameHead(before, head)) return before;
    return { ...head, id: before?.id ?? ++lastId };
  });
  const same = next.length === replaced.length && next.every((head, at) => head === replaced[at]);
  return same ? heads : [...heads.slice(0, first), ...next, ...heads.slice(last)];
}

/** The index of all that was found in a text. */
export const indexOf = (found: readonly Found[]): ObjectIndex =>
  spliceIndex(noObjects, 0, 0, found, { after: 0, by: 0, lines: 0 });
