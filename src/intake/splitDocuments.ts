/**
 * The text in pieces of one YAML document each, nothing lost: joined they are the text again. A marker line opens
 * the piece it belongs to. At the start of a line `---` is a marker wherever it stands, even inside a quoted or
 * block scalar, which may not contain one there.
 */
export function splitDocuments(text: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  const marker = /(?:^|\n)(---|\.\.\.)(?=[ \t\r\n]|$)/g;
  for (let match = marker.exec(text); match; match = marker.exec(text)) {
    const line = marker.lastIndex - 3;
    const lineEnd = text.indexOf('\n', line);
    const cut = match[1] === '---' ? line : lineEnd < 0 ? text.length : lineEnd + 1;
    if (cut > start) pieces.push(text.slice(start, cut));
    start = Math.max(start, cut);
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}
