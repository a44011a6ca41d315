import { cutList, listAt, type KnownStarts } from './cutList';
import { jsonStarts } from './jsonStarts';
import { MARKER_LENGTH, segmentEnd } from './splitDocuments';
import { editBetween, type TextEdit } from './textEdit';

/** A piece of a segment that is read by itself: a document, or one item of a list. Offsets count from the segment. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly part: 'document' | 'item';
}

/** What stands between two markers. */
export interface Segment {
  readonly length: number;
  /** More than one when it is a sequence of JSON values, or the items of a list. */
  readonly pieces: readonly Piece[];
}

/** A file's text and how it is cut. */
export interface SplitFile {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Where each segment starts. */
  readonly starts: readonly number[];
}

/** A file that was cut again: of the segments it had, the first `kept` and the last `rest` are the same objects. */
export interface SplitAgain {
  readonly file: SplitFile;
  readonly edit: TextEdit;
  readonly kept: number;
  readonly rest: number;
}

export const emptyFile: SplitFile = { text: '', segments: [], starts: [] };

/**
 * Cuts a file as `splitDocuments` does, and lists into their items. Of the file as it was before only what the change
 * touches is cut again: the result is the same.
 */
export function splitFile(text: string, before: SplitFile): SplitAgain {
  const edit = editBetween(before.text, text);
  const shift = edit.endAfter - edit.endBefore;
  // A segment stays when the change leaves alone also the marker behind it.
  const kept = Math.max(lastUpTo(before.starts, edit.start - MARKER_LENGTH), 0);
  const segments = before.segments.slice(0, kept);
  const starts = before.starts.slice(0, kept);
  let next = lastUpTo(before.starts, edit.endBefore) + 1;
  const behind = (before.starts[next] ?? before.text.length) + shift;
  const first = before.starts[kept] ?? 0;
  const old = next - kept === 1 ? before.segments[kept] : undefined;
  let at = first;
  while (at < text.length) {
    while ((before.starts[next] ?? Infinity) + shift < at) next++;
    if (at > edit.endAfter && (before.starts[next] ?? -1) + shift === at) break;
    const isChanged = old !== undefined && at === first;
    const list = isChanged ? null : listAt(text, at);
    const end = list?.end ?? segmentEnd(text, at, isChanged ? { edit, behind } : null);
    const known = isChanged && end === behind ? startsBefore(old.pieces, moved(edit, -first)) : null;
    segments.push({ length: end - at, pieces: piecesOf(text.slice(at, end), known, list?.starts ?? null) });
    starts.push(at);
    at = end;
  }
  const rest = at < text.length ? before.segments.length - next : 0;
  for (let index = before.segments.length - rest; index < before.segments.length; index++) {
    starts.push((before.starts[index] ?? 0) + shift);
  }
  return {
    file: { text, segments: segments.concat(rest > 0 ? before.segments.slice(-rest) : []), starts },
    edit,
    kept,
    rest,
  };
}

/** The index of the last of the rising numbers that is not above `most`, or -1. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

function moved({ start, endBefore, endAfter }: TextEdit, by: number): TextEdit {
  return { start: start + by, endBefore: endBefore + by, endAfter: endAfter + by };
}

function startsBefore(pieces: readonly Piece[], edit: TextEdit): KnownStarts | null {
  return pieces[0]?.part === 'item' ? { starts: pieces.map(({ start }) => start), edit } : null;
}

function piecesOf(
  text: string,
  known: KnownStarts | null,
  items: readonly number[] | null,
): readonly Piece[] {
  const list = cutList(text, known, items);
  const starts = list?.starts ?? jsonStarts(text);
  const part = list === null ? 'document' : 'item';
  const end = list?.end ?? text.length;
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? end, part }));
}

/** How many pieces at the start and at the end of the one segment that changed did not. */
export interface UnchangedPieces {
  readonly first: number;
  readonly last: number;
}

export const noPieces: UnchangedPieces = { first: 0, last: 0 };

/** None when more than one segment changed: then their pieces are not compared by place. */
export function unchangedPieces(before: SplitFile, { file, edit, kept, rest }: SplitAgain): UnchangedPieces {
  if (before.segments.length - rest - kept !== 1 || file.segments.length - rest - kept !== 1) return noPieces;
  const old = before.segments[kept]?.pieces ?? [];
  const pieces = file.segments[kept]?.pieces ?? [];
  const { start, endBefore, endAfter } = moved(edit, -(before.starts[kept] ?? 0));
  let first = 0;
  while (isMoved(old[first], pieces[first], 0) && (old[first]?.end ?? 0) <= start) first++;
  const most = Math.min(old.length, pieces.length) - first;
  let last = 0;
  while (last < most) {
    const [was, is] = [old[old.length - 1 - last], pieces[pieces.length - 1 - last]];
    if (!isMoved(was, is, endAfter - endBefore) || (was?.start ?? 0) < endBefore) break;
    last++;
  }
  return { first, last };
}

function isMoved(was: Piece | undefined, is: Piece | undefined, by: number): boolean {
  if (was === undefined || is === undefined) return false;
  return was.start + by === is.start && was.end + by === is.end && was.part === is.part;
}
