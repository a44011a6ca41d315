/**
 * The character of a line that somebody means who has the cursor at `column` (both count from 0): not what the line is
 * indented by, and not the comment behind it. Null: the line says nothing.
 */
export function pointedAt(line: string, column: number): number | null {
  const first = /^[\s-]*(?:-\s+)?/.exec(line)?.[0].length ?? 0;
  const last = line.replace(/(^|\s)#.*$/, '').trimEnd().length;
  return last <= first ? null : Math.min(Math.max(column, first), last);
}
