import type { Answer } from '../engine';

/** An answer together with the revision of the text it belongs to. */
export interface Analysis extends Answer {
  readonly revision: number;
}
