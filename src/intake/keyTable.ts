import { keyEnd } from './blockLine';
import { blockOf, type DroppedBlock } from './droppedCounts';
import type { LineTable } from './lineTable';
import { shapeOfKey, type Shape } from './shape';

/** A key in maps of one shape, and what becomes of it. */
export interface KnownKey {
  readonly name: string;
  /** Null when it is left out. */
  readonly inner: Shape | null;
  /** What it is counted as then. */
  readonly block: DroppedBlock;
  readonly codes: Uint8Array;
  /** The key that followed it last: kubectl has an order, so it most likely does again. */
  next: KnownKey | null;
}

const COLON = 58;
const SPACE = 32;

/** Labels may be called anything. */
const MOST = 1000;

/**
 * The keys met in maps of one shape. A dump repeats a few hundred keys a million times: one that is known is found by its
 * characters, without a string made of it, and nearly always where it was expected.
 */
export class KeyTable {
  readonly #shape: Shape;
  readonly #known = new Map<string, KnownKey>();
  /** Stands before the first key of a map. */
  readonly start: KnownKey;

  constructor(shape: Shape) {
    this.#shape = shape;
    this.start = this.#read('');
  }

  /** The key that begins at `at`, on a line that ends at `end`, behind another one; null when the line is no plain entry. */
  after(before: KnownKey, { text, codes }: LineTable, at: number, end: number): KnownKey | null {
    const guess = before.next;
    if (guess !== null && isAt(guess.codes, codes, at, end)) return guess;
    const colon = keyEnd(codes, at, end);
    if (colon < 0) return null;
    const name = text.slice(at, colon);
    const key = this.#known.get(name) ?? this.#read(name);
    before.next = key;
    return key;
  }

  #read(name: string): KnownKey {
    const codes = Uint8Array.from(name, (sign) => sign.charCodeAt(0));
    const inner = shapeOfKey(this.#shape, name);
    // The name is part of a text that nobody else may need any longer.
    const own = String.fromCharCode(...codes);
    const key: KnownKey = { name: own, inner, block: blockOf(name), codes, next: null };
    if (this.#known.size < MOST) this.#known.set(own, key);
    return key;
  }
}

function isAt(name: Uint8Array, codes: Uint8Array, at: number, end: number): boolean {
  const colon = at + name.length;
  if (colon >= end || codes[colon] !== COLON) return false;
  for (let index = 0; index < name.length; index++) if (codes[at + index] !== name[index]) return false;
  return colon + 1 === end || codes[colon + 1] === SPACE;
}

const tables = new WeakMap<Shape, KeyTable>();

/** The one table of a shape. */
export function keyTableOf(shape: Shape): KeyTable {
  const known = tables.get(shape);
  if (known !== undefined) return known;
  const table = new KeyTable(shape);
  tables.set(shape, table);
  return table;
}
