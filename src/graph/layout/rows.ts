/** Things with a width in `count` rows of about equal width, in order; rows that would be empty are left out. */
export function inRows<Item>(
  items: readonly Item[],
  widthOf: (item: Item) => number,
  count: number,
): readonly (readonly Item[])[] {
  const total = items.reduce((sum, item) => sum + widthOf(item), 0);
  const rows: Item[][] = [];
  let used = 0;
  for (const item of items) {
    const width = widthOf(item);
    const row = Math.min(count - 1, Math.floor(((used + width / 2) / total) * count));
    (rows[row] ??= []).push(item);
    used += width;
  }
  return rows.filter((row) => row.length > 0);
}
