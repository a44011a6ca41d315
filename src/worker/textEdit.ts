import { editBetween as rangesBetween } from '../engine';

/** One replacement in a text: `removed` characters at `at` give way to `inserted`. */
export interface TextEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The smallest replacement that makes one text the other. */
export function editBetween(before: string, after: string): TextEdit {
  const { start, endBefore, endAfter } = rangesBetween(before, after);
  return { at: start, removed: endBefore - start, inserted: after.slice(start, endAfter) };
}

export function applyEdit(text: string, { at, removed, inserted }: TextEdit): string {
  return text.slice(0, at) + inserted + text.slice(at + removed);
}
