import { CST } from 'yaml';
import { dropTrailingComments, withoutLineComments } from './comments';
import type { Tally } from './droppedCounts';
import { isEntry, type Collection, type Item } from './tokens';

/** What one document's cutting needs to know and adds up. */
export interface Cutting {
  readonly tally: Tally;
  /** The document as written, which the tokens' offsets count in. */
  readonly source: string;
  /** Collections whose first entry went: the comments that led to it stand outside of them, and go too. */
  readonly headless: Set<CST.Token>;
  /** By collection that was emptied: the indentation of what comes next, which its last entry held. */
  readonly carried: Map<CST.Token, CST.SourceToken>;
}

/** Removes the items that are not kept, together with the comments around them (in a policy: before them). */
export function cutEntries(
  collection: Collection,
  isPolicy: boolean,
  cutting: Cutting,
  keeps: (item: Item) => boolean,
): void {
  const kept: Item[] = [];
  const first = collection.items[0];
  let cutBefore = false;
  let emptied = true;
  let carried: CST.SourceToken | undefined;
  for (const item of collection.items) {
    if (carried) item.start.unshift(carried);
    carried = undefined;
    if (!isEntry(item)) {
      // Comments or a comma after the last entry.
      if (!cutBefore || isPolicy) kept.push(item);
      else carried = takeBlank(item);
      continue;
    }
    if (!keeps(item)) {
      cutBefore = true;
      carried = takeBlank(item);
      const previous = kept.at(-1);
      if (previous) takeBlank(previous);
      if (!previous) cutting.headless.add(collection);
      else if (!isPolicy) dropTrailingComments(previous, cutting.source);
      continue;
    }
    if (cutBefore && !isPolicy) item.start = withoutComments(item.start);
    if (emptied && item !== first) item.start = asFirst(item.start, first?.start ?? [], collection.type);
    kept.push(item);
    cutBefore = false;
    emptied = false;
  }
  const hadEntries = collection.items.some(isEntry);
  if (carried && emptied) cutting.carried.set(collection, carried);
  else if (carried) kept.push({ start: [carried] });
  replaceItems(collection, emptied && hadEntries ? [] : kept);
}

function replaceItems(collection: Collection, items: Item[]): void {
  collection.items.length = 0;
  // The three kinds of collection differ in what their items may leave out; the items come from the same one.
  (collection.items as Item[]).push(...items);
}

/**
 * The parser leaves a line's indentation to the entry before it when comments stand in between: takes it away from
 * that entry.
 */
function takeBlank(item: CST.CollectionItem): CST.SourceToken | undefined {
  const { start, sep, value } = item;
  if (value && CST.isCollection(value) && value.type !== 'flow-collection') {
    const last = value.items.at(-1);
    return last && takeBlank(last);
  }
  const tokens = value ? ('end' in value ? value.end : undefined) : (sep ?? start);
  const [before, last] = tokens?.slice(-2) ?? [];
  // By itself stands what was taken from an entry that is gone.
  const isAlone = before?.type === 'space' && !last && !item.key && !value;
  return isAlone || (before?.type === 'newline' && last?.type === 'space') ? tokens?.pop() : undefined;
}

/** The start of an item that has become the first: no indentation, no comma, the dash stays. */
function asFirst(
  start: CST.SourceToken[],
  oldFirst: CST.SourceToken[],
  type: Collection['type'],
): CST.SourceToken[] {
  if (type === 'flow-collection') return oldFirst.filter((token) => token.type !== 'comment');
  const blank = start.findIndex((token) => token.type !== 'space' && token.type !== 'newline');
  return blank < 0 ? [] : start.slice(blank);
}

/** Comments and the blank before them go; line ends stay where something stood on the line. */
function withoutComments(tokens: CST.SourceToken[]): CST.SourceToken[] {
  return tokens.filter(
    (token, index) =>
      token.type !== 'comment' &&
      !(token.type === 'newline' && tokens[index - 1]?.type === 'comment') &&
      !(token.type === 'space' && tokens[index + 1]?.type === 'comment'),
  );
}

/** What follows for the entry that holds a collection from what was cut of it. */
export function tidy(item: Item, cutting: Cutting): void {
  if (item.value && cutting.headless.has(item.value)) {
    if (item.sep) item.sep = withoutLineComments(item.sep, cutting.source);
    else item.start = withoutLineComments(item.start, cutting.source);
  }
  closeEmptied(item, cutting);
}

/** A block collection whose entries are all gone is written `{}` or `[]`. */
function closeEmptied(item: Item, { source, carried }: Cutting): void {
  const { value } = item;
  if (!value || (value.type !== 'block-map' && value.type !== 'block-seq') || value.items.length > 0) return;
  const { offset, indent } = value;
  const blank = carried.get(value);
  const lead = item.sep ?? item.start;
  const indicator = lead.findLastIndex(
    (token) => token.type === 'map-value-ind' || token.type === 'seq-item-ind',
  );
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  lead.splice(indicator + 1, lead.length, { type: 'space', offset, indent, source: ' ' });
  item.value = {
    type: 'scalar',
    offset,
    indent,
    source: value.type === 'block-map' ? '{}' : '[]',
    end: [{ type: 'newline', offset, indent, source: newline }, ...(blank ? [blank] : [])],
  };
}
