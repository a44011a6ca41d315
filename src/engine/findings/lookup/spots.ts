import type { MapEntry, MapTree, ScalarTree, Tree } from '../../parse/tree';
import type { Range } from '../../source';

/** The entry whose key starts here, with its map. */
export function entryAt(
  tree: Tree,
  start: number,
): { readonly map: MapTree; readonly entry: MapEntry } | null {
  if (tree.kind === 'scalar' || start < tree.range.start || start >= tree.range.end) return null;
  if (tree.kind === 'map') {
    const entry = tree.entries.find(({ keyRange }) => keyRange.start === start);
    if (entry) return { map: tree, entry };
  }
  return firstOf(tree, (inner) => entryAt(inner, start));
}

/** The scalar that starts here. */
export function scalarAt(tree: Tree, start: number): ScalarTree | null {
  if (start < tree.range.start || start > tree.range.end) return null;
  if (tree.kind === 'scalar') return tree.range.start === start ? tree : null;
  return firstOf(tree, (inner) => scalarAt(inner, start));
}

/** As much of a range as stands on its first line: long ones are not marked all over. */
export function firstLine(source: string, { start, end }: Range): Range {
  const line = source.slice(start, end).search(/[ \t]*\r?\n/);
  return { start, end: line < 0 ? end : start + line };
}

function firstOf<T>(tree: Exclude<Tree, ScalarTree>, find: (inner: Tree) => T | null): T | null {
  const inner = tree.kind === 'list' ? tree.items : tree.entries.map(({ value }) => value);
  for (const one of inner) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}
