import { jsonStarts } from './jsonStarts';

/** One YAML or JSON document, with everything that belongs to it: its marker, directives and comments. */
interface DocumentText {
  /** Offset of `text` in the text that was split. */
  readonly start: number;
  readonly text: string;
}

/**
 * Cuts a text into its documents without reading them: a line that starts with `---` is a marker wherever it stands,
 * `...` ends a document, and JSON values may follow one another. The pieces are slices; together they are the text.
 */
export function splitDocuments(text: string): readonly DocumentText[] {
  const starts = [0];
  /** Only blank lines, comments and directives so far: they belong to the document of the next marker. */
  let prelude = true;
  for (let line = 0; line < text.length; line = nextLine(text, line)) {
    const marker = markerAt(text, line);
    if (marker === '---') {
      if (!prelude) starts.push(line);
      prelude = false;
    } else if (marker === '...') {
      starts.push(nextLine(text, line));
      prelude = true;
    } else if (prelude) {
      prelude = isPrelude(text, line);
    }
  }
  return starts.flatMap((start, index) => {
    const piece = text.slice(start, starts[index + 1] ?? text.length);
    if (piece === '') return [];
    const inner = jsonStarts(piece);
    return inner.map((offset, at) => ({ start: start + offset, text: piece.slice(offset, inner[at + 1]) }));
  });
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function markerAt(text: string, line: number): '---' | '...' | null {
  const at = text.startsWith('\uFEFF', line) ? line + 1 : line;
  const next = text.charAt(at + 3);
  if (next !== '' && next !== '\n' && next !== ' ' && next !== '\t' && next !== '\r') return null;
  if (text.startsWith('---', at)) return '---';
  return text.startsWith('...', at) ? '...' : null;
}

function isPrelude(text: string, line: number): boolean {
  let at = text.startsWith('\uFEFF', line) ? line + 1 : line;
  if (text.startsWith('%', at)) return true;
  while (text.startsWith(' ', at) || text.startsWith('\t', at)) at++;
  return at >= text.length || '#\r\n'.includes(text.charAt(at));
}
