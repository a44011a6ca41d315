const MOST = 22;

/** Fits the widest card: a long name loses its middle, because both its ends tell names apart. */
export function shortName(name: string, most = MOST): string {
  if (name.length <= most) return name;
  const head = Math.ceil((most - 1) * 0.6);
  return `${name.slice(0, head)}…${name.slice(name.length - (most - 1 - head))}`;
}
