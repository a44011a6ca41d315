/** What can be said of a connection when an address, or the labels of a namespace, may be unknown. */
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

/** Yes or no where it is the same whatever the unknown is. */
export function whatever(answers: readonly boolean[]): Truth {
  if (answers.every((answer) => answer)) return 'yes';
  return answers.some((answer) => answer) ? 'maybe' : 'no';
}
