import type { Range } from '../source';

/**
 * A parsed document, free of YAML's machinery: aliases and merge keys are already resolved, every node knows its
 * range. Offsets count from the start of the document.
 */
export type Tree = MapTree | ListTree | ScalarTree;

export interface MapTree {
  readonly kind: 'map';
  readonly range: Range;
  /** In source order; keys are unique (a duplicate was reported and the last one kept). */
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Tree;
}

export interface ListTree {
  readonly kind: 'list';
  readonly range: Range;
  readonly items: readonly Tree[];
}

export interface ScalarTree {
  readonly kind: 'scalar';
  readonly range: Range;
  readonly value: string | number | boolean | null;
  /** The characters as written (`0x50`, `1e3`, `yes`), needed to tell what another YAML reader would make of them. */
  readonly source: string;
  /** Written without quotes and not as a block scalar. */
  readonly plain: boolean;
}

/** The value of `key`, or undefined when it is absent. */
export function entryOf(map: MapTree, key: string): MapEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}
