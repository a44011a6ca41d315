import type { Row } from './rows';

/** What a key does in the tree. */
export type KeyEffect =
  | { readonly kind: 'focus'; readonly index: number }
  | { readonly kind: 'expand' | 'collapse'; readonly key: string }
  | { readonly kind: 'activate'; readonly index: number }
  | { readonly kind: 'expandSiblings'; readonly keys: readonly string[] };

/** The row a row is inside of, or -1. */
function parentOf(rows: readonly Row[], index: number): number {
  const level = rows[index]?.level ?? 1;
  for (let above = index - 1; above >= 0; above--) if ((rows[above]?.level ?? 1) < level) return above;
  return -1;
}

/** What a key does while the row at `index` has the focus, as the ARIA pattern for trees says; null: nothing. */
export function keyEffect(key: string, rows: readonly Row[], index: number, page: number): KeyEffect | null {
  const row = rows[index];
  if (!row) return null;
  const focus = (to: number): KeyEffect => ({
    kind: 'focus',
    index: Math.min(Math.max(to, 0), rows.length - 1),
  });
  switch (key) {
    case 'ArrowDown':
      return focus(index + 1);
    case 'ArrowUp':
      return focus(index - 1);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(rows.length - 1);
    case 'PageDown':
      return focus(index + page);
    case 'PageUp':
      return focus(index - page);
    case 'ArrowRight':
      if (row.type === 'object') return null;
      return row.expanded ? focus(index + 1) : { kind: 'expand', key: row.key };
    case 'ArrowLeft': {
      if (row.type !== 'object' && row.expanded) return { kind: 'collapse', key: row.key };
      const parent = parentOf(rows, index);
      return parent < 0 ? null : focus(parent);
    }
    case '*':
      return {
        kind: 'expandSiblings',
        keys: rows.flatMap((other) =>
          other.type !== 'object' && other.level === row.level ? [other.key] : [],
        ),
      };
    case 'Enter':
    case ' ':
      return { kind: 'activate', index };
  }
  return null;
}

/** The words a row is found by when somebody types. */
export const rowTitle = (row: Row): string => (row.type === 'object' ? row.head.name : row.title);

/** The next row, going round, whose words begin with what was typed; -1 when there is none. */
export function typeahead(typed: string, rows: readonly Row[], index: number): number {
  const wanted = typed.toLowerCase();
  // A further letter may stay on the row it has found; a first one goes on.
  const skip = wanted.length > 1 ? 0 : 1;
  for (let step = skip; step < rows.length + skip; step++) {
    const at = (index + step) % rows.length;
    const row = rows[at];
    if (row && rowTitle(row).toLowerCase().startsWith(wanted)) return at;
  }
  return -1;
}
