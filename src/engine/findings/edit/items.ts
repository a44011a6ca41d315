import { entryOf, type ListTree, type MapTree, type Tree } from '../../parse/tree';
import { isJson, replaceValue, setEntry } from './entries';
import { flowAddition, flowRemoval, removedLines } from './pieces';
import { flowText, itemLines, type Plain } from './plain';
import type { Edits, Sheet } from './sheet';

/** One more item at the end of a map's list, which is made where it is absent, null or empty. */
export function appendTo(
  sheet: Sheet,
  map: MapTree,
  key: string,
  value: Plain,
  after?: string,
): Edits | null {
  const known = entryOf(map, key)?.value;
  if (known?.kind === 'list' && known.items.length > 0) return appendItem(sheet, known, value);
  return setEntry(sheet, map, key, [value], after);
}

/** One more item at the end of a list. */
export function appendItem(sheet: Sheet, list: ListTree, value: Plain): Edits | null {
  if (!sheet.isHere(list)) return null;
  const last = list.items.at(-1);
  if (last === undefined) {
    const spot = sheet.spotOf(list);
    return spot && 'entry' in spot ? replaceValue(sheet, spot.parent, spot.entry, [value]) : null;
  }
  if (sheet.isFlow(list)) {
    return flowAddition(sheet, last.range.start, last.range.end, flowText(value, isJson(sheet)));
  }
  const column = sheet.column(list.range.start);
  const at = sheet.endWithComments(last.range.end, column);
  const lines = itemLines(value, column, sheet.style);
  return [{ range: { start: at, end: at }, text: lines.map((line) => sheet.eol + line).join('') }];
}

/** One more item, in front of another one. */
export function insertItem(sheet: Sheet, list: ListTree, index: number, value: Plain): Edits | null {
  const [before, next] = [list.items[index - 1], list.items[index]];
  if (next === undefined || sheet.spotOf(next)?.parent !== list) return null;
  if (sheet.isFlow(list)) {
    const { start } = next.range;
    const gap = sheet.startsLine(start) ? sheet.eol + ' '.repeat(sheet.column(start)) : ' ';
    return [{ range: { start, end: start }, text: `${flowText(value, isJson(sheet))},${gap}` }];
  }
  const column = sheet.column(list.range.start);
  const lines = itemLines(value, column, sheet.style);
  if (before !== undefined) {
    const at = sheet.endWithComments(before.range.end, column);
    return [{ range: { start: at, end: at }, text: lines.map((line) => sheet.eol + line).join('') }];
  }
  const dash = dashOf(sheet, list, next);
  if (dash === null || !sheet.startsLine(dash)) return null;
  const at = sheet.lineStart(dash);
  return [{ range: { start: at, end: at }, text: lines.map((line) => line + sheet.eol).join('') }];
}

/** Without one item and its lines; a list that loses its last one becomes `[]`. */
export function removeItem(sheet: Sheet, list: ListTree, index: number): Edits | null {
  const item = list.items[index];
  if (item === undefined || sheet.spotOf(item)?.parent !== list) return null;
  if (list.items.length === 1) {
    const spot = sheet.spotOf(list);
    return spot && 'entry' in spot ? replaceValue(sheet, spot.parent, spot.entry, []) : null;
  }
  if (sheet.isFlow(list)) {
    const next = list.items[index + 1]?.range.start;
    return flowRemoval(item.range, next, list.items[index - 1]?.range.end);
  }
  const dash = dashOf(sheet, list, item);
  return dash !== null && sheet.startsLine(dash) ? removedLines(sheet, dash, item.range.end) : null;
}

/** Where the dash of a block list's item stands; null: not on a line above, or at, the item's. */
export function dashOf(sheet: Sheet, list: ListTree, item: Tree): number | null {
  const column = sheet.column(list.range.start);
  for (let line = sheet.lineStart(item.range.start); line >= 0; line = sheet.lineStart(line - 1)) {
    const dash = line + column;
    const isDash = sheet.source[dash] === '-' && sheet.source.slice(line, dash).trim() === '';
    if (dash < item.range.start + 1 && (isDash || dash === list.range.start)) return dash;
    if (line <= list.range.start) return null;
  }
  return null;
}
