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
export function foldableBlocks(lines: readonly string[]): readonly Block[] {
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
  lines.forEach((line, index) => {
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
      closeDocument();
      return;
    }
    const column = line.search(/\S/);
    if (column < 0 || line.charAt(column) === '#') return;
    const isDash = /^-(?:\s|$)/.test(line.slice(column, column + 2));
    closeTo(column, isDash);
    // A line folds one block: the widest.
    if (document) open.push({ block: begin(index + 1), column, isDash });
    else document = begin(index + 1);
    last = index + 1;
  });
  closeDocument();
  return blocks.filter(({ start, end }) => end > start);
}
