import type { Place } from '../../engine';

/** A place in the first file. */
export const somePlace: Place = { file: 'file-1', start: 0, end: 4 };
