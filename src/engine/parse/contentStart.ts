/** Where the content of a document starts: after a byte order mark, blanks and a marker. */
export function contentStart(text: string): number {
  return /^\s*(?:---(?=\s|$)\s*)?/.exec(text)?.[0].length ?? 0; // \s includes the mark
}
