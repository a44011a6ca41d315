/** Lines that can be folded into their first; both count from 1. */
export interface Block {
  readonly start: number;
  end: number;
}

/** A line that what stands further right belongs to. */
interface Opener {
  readonly block: Block;
  readonly column: number;
  readonly isDash: boolean;
}

/**
 * The documents of a YAML text and everything in them that has deeper lines, in the order they begin. Goes by the
 * indentation alone, so that a text with a mistake folds, too, and thousands of lines take a few milliseconds.
 */
export function foldableBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const open: Opener[] = [];
  let document: Block | null = null;
  /** The last line with something on it but a comment. */
  let last = 0;
  const closeTo = (column: number, isDash: boolean): void => {
    for (let top = open.at(-1); top; top = open.at(-1)) {
      // The dashes of a list may stand right below its key.
      if (top.column < column || (top.column === column && isDash && !top.isDash)) return;
      top.block.end = last;
      open.pop();
    }
  };
  const closeDocument = (): void => {
    closeTo(-1, false);
    if (document) document.end = last;
    document = null;
  };
  const begin = (start: number): Block => {
    const block = { start, end: start };
    blocks.push(block);
    return block;
  };
  for (let line = 1, from = 0; from < text.length; line += 1) {
    const lineBreak = text.indexOf('\n', from);
    const to = lineBreak < 0 ? text.length : lineBreak;
    const first = firstOf(text, from, to);
    if (first === from && isMarker(text, from)) closeDocument();
    else if (first < to && text.charCodeAt(first) !== HASH) {
      const column = first - from;
      const isDash = text.charCodeAt(first) === DASH && isSpace(text.charCodeAt(first + 1));
      closeTo(column, isDash);
      // A line folds one block: the widest.
      if (document) open.push({ block: begin(line), column, isDash });
      else document = begin(line);
      last = line;
    }
    from = to + 1;
  }
  closeDocument();
  return blocks.filter(({ start, end }) => end > start);
}

const [HASH, DASH, DOT] = [35, 45, 46];

/** A blank, a tab, the end of a line or of the text. */
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || Number.isNaN(code);

/** Where the first character that is seen stands, or `to`. */
function firstOf(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Whether what stands at `at` begins or ends a document: three dashes or dots by themselves. */
function isMarker(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== DASH && code !== DOT) return false;
  return (
    text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code && isSpace(text.charCodeAt(at + 3))
  );
}
