import type { ListTree, MapEntry, MapTree } from '../../parse/tree';
import { dashOf } from './items';
import type { Edits, Sheet } from './sheet';

/** Makes an item and the one behind it one item with the entries of both. Null: where that is not a matter of signs. */
export function joinItems(sheet: Sheet, list: ListTree, index: number): Edits | null {
  const [first, second] = [mapAt(sheet, list, index), mapAt(sheet, list, index + 1)];
  if (first === null || second === null) return null;
  if (first.entries.some(({ key }) => second.entries.some((other) => other.key === key))) return null;
  const [opens, closes] = [isBraced(sheet, first), isBraced(sheet, second)];
  if (opens && closes) return joinBraced(sheet, first, second);
  const dash = dashOf(sheet, list, second);
  if (opens || closes || dash === null || !sheet.startsLine(dash)) return null;
  return moveIn(sheet, dash, second, columnOf(sheet, first) - columnOf(sheet, second));
}

/** Makes two items of one: what is written before the entry, and the entry with what is behind it. */
export function splitItem(sheet: Sheet, list: ListTree, index: number, entry: MapEntry): Edits | null {
  const item = mapAt(sheet, list, index);
  const at = item?.entries.indexOf(entry) ?? -1;
  const before = item?.entries[at - 1];
  if (item === null || before === undefined || entry.keyRange.start < before.keyRange.start) return null;
  const { start } = entry.keyRange;
  if (isBraced(sheet, item)) {
    const gap = { start: sheet.endOf(before), end: start };
    if (sheet.source.slice(gap.start, gap.end).trim() !== ',') return null;
    const dash = sheet.isFlow(list) ? ', ' : `${sheet.eol}${' '.repeat(sheet.column(list.range.start))}- `;
    return [{ range: gap, text: `}${dash}{` }];
  }
  const column = sheet.column(list.range.start);
  const line = sheet.lineStart(start);
  if (!sheet.startsLine(start) || column >= sheet.column(start)) return null;
  return [{ range: { start: line + column, end: line + column + 1 }, text: '-' }];
}

/** The item, if it is a map with entries that is written here. */
function mapAt(sheet: Sheet, list: ListTree, index: number): MapTree | null {
  const item = list.items[index];
  if (item?.kind !== 'map' || sheet.spotOf(item)?.parent !== list) return null;
  const isWhole = item.entries.every(({ value }) => sheet.spotOf(value)?.parent === item);
  return item.entries.length > 0 && isWhole ? item : null;
}

function isBraced(sheet: Sheet, map: MapTree): boolean {
  return sheet.source[map.range.start] === '{';
}

function columnOf(sheet: Sheet, map: MapTree): number {
  return sheet.column(map.range.start);
}

/** `{a}, {b}` becomes `{a, b}`. */
function joinBraced(sheet: Sheet, first: MapTree, second: MapTree): Edits | null {
  const gap = { start: first.range.end - 1, end: second.range.start + 1 };
  return sheet.source.slice(gap.start, gap.end).includes('#') ? null : [{ range: gap, text: ', ' }];
}

/** The dash becomes a blank, and the lines of the item move so that its keys stand where they should. */
function moveIn(sheet: Sheet, dash: number, item: MapTree, by: number): Edits | null {
  const edits: { range: { start: number; end: number }; text: string }[] = [];
  const behind = item.range.start;
  // The dash may stand on a line of its own, or with a comment: then it goes, and what is behind it stays.
  if (sheet.lineStart(behind) === sheet.lineStart(dash)) {
    edits.push({ range: { start: dash, end: behind }, text: ' '.repeat(Math.max(0, behind - dash + by)) });
  } else {
    edits.push({ range: { start: dash, end: dash + 1 }, text: ' ' });
    if (!sheet.endsLine(dash + 1)) return null;
  }
  if (by === 0) return edits;
  for (let line = sheet.nextLine(dash); line < item.range.end; line = sheet.nextLine(line)) {
    const blanks = /^ */.exec(sheet.source.slice(line, sheet.lineEnd(line)))?.[0].length ?? 0;
    if (line + blanks === sheet.lineEnd(line)) continue;
    if (by > 0) edits.push({ range: { start: line, end: line }, text: ' '.repeat(by) });
    else edits.push({ range: { start: line, end: line + Math.min(blanks, -by) }, text: '' });
  }
  return edits;
}
