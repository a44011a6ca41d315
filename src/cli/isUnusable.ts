import type { Answer } from '../engine';

/** Nothing in the input is an object, not even one with errors. */
export function isUnusable({ receipt: { used, ignored, unsupported, rejected } }: Answer): boolean {
  const named = rejected.filter(({ kind }) => kind !== 'document');
  const objects = used.filter(({ kind }) => kind !== 'Expectations');
  return objects.length + ignored.length + unsupported.length + named.length === 0;
}
