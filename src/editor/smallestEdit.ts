/** Replace `start` to `end` of the old text by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** True when the place lies between the two halves of one character; an editor takes no edit there. */
const splitsCharacter = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** The edit that makes one text into the other and leaves alone what they share at both ends, so cursors stay put. */
export function smallestEdit(before: string, after: string): TextEdit {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  if (splitsCharacter(before, start) || splitsCharacter(after, start)) start--;
  let shared = 0;
  while (
    shared < shortest - start &&
    before[before.length - 1 - shared] === after[after.length - 1 - shared]
  ) {
    shared++;
  }
  if (splitsCharacter(before, before.length - shared) || splitsCharacter(after, after.length - shared)) {
    shared--;
  }
  return { start, end: before.length - shared, text: after.slice(start, after.length - shared) };
}
