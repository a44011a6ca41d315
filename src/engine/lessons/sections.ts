import type { Range } from '../source';
import { closesFence, FENCE } from './markdown';

/** A lesson cut into its parts. All offsets count from its start. */
export interface Sections {
  /** Null: it does not begin with `---`. */
  readonly head: { readonly text: string; readonly start: number; readonly isClosed: boolean } | null;
  /** The blocks that are meant as files, in order. */
  readonly blocks: readonly FileBlock[];
  /** The rest: what is shown from the start, and what follows the last solution or the heading `Why`. */
  readonly text: string;
  readonly why: string;
  /** Where the rest begins. */
  readonly bodyStart: number;
}

export interface FileBlock {
  /** What stands behind the language: `file=policies.yaml`, `start`, `solution`, `readonly`, or something unknown. */
  readonly words: readonly string[];
  /** The opening line. */
  readonly line: Range;
  readonly isIndented: boolean;
  readonly isClosed: boolean;
  readonly content: string;
  readonly start: number;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The heading of what is shown in the end, in the languages the page speaks. */
export const whyHeadings: Readonly<Record<string, string>> = { en: 'Why', de: 'Warum' };

const WHY = new RegExp(`^##[ \\t]+(?:${Object.values(whyHeadings).join('|')})\\b[ \\t?]*$`, 'i');

const isFileWord = (word: string): boolean =>
  word.startsWith('file=') || word === 'start' || word === 'solution' || word === 'readonly';

/** Cuts a lesson; never fails. */
export function cutSections(text: string): Sections {
  const lines = linesOf(text);
  const head = cutHead(lines, text);
  const rest = lines.slice(head === null ? 0 : head.lines);
  const blocks: FileBlock[] = [];
  // The last part is what is shown in the end, if there are several.
  const parts: string[][] = [[]];
  const keep = (...lines: readonly string[]): void => {
    parts.at(-1)?.push(...lines);
  };
  let isWhy = false;
  for (let index = 0; index < rest.length; index++) {
    const opening = rest[index];
    const fence = FENCE.exec(opening?.text ?? '');
    const [, mark = '', info = ''] = fence ?? [];
    if (!opening || !fence) {
      if (!isWhy && WHY.test(opening?.text ?? '')) {
        parts.push([]);
        isWhy = true;
      }
      keep(opening?.text ?? '');
      continue;
    }
    const first = index + 1;
    do index++;
    while (index < rest.length && !closesFence(rest[index]?.text ?? '', mark));
    const words = info.trim().split(/\s+/);
    if (!words.some(isFileWord)) {
      keep(...rest.slice(first - 1, index + 1).map((line) => line.text));
      continue;
    }
    const start = rest[first]?.start ?? text.length;
    const end = rest[index]?.start ?? text.length;
    blocks.push({
      words: words[0]?.includes('=') === true || isFileWord(words[0] ?? '') ? words : words.slice(1),
      line: { start: opening.start, end: opening.end },
      isIndented: opening.text.startsWith(' '),
      isClosed: index < rest.length,
      content: text.slice(start, end),
      start,
    });
    keep('');
    if (words.includes('solution') && !isWhy) parts.push([]);
  }
  return {
    head,
    blocks,
    text: (parts.length === 1 ? parts : parts.slice(0, -1)).flat().join('\n'),
    why: parts.length === 1 ? '' : (parts.at(-1) ?? []).join('\n'),
    bodyStart: rest[0]?.start ?? text.length,
  };
}

/** The map between the first two lines of three dashes. */
function cutHead(
  lines: readonly Line[],
  text: string,
): (Sections['head'] & { readonly lines: number }) | null {
  const isMark = (line: Line | undefined): boolean =>
    line !== undefined && /^\uFEFF?---[ \t]*$/.test(line.text);
  if (!isMark(lines[0])) return null;
  const closing = lines.findIndex((line, index) => index > 0 && isMark(line));
  const last = closing === -1 ? lines.length : closing;
  const start = lines[1]?.start ?? text.length;
  const end = lines[last]?.start ?? text.length;
  return { text: text.slice(start, end), start, isClosed: closing !== -1, lines: last + 1 };
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const next = feed === -1 ? text.length : feed + 1;
    const line = text.slice(start, next).replace(/\r?\n$/, '');
    lines.push({ text: line, start, end: start + line.length });
    start = next;
  }
  return lines;
}
