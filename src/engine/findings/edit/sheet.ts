import type { ListTree, MapEntry, MapTree, Tree } from '../../parse/tree';
import type { Range } from '../../source';
import type { BlockStyle } from './plain';

/** Changes of one document's text; offsets are those before any of them, and none overlap. */
export type Edits = readonly { readonly range: Range; readonly text: string }[];

/** Where a node stands: in an entry or an item of another one. */
type Spot =
  | { readonly parent: MapTree; readonly entry: MapEntry }
  | { readonly parent: ListTree; readonly index: number };

/** A document's text with its tree: what edits that keep comments, order and style need to know of both. */
export class Sheet {
  readonly source: string;
  readonly root: Tree;
  readonly eol: string;
  readonly #spots = new Map<Tree, Spot>();
  /** Maps with a `? key`: of what is in them nothing is edited but single words. */
  readonly #odd = new Set<MapTree>();
  #style: BlockStyle | null = null;

  constructor(source: string, root: Tree) {
    this.source = source;
    this.root = root;
    this.eol = source.includes('\r\n') ? '\r\n' : '\n';
    this.#visit(root);
  }

  /** Where a node is written; null for the root, for what stands there through an alias or a merge key, and in odd maps. */
  spotOf(tree: Tree): Spot | null {
    return this.#spots.get(tree) ?? null;
  }

  /** Whether a node is written where it is used, so that editing it changes nothing else. */
  isHere(tree: Tree): boolean {
    const isOdd = tree.kind === 'map' && this.#odd.has(tree);
    return !isOdd && (tree === this.root || this.#spots.has(tree));
  }

  /** In braces or brackets, its own or those of something around it. */
  isFlow(tree: Tree): boolean {
    const sign = this.source[tree.range.start];
    if (tree.kind !== 'scalar' && (sign === '{' || sign === '[')) return true;
    const spot = this.#spots.get(tree);
    return spot !== undefined && this.isFlow(spot.parent);
  }

  lineStart(at: number): number {
    return this.source.lastIndexOf('\n', at - 1) + 1;
  }

  /** Before the line break; the end of the text on its last line. */
  lineEnd(at: number): number {
    const end = this.source.indexOf('\n', at);
    if (end < 0) return this.source.length;
    return this.source[end - 1] === '\r' && end > at ? end - 1 : end;
  }

  /** From 0. */
  column(at: number): number {
    return at - this.lineStart(at);
  }

  /** Behind the line break; the end of the text on its last line. */
  nextLine(at: number): number {
    const end = this.source.indexOf('\n', at);
    return end < 0 ? this.source.length : end + 1;
  }

  /** Behind the colon of an entry; behind its key where there is no colon. */
  colonEnd({ keyRange }: Pick<MapEntry, 'keyRange'>): number {
    const blanks =
      /^[ \t]*:/.exec(this.source.slice(keyRange.end, this.lineEnd(keyRange.end)))?.[0].length ?? 0;
    return keyRange.end + blanks;
  }

  /** Where an entry or an item ends, without comments behind it. */
  endOf({ value, keyRange }: Pick<MapEntry, 'value' | 'keyRange'>): number {
    return isUnwritten(value) ? this.colonEnd({ keyRange }) : value.range.end;
  }

  /** The end of the line on which something ends, or of the last comment below that is further in than `column`. */
  endWithComments(end: number, column: number): number {
    let last = this.lineEnd(end);
    for (let at = this.nextLine(last); at < this.source.length; at = this.nextLine(at)) {
      const line = this.source.slice(at, this.lineEnd(at));
      const sign = line.search(/\S/);
      if (sign >= 0 && (line[sign] !== '#' || sign <= column)) break;
      if (sign >= 0) last = this.lineEnd(at);
    }
    return last;
  }

  /** Whether only blanks stand before it on its line. */
  startsLine(at: number): boolean {
    return this.source.slice(this.lineStart(at), at).trim() === '';
  }

  /** Whether behind it on its line there is nothing but perhaps a comment. */
  endsLine(at: number): boolean {
    return /^\s*(?:\s#.*)?$/.test(this.source.slice(at, this.lineEnd(at)));
  }

  /** Of the first collections that show it; else the usual one. */
  get style(): BlockStyle {
    this.#style ??= styleOf(this, [...this.#spots]);
    return this.#style;
  }

  #visit(tree: Tree): void {
    if (tree.kind === 'list') {
      tree.items.forEach((item, index) => {
        this.#place(item, { parent: tree, index });
      });
    } else if (tree.kind === 'map') {
      const written = tree.entries.filter(({ keyRange }) => isWithin(keyRange, tree.range));
      if (written.some((entry) => this.#isAsked(tree, entry))) this.#odd.add(tree);
      else
        for (const entry of written)
          if (this.#hasColon(entry)) this.#place(entry.value, { parent: tree, entry });
    }
  }

  /** `? key`, with its colon on another line unless that is in braces. */
  #isAsked(map: MapTree, entry: MapEntry): boolean {
    const { start } = entry.keyRange;
    if (!this.#hasColon(entry) && this.source[map.range.start] !== '{') return true;
    return /(?:^|[\s,{[])\?[ \t]+(?:[!&]\S*[ \t]+)*$/.test(this.source.slice(Math.max(0, start - 80), start));
  }

  /** In braces a key may do without. */
  #hasColon({ keyRange: { end } }: MapEntry): boolean {
    return /^[ \t]*:/.test(this.source.slice(end, end + 80));
  }

  #place(tree: Tree, spot: Spot): void {
    const { range } = spot.parent;
    const at: Range = 'entry' in spot ? spot.entry.keyRange : tree.range;
    const isThere = isWithin(at, range) && this.source[tree.range.start] !== '*';
    if (!isThere || this.#spots.has(tree)) return;
    this.#spots.set(tree, spot);
    this.#visit(tree);
  }
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A null that takes no characters. */
export function isUnwritten(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.range.start === tree.range.end;
}

function styleOf(sheet: Sheet, spots: readonly (readonly [Tree, Spot])[]): BlockStyle {
  let step: number | null = null;
  let dash: number | null = null;
  let flowWords: boolean | null = null;
  for (const [tree, spot] of spots) {
    if (tree.kind === 'scalar') continue;
    const isFlow = sheet.isFlow(tree);
    if (tree.kind === 'list' && tree.items.every(({ kind }) => kind === 'scalar')) flowWords ??= isFlow;
    if (isFlow || !('entry' in spot) || !sheet.startsLine(tree.range.start)) continue;
    const further = sheet.column(tree.range.start) - sheet.column(spot.entry.keyRange.start);
    if (tree.kind === 'list') dash ??= further;
    else step ??= further;
  }
  return { step: step ?? 2, dash: dash ?? 2, flowWords: flowWords ?? false };
}
