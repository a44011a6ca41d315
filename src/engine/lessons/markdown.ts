import { readInlines, type Inline } from './inlines';

/** A piece of a text: the part of Markdown that lessons are written in. Nothing in it is markup for a browser. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly language: string | null; readonly text: string };

const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t#]*$/;
const ITEM = /^[ \t]*(?:([-*+])|\d{1,9}[.)])[ \t]+(.*)$/;

/** The opening line of a fenced block. */
export const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`\r\n]*)$/;

/** Whether a line ends the fenced block that `mark` opened. */
export function closesFence(line: string, mark: string): boolean {
  const closing = line.trim();
  return closing.length >= mark.length && closing === mark.charAt(0).repeat(closing.length);
}

/** What of a text is not finished yet. */
interface Open {
  paragraph: string[];
  list: { readonly isOrdered: boolean; readonly items: string[] } | null;
}

/** Reads a text; what is no known form is a paragraph. */
export function readBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = text.split(/\r?\n/);
  const open: Open = { paragraph: [], list: null };
  let isApart = false;

  const endParagraph = (): void => {
    const { paragraph } = open;
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', inlines: readInlines(paragraph.join(' ')) });
    open.paragraph = [];
  };
  const endAll = (): void => {
    endParagraph();
    const { list } = open;
    if (list) blocks.push({ kind: 'list', isOrdered: list.isOrdered, items: list.items.map(readInlines) });
    open.list = null;
  };

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const [, mark, info = ''] = FENCE.exec(line) ?? [];
    const [, signs, title = ''] = HEADING.exec(line) ?? [];
    const item = ITEM.exec(line);
    if (mark !== undefined) {
      endAll();
      const code: string[] = [];
      while (++index < lines.length && !closesFence(lines[index] ?? '', mark)) code.push(lines[index] ?? '');
      const [language = ''] = info.trim().split(/\s/);
      blocks.push({ kind: 'code', language: language === '' ? null : language, text: code.join('\n') });
    } else if (signs !== undefined) {
      endAll();
      blocks.push({ kind: 'heading', level: signs.length > 2 ? 3 : 2, inlines: readInlines(title) });
    } else if (item) {
      endParagraph();
      const isOrdered = item[1] === undefined;
      if (open.list?.isOrdered !== isOrdered) endAll();
      open.list ??= { isOrdered, items: [] };
      open.list.items.push(item[2] ?? '');
    } else if (line.trim() === '') {
      endParagraph();
    } else if (open.list && (!isApart || /^[ \t]/.test(line))) {
      const { items } = open.list;
      items.push(`${items.pop() ?? ''} ${line.trim()}`);
    } else {
      if (open.list) endAll();
      open.paragraph.push(line.trim());
    }
    isApart = line.trim() === '';
  }
  endAll();
  return blocks;
}
