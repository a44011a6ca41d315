/** Characters a text editor takes in one task; 18,000 lines at once would hold up the page for 30 milliseconds. */
const PIECE = 30_000;

/** Where the piece of a text that begins at `start` ends: behind a line break, so that it can be put to what is there. */
export function pieceEnd(text: string, start: number): number {
  // What is left after it would not be worth a task.
  if (text.length - start < 1.5 * PIECE) return text.length;
  const lineBreak = text.indexOf('\n', start + PIECE);
  return lineBreak < 0 ? text.length : lineBreak + 1;
}
