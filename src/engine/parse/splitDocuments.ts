import { jsonStarts } from './jsonStarts';
import type { TextEdit } from './textEdit';

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
  const documents: DocumentText[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = segmentEnd(text, start);
    const piece = text.slice(start, end);
    const inner = jsonStarts(piece);
    for (const [at, offset] of inner.entries()) {
      documents.push({ start: start + offset, text: piece.slice(offset, inner[at + 1]) });
    }
  }
  return documents;
}

/** How many characters at the start of a segment say that one starts there. */
export const MARKER_LENGTH = 5;

/**
 * The end of what starts at `start` and goes to the next marker. It depends on the text from `start` on only, so a text
 * that changed can be cut again from any start before the change. With what is `known` of it the unchanged lines are
 * not looked at: before the edit there was no other marker, and behind it the next start is now at `behind`.
 */
export function segmentEnd(
  text: string,
  start: number,
  known: { readonly edit: TextEdit; readonly behind: number } | null = null,
): number {
  /** Only blank lines, comments and directives so far: they belong to the document of the next marker. */
  let prelude = true;
  for (let line = start; line < text.length; line = nextLine(text, line)) {
    if (!prelude) {
      const unchanged = known === null ? -1 : known.edit.start - MARKER_LENGTH;
      if (known === null || line > unchanged) return endBehind(text, line);
      const last = Math.max(line, text.lastIndexOf('\n', unchanged - 1) + 1);
      return endAround(text, last, known.edit.endAfter, known.behind);
    }
    const marker = markerAt(text, line);
    if (marker === '...') return nextLine(text, line);
    prelude = marker === null && isPrelude(text, line);
  }
  return text.length;
}

/** What a line starts with that is a marker, for regular expressions. */
export const markerPattern = String.raw`\uFEFF?(?:---|\.\.\.)(?![^ \t\r\n])`;

const nextMarker = new RegExp(String.raw`\n${markerPattern}`, 'g');

/** Where the document ends that a line is part of, by the first marker in or behind it. */
function endBehind(text: string, line: number): number {
  nextMarker.lastIndex = line - 1;
  const match = nextMarker.exec(text);
  return match === null ? text.length : endAtMarker(text, match.index + 1);
}

/** Where a document ends because of the marker on a line. */
export function endAtMarker(text: string, line: number): number {
  return markerAt(text, line) === '...' ? nextLine(text, line) : line;
}

/** The first marker from `from` on among the lines that an edit touched, else the one `behind` them. */
function endAround(text: string, from: number, edited: number, behind: number): number {
  let line = from;
  for (; line < text.length; line = nextLine(text, line)) {
    // What starts right behind the edit may have done so because of a `...` that is no more.
    if (line > edited && line < behind) return behind;
    const marker = markerAt(text, line);
    if (marker !== null) return marker === '---' ? line : nextLine(text, line);
  }
  return text.length;
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function markerAt(text: string, line: number): '---' | '...' | null {
  const sign = text.charCodeAt(line);
  // Neither `-` nor `.` nor a byte order mark: nearly every line.
  if (sign !== 0x2d && sign !== 0x2e && sign !== 0xfeff) return null;
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
