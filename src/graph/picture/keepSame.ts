/**
 * The newer list with every object that looks the same replaced by the older one, and the older list itself when
 * nothing differs: what keeps its identity is not drawn again.
 */
export function keepSame<Item extends { readonly id: string }>(
  older: Item[],
  newer: readonly Item[],
): Item[] {
  const known = new Map(older.map((item) => [item.id, item]));
  const kept = newer.map((item) => {
    const before = known.get(item.id);
    return before !== undefined && looksSame(before, item) ? before : item;
  });
  const unchanged = kept.length === older.length && kept.every((item, index) => item === older[index]);
  return unchanged ? older : kept;
}

/** Deep equality of plain objects, arrays and primitives. */
export function looksSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && looksSame(a[key], b[key]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
