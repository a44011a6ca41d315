/** What became of a text: the characters from `start` to `endBefore` are now those from `start` to `endAfter`. */
export interface TextEdit {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** The least edit that turns one text into another. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const rest = longest(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) ===
      after.slice(after.length - to, after.length - from),
  );
  return { start, endBefore: before.length - rest, endAfter: after.length - rest };
}

/** How far from 0 to `most` everything is the same. Long pieces are compared at once: that is done without a loop here. */
function longest(most: number, isSame: (from: number, to: number) => boolean): number {
  let known = 0;
  let bound = most;
  while (known < bound) {
    const middle = (known + bound + 1) >> 1;
    if (isSame(known, middle)) known = middle;
    else bound = middle - 1;
  }
  return known;
}
