import { again } from './again';
import { BLANK, inDoubt, LINE_BREAK, type Cursor } from './cursor';
import { findKey } from './keys';
import { passValue } from './pass';

const COLON = 58;

/** Reads the value of the key that was found into a target, and moves to a line behind it. */
export type ReadField<Target> = (cursor: Cursor, target: Target) => void;

/** The fields of a map: which are read, which are passed over, and which others there may be. */
export interface Shape<Target> {
  readonly fields: readonly Field<Target>[];
  readonly byName: ReadonlyMap<string, number>;
  /** Whether a field of no such name may be there; otherwise the map is in doubt. */
  readonly allows: (name: string) => boolean;
  /** What to do with such a field. */
  readonly other: ReadField<Target>;
  /** By the number of a field, behind it: the field that followed it last. kubectl has an order, so it does again. */
  readonly following: Int32Array;
}

interface Field<Target> {
  readonly number: number;
  readonly codes: Uint8Array;
  readonly read: ReadField<Target>;
}

/** A field that is not in the shape, but may be there. */
const OTHER = -1;

/** Whoever reads a map has a bit for each field. */
const MOST_FIELDS = 64;

export function shape<Target>(
  names: readonly string[],
  allows: (name: string) => boolean,
  readers: Readonly<Record<string, ReadField<Target>>>,
  other: ReadField<Target> = passValue,
): Shape<Target> {
  if (names.length > MOST_FIELDS) throw new RangeError('too many fields');
  const fields = names.map((name, number): Field<Target> => ({
    number,
    codes: Uint8Array.from(name, (sign) => sign.charCodeAt(0)),
    read: readers[name] ?? again(passValue),
  }));
  const known = new Map<string, boolean>();
  return {
    fields,
    byName: new Map(names.map((name, index) => [name, index])),
    allows: (name) => {
      const answer = known.get(name) ?? allows(name);
      if (known.size < 1000) known.set(name, answer);
      return answer;
    },
    other,
    following: new Int32Array(names.length + 1),
  };
}

/** Finds the key that stands here and the field it names; `before` is the field in front of it, or -1. */
export function findField<Target>(
  cursor: Cursor,
  { fields, byName, allows, following }: Shape<Target>,
  before: number,
): Field<Target> | null {
  const guess = fields[following[before + 1] ?? 0];
  if (guess !== undefined && isAt(cursor, guess.codes)) return guess;
  if (!findKey(cursor)) throw inDoubt;
  const name = cursor.text.slice(cursor.keyStart, cursor.keyEnd);
  const index = byName.get(name) ?? OTHER;
  if (index === OTHER && !allows(name)) throw inDoubt;
  if (index !== OTHER) following[before + 1] = index;
  return fields[index] ?? null;
}

/** Whether the key that stands here is this one; then it is found. */
function isAt(cursor: Cursor, name: Uint8Array): boolean {
  const { codes, start } = cursor;
  const end = start + name.length;
  if (codes[end] !== COLON) return false;
  for (let at = 0; at < name.length; at++) if (codes[start + at] !== name[at]) return false;
  const next = codes[end + 1];
  if (next !== BLANK && next !== LINE_BREAK) return false;
  cursor.keyStart = start;
  cursor.keyEnd = end;
  cursor.value = end + (next === BLANK ? 2 : 1);
  return true;
}
