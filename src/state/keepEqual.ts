/**
 * `now`, with every part that says the same as before taken from `before`: what did not change stays the same object, so
 * whoever shows it need not draw it again. Only plain objects and arrays are looked into.
 */
export function keepEqual<T>(before: unknown, now: T): T {
  return kept(before, now) as T;
}

function kept(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) {
    const parts = now.map((part: unknown, index) => kept(before[index], part));
    return parts.length === before.length && parts.every((part, index) => part === before[index])
      ? before
      : parts;
  }
  if (isPlain(before) && isPlain(now)) {
    const parts = Object.entries(now).map(([key, part]) => [key, kept(before[key], part)] as const);
    const isSame =
      parts.length === Object.keys(before).length &&
      parts.every(([key, part]) => key in before && part === before[key]);
    return isSame ? before : Object.fromEntries(parts);
  }
  return now;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
