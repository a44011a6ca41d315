import { isJson } from '../edit/entries';
import { blockLines, flowText, type Plain } from '../edit/plain';
import type { Edits, Sheet } from '../edit';
import { appendItem } from '../edit';
import type { ListTree } from '../../parse/tree';

/** Another item in the place of one; null: a comment would be lost. */
export function replaceItem(sheet: Sheet, list: ListTree, index: number, value: Plain): Edits | null {
  const item = list.items[index];
  if (item === undefined || sheet.spotOf(item)?.parent !== list) return null;
  const { range } = item;
  if (sheet.source.slice(range.start, range.end).includes('#')) return null;
  if (sheet.isFlow(list)) return [{ range, text: flowText(value, isJson(sheet)) }];
  const lines = blockLines(value, sheet.column(range.start), sheet.style);
  return [{ range, text: lines.join(sheet.eol).trimStart() }];
}

/** Several more items at the end of a list. */
export function appendItems(sheet: Sheet, list: ListTree, values: readonly Plain[]): Edits | null {
  const each = values.map((value) => appendItem(sheet, list, value));
  const [first] = each[0] ?? [];
  if (first === undefined || each.some((edits) => edits?.length !== 1)) return null;
  return [{ range: first.range, text: each.map((edits) => edits?.[0]?.text ?? '').join('') }];
}
