/**
 * Offset after the bracket that closes the one at `start`, with quoted text and comments skipped; -1 when nothing closes it.
 */
export function flowEnd(text: string, start: number): number {
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*'|(?<=\s)#[^\n]*|[[{]|[\]}]/gs;
  token.lastIndex = start;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '[' || match[0] === '{') depth++;
    else if (match[0] === ']' || match[0] === '}') depth--;
    if (depth === 0) return token.lastIndex;
  }
  return -1;
}

/** Offset of the first bracket in the range that the range does not close; -1 when it closes all. */
export function unclosedIn(text: string, start: number, end: number): number {
  const bracket = /"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*'|(?<=\s)#[^\n]*|[[{]|[\]}]/gs;
  bracket.lastIndex = start;
  const open: number[] = [];
  for (let match = bracket.exec(text); match && match.index < end; match = bracket.exec(text)) {
    if (match[0] === '[' || match[0] === '{') open.push(match.index);
    else if (match[0] === ']' || match[0] === '}') open.pop();
  }
  return open[0] ?? -1;
}
