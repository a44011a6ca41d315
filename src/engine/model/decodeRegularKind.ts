import type { Cursor } from '../parse/regular/cursor';
import type { Range } from '../source';
import type { RegularMetadata } from './decodeRegularMetadata';
import type { DecodedObject } from './objects';

/** Starts to read an object of one kind from text of the regular form. */
export type RegularKind = () => {
  /** The value of the key that was found, which is `spec`. */
  readonly readSpec: (cursor: Cursor) => void;
  /** The same for `status`. */
  readonly readStatus: (cursor: Cursor) => void;
  readonly finish: (metadata: RegularMetadata, range: Range) => DecodedObject;
};
