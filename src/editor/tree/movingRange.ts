import type { TextEdit } from '../smallestEdit';

/** A part of a text that is edited. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const growth = ({ start, end, text }: TextEdit): number => text.length - (end - start);

/** The range after an edit inside it. */
export const grown = ({ start, end }: TextRange, edit: TextEdit): TextRange => ({
  start,
  end: end + growth(edit),
});

/** The range after an edit anywhere; null when the edit takes a part of it away together with something else. */
export function moved(range: TextRange, edit: TextEdit): TextRange | null {
  const by = growth(edit);
  if (edit.end <= range.start && edit.start < range.end)
    return { start: range.start + by, end: range.end + by };
  if (edit.start >= range.end) return range;
  return edit.start >= range.start && edit.end <= range.end ? grown(range, edit) : null;
}
