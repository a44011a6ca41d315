import type { DocumentFix } from './check';
import type { Edits } from './edit/sheet';

/**
 * Fixes are written with these: each keeps the comments, the order and the style of the text, and is null where the
 * text is written in a way that leaves no safe place for it (an alias, a merge key, `? key`).
 */
export { Sheet, type Edits } from './edit/sheet';
export type { Plain } from './edit/plain';
export { quoteScalar, removeEntry, renameKey, replaceScalar, replaceValue, setEntry } from './edit/entries';
export { appendItem, appendTo, insertItem, removeItem } from './edit/items';
export { joinItems, splitItem } from './edit/dashes';

/** A fix, unless its edits could not be made. */
export function fixOf(title: string, edits: Edits | null): readonly DocumentFix[] {
  return edits === null || edits.length === 0 ? [] : [{ title, edits }];
}

/** The text after the edits, whose offsets are those before any of them. */
export function applyEdits(text: string, edits: Edits): string {
  let result = '';
  let at = 0;
  for (const { range, text: inserted } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    result += text.slice(at, range.start) + inserted;
    at = range.end;
  }
  return result + text.slice(at);
}
