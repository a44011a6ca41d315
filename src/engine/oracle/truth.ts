/** What can be said of a connection when an address may be unknown. */
export type Truth = 'yes' | 'no' | 'maybe';

export const truth = (value: boolean): Truth => (value ? 'yes' : 'no');

/** No as soon as one says no; yes only if all do. */
export function all(parts: readonly Truth[]): Truth {
  if (parts.includes('no')) return 'no';
  return parts.includes('maybe') ? 'maybe' : 'yes';
}

/** Yes as soon as one says yes; no only if all do. */
export function any(parts: readonly Truth[]): Truth {
  if (parts.includes('yes')) return 'yes';
  return parts.includes('maybe') ? 'maybe' : 'no';
}
