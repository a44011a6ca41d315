import { sortedPositions, type NamespaceGroup } from './grouping';
import type { Head } from './head';

interface AnyRow {
  readonly key: string;
  readonly level: number;
  /** Of how many, and as the which of them, from 1. */
  readonly setSize: number;
  readonly positionInSet: number;
}

/** A row that opens and closes. */
export interface GroupRow extends AnyRow {
  readonly type: 'namespace' | 'kind';
  readonly title: string;
  readonly expanded: boolean;
  readonly size: number;
  /** What is in it, where the size does not say it. */
  readonly counts: string;
}

/** A row that stands for an object. */
export interface ObjectRow extends AnyRow {
  readonly type: 'object';
  readonly head: Head;
  /** Place in the index. */
  readonly position: number;
}

/** One line of the tree as it is drawn. */
export type Row = GroupRow | ObjectRow;

/** The key of an object's row. */
export const objectKey = (id: number): string => `o:${String(id)}`;

/** The lines of the tree from top to bottom: what is inside a closed group is left out. */
export function flatten(
  groups: readonly NamespaceGroup[],
  heads: readonly Head[],
  isExpanded: (key: string) => boolean,
): readonly Row[] {
  const rows: Row[] = [];
  const addObjects = (positions: readonly number[], level: number): void => {
    positions.forEach((position, at) => {
      const head = heads[position];
      if (!head) return;
      const place = { level, setSize: positions.length, positionInSet: at + 1 };
      rows.push({ type: 'object', key: objectKey(head.id), head, position, ...place });
    });
  };
  groups.forEach((group, at) => {
    const { key, title, size, counts, kinds, loose } = group;
    const expanded = isExpanded(key);
    const place = { level: 1, setSize: groups.length, positionInSet: at + 1 };
    rows.push({ type: 'namespace', key, title, size, counts, expanded, ...place });
    if (!expanded) return;
    kinds.forEach((kind, index) => {
      const open = isExpanded(kind.key);
      rows.push({
        type: 'kind',
        key: kind.key,
        title: kind.kind,
        size: kind.positions.length,
        counts: '',
        expanded: open,
        level: 2,
        setSize: kinds.length,
        positionInSet: index + 1,
      });
      if (open) addObjects(sortedPositions(kind, heads), 3);
    });
    addObjects(loose, 2);
  });
  return rows;
}
