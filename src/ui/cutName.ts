/** A long name in pieces: where it has to be cut, it is cut in `start` first, then in `middle`, and never in `end`. */
export interface NameParts {
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

/** Shorter names fit everywhere. */
const LONG = 14;
/** A start that is shared is put aside from this length on. */
const SHARED = 10;
const END_MOST = 8;
const START_LEAST = 3;

/** `telling`: from where on it differs from names beside it. Null: it is short. */
export function partsOf(name: string, telling = 0): NameParts | null {
  if (name.length < LONG) return null;
  const end = endAt(name);
  const middle = telling > 0 && telling < end ? telling : end;
  return { start: name.slice(0, middle), middle: name.slice(middle, end), end: name.slice(end) };
}

/** As many of its last words as are short together: of `checkout-primary-eu-west-1` the last two. */
function endAt(name: string): number {
  const least = name.length - END_MOST;
  const words = [...name.slice(least).matchAll(/[^-._/ ]+/g)].map(({ index }) => least + index);
  return words.find((at) => /[-._/ ]/.test(name[at - 1] ?? '')) ?? name.length - END_MOST + 2;
}

/** Where there is no layout that could cut it: at most so many letters. */
export function shortName(name: string, most: number, telling = 0): string {
  const parts = partsOf(name, telling);
  if (name.length <= most || parts === null) return name;
  const { start, middle, end } = parts;
  const room = Math.max(most - middle.length - end.length - 1, START_LEAST);
  const rest = most - room - 1;
  const told = middle.length + end.length <= rest ? middle : `${middle.slice(0, rest - end.length - 1)}…`;
  return `${start.slice(0, room)}…${told}${end}`;
}

/**
 * From where on each name tells what it names from its kin: behind the words with which the long names of one kin
 * begin. 0: they have none in common. In the order given.
 */
export function tellingOf<Item extends { readonly name: string }>(
  items: readonly Item[],
  kinOf: (item: Item) => string,
): readonly number[] {
  const kins = new Map<string, string[]>();
  for (const item of items) {
    if (item.name.length < LONG) continue;
    const kin = kinOf(item);
    const names = kins.get(kin);
    if (names === undefined) kins.set(kin, [item.name]);
    else names.push(item.name);
  }
  const found = new Map([...kins].map(([kin, names]) => [kin, sharedStarts(names)]));
  return items.map((item) => found.get(kinOf(item))?.get(item.name) ?? 0);
}

/** Sorted, names that begin alike stand together. */
function sharedStarts(names: readonly string[]): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  const sorted = [...new Set(names)].sort();
  let next = 0;
  while (next < sorted.length) {
    const first = next;
    let shared = 0;
    for (next++; next < sorted.length; next++) {
      const length = sharedStart(sorted[first] ?? '', sorted[next] ?? '');
      if (length < SHARED) break;
      shared = length;
    }
    for (const name of sorted.slice(first, next)) starts.set(name, shared);
  }
  return starts;
}

/** The whole words with which both begin. */
function sharedStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  while (same > 0 && !/[-._/ ]/.test(a[same - 1] ?? '')) same--;
  return same;
}
