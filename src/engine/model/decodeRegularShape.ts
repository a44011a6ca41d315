import { shape, type ReadField, type Shape } from '../parse/regular/shape';
import { nearest } from './unknownFields';

/** For types that grow: an unknown field may be a new one if it is like no known one. */
export function lenientShape<Target>(
  known: readonly string[],
  readers: Readonly<Record<string, ReadField<Target>>>,
): Shape<Target> {
  return shape(known, (name) => nearest(name, known) === null, readers);
}
