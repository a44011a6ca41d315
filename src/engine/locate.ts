import type { DecodedObject } from './model/objects';
import type { FileId, Place, Range } from './source';

/** Where a decoded object's document stands now: its file, and the offset at which the document begins. */
export interface Standing {
  readonly file: FileId;
  readonly start: number;
}

/** Turns a range inside an object's document into a place in the user's file. */
export type Locate = (object: DecodedObject, range: Range) => Place;

export function locator(standings: ReadonlyMap<DecodedObject, Standing>): Locate {
  return (object, range) => {
    const { file, start } = standings.get(object) ?? { file: '', start: 0 };
    return { file, start: start + range.start, end: start + range.end };
  };
}
