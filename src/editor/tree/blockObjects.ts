import { BlockHeadReader } from './blockHead';
import type { HeadText } from './head';
import { nextLine } from './pieces';

/** An object of a document with its place in the text. */
export interface Placed {
  readonly start: number;
  readonly end: number;
  readonly head: HeadText;
}

/** So many lines are read before the reader may be interrupted. */
const LINES_AT_ONCE = 400;

/** The column of the first thing on a line, or -1 when there is nothing but space or a comment. */
function columnOf(text: string, line: number, end: number): number {
  let at = line;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  if (at >= end) return -1;
  const here = text.charAt(at);
  return here === '\n' || here === '\r' || here === '#' || here === '\uFEFF' ? -1 : at - line;
}

const isDash = (text: string, at: number): boolean =>
  text.charAt(at) === '-' && ' \t\r\n'.includes(text.charAt(at + 1));

interface OpenItem {
  readonly start: number;
  readonly reader: BlockHeadReader;
}

/** Starts an item on the line of its dash. */
function openItem(text: string, line: number, dash: number, end: number): OpenItem {
  const rest = columnOf(text, dash + 1, end);
  const inner = rest < 0 ? dash - line + 2 : dash - line + 1 + rest;
  const reader = new BlockHeadReader(inner);
  if (rest >= 0) reader.read(text, inner, line + inner, end);
  return { start: line, reader };
}

/**
 * The objects of one document in block style: the document itself, or the items of a List. Undefined is handed out now
 * and then, for whoever has something else to do.
 */
export function* blockObjects(text: string, from: number, to: number): Generator<Placed | undefined> {
  const items: { readonly start: number; readonly end: number; readonly reader: BlockHeadReader }[] = [];
  let whole: BlockHeadReader | null = null;
  let base = 0;
  let list: 'none' | 'expected' | 'open' = 'none';
  let dashColumn = 0;
  let item: OpenItem | null = null;
  let lines = 0;

  for (let line = from, end = 0; line < to; line = end) {
    if (++lines % LINES_AT_ONCE === 0) yield undefined;
    end = nextLine(text, line, to);
    const column = columnOf(text, line, end);
    if (column < 0 || text.charAt(line) === '%') continue;
    const at = line + column;
    if (whole === null) {
      whole = new BlockHeadReader(column);
      base = column;
    }
    if (list === 'expected') {
      list = isDash(text, at) && column >= base ? 'open' : 'none';
      dashColumn = column;
    }
    if (list === 'open') {
      if (column > dashColumn) {
        item?.reader.read(text, column, at, end);
        continue;
      }
      if (item) items.push({ ...item, end: line });
      item = null;
      if (column === dashColumn && isDash(text, at)) {
        item = openItem(text, line, at, end);
        continue;
      }
      list = 'none';
    }
    whole.read(text, column, at, end);
    if (column === base && items.length === 0 && /^items:\s*(?:#.*)?$/.test(text.slice(at, end))) {
      list = 'expected';
    }
  }
  if (item) items.push({ ...item, end: to });
  if (whole === null) return;

  const head = whole.head();
  if (items.length === 0 || !head.kind.endsWith('List')) {
    yield { start: from, end: to, head };
    return;
  }
  const itemKind = head.kind.slice(0, -4);
  for (const { start, end, reader } of items) {
    const read = reader.head();
    yield { start, end, head: read.kind === '' ? { ...read, kind: itemKind } : read };
  }
}

/** The head of an item of a List, if the text from `start` to `end` is exactly that one item, as it was before. */
export function soleItem(text: string, start: number, end: number, dashColumn: number): HeadText | null {
  if (end < text.length && text.charAt(end - 1) !== '\n') return null;
  let item: OpenItem | null = null;
  for (let line = start, next = 0; line < end; line = next) {
    next = nextLine(text, line, end);
    const column = columnOf(text, line, next);
    if (item === null) {
      if (column !== dashColumn || !isDash(text, line + column)) return null;
      item = openItem(text, line, line + column, next);
    } else if (column >= 0) {
      if (column <= dashColumn) return null;
      item.reader.read(text, column, line + column, next);
    }
  }
  return item?.reader.head() ?? null;
}
