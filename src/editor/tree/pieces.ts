/** A document with its marker line; all pieces together are the text. */
export interface Piece {
  readonly start: number;
  /** Where the marker line ends. */
  readonly content: number;
  readonly end: number;
}

/** Where the line after the one at `at` starts, or `end`. */
export function nextLine(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 || found >= end ? end : found + 1;
}

/** Whether the line that starts at `at` parts two documents. No other line needs to be known to tell. */
export function isMarker(text: string, at: number): boolean {
  if (!text.startsWith('---', at) && !text.startsWith('...', at)) return false;
  const next = text.charAt(at + 3);
  return next === '' || next === '\n' || next === ' ' || next === '\t' || next === '\r';
}

/** The piece that starts at `start`. */
export function pieceAt(text: string, start: number): Piece {
  const content = isMarker(text, start) ? contentAfterMarker(text, start) : start;
  let end = nextLine(text, start, text.length);
  while (end < text.length && !isMarker(text, end)) end = nextLine(text, end, text.length);
  return { start, content, end };
}

/** `--- # a comment` ends with its line; what else stands beside the marker belongs to the document. */
function contentAfterMarker(text: string, marker: number): number {
  let at = marker + 3;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t' || text.charAt(at) === '\r') at++;
  const here = text.charAt(at);
  return here === '' || here === '\n' || here === '#' ? nextLine(text, marker, text.length) : at;
}

/** Line breaks in a part of the text. */
export function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
