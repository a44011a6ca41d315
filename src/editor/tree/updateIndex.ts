import type { TextEdit } from '../smallestEdit';
import { soleItem } from './blockObjects';
import type { Found, HeadText } from './head';
import { soleValue } from './jsonObjects';
import { positionAt, spliceIndex, type ObjectIndex } from './objectIndex';
import { countLines } from './pieces';
import { scan } from './scan';

const MARKER_WITH_BREAK = 4;

/**
 * The index after an edit, from the index before it: only documents the edit touches are read again, the later ones
 * move. The same as reading the whole text anew.
 */
export function updateIndex(index: ObjectIndex, before: string, edit: TextEdit, after: string): ObjectIndex {
  const by = edit.text.length - (edit.end - edit.start);
  const lines = countLines(edit.text, 0, edit.text.length) - countLines(before, edit.start, edit.end);
  return (
    updateItem(index, edit, before, after, by, lines) ??
    updateDocuments(index, before, edit, after, by, lines)
  );
}

/** Reads again from the last document whose marker stands before the edit to the first that starts behind it. */
function updateDocuments(
  index: ObjectIndex,
  before: string,
  edit: TextEdit,
  after: string,
  by: number,
  lines: number,
): ObjectIndex {
  const { pieces, starts } = index;
  const count = starts.length;
  let first = Math.max(0, positionAt(index, edit.start));
  while (first > 0 && (pieces[first] ?? 0) + MARKER_WITH_BREAK > edit.start) first--;
  while (first > 0 && pieces[first - 1] === pieces[first]) first--;
  let last = Math.max(first, positionAt(index, edit.end));
  while (last < count && (pieces[last] ?? 0) <= edit.end) last++;
  // Text before the first object, or no object at all: read from the start.
  const from = first === 0 ? 0 : (pieces[first] ?? 0);
  const to = last < count ? (pieces[last] ?? 0) : before.length;
  const lineBreaks = from === 0 ? 0 : lineAt(index, before, first, from);
  const found: Found[] = [];
  for (const entry of scan(after, from, to + by, lineBreaks)) if (entry) found.push(entry);
  return spliceIndex(index, first, last, found, { after: edit.start, by, lines });
}

/** Line breaks before the document of an object. */
const lineAt = ({ lines, starts }: ObjectIndex, text: string, position: number, piece: number): number =>
  (lines[position] ?? 0) - countLines(text, piece, starts[position] ?? 0);

/** An edit inside one of many objects of a document that leaves the others alone: only that one is read. */
function updateItem(
  index: ObjectIndex,
  edit: TextEdit,
  before: string,
  after: string,
  by: number,
  lines: number,
): ObjectIndex | null {
  const position = positionAt(index, edit.start);
  const { pieces, starts, ends } = index;
  const start = starts[position];
  const end = ends[position];
  const piece = pieces[position];
  if (start === undefined || end === undefined || piece === undefined || edit.end > end) return null;
  if (pieces[position - 1] !== piece && pieces[position + 1] !== piece) return null;
  const head = readItem(before, after, start, end, by);
  if (head === null || head.kind === '') return null;
  const found: Found = { piece, start, end: end + by, line: index.lines[position] ?? 0, head };
  return spliceIndex(index, position, position + 1, [found], { after: edit.start, by, lines });
}

function readItem(before: string, after: string, start: number, end: number, by: number): HeadText | null {
  if (before.charAt(start) === '{') return soleValue(after, start, end + by);
  const dash = /^\s*(?=-)/.exec(before.slice(start, start + 200));
  return dash ? soleItem(after, start, end + by, dash[0].length) : null;
}
