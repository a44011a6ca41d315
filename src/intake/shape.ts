/**
 * What survives of a value. A value of another type than its shape expects does not survive, with the exception of
 * null; everything that is not named does not survive either.
 */
export type Shape =
  | { readonly kind: 'all' }
  | { readonly kind: 'scalar' }
  /** Any key, but only plain values: labels and equality selectors. */
  | { readonly kind: 'labels' }
  /** `only`: of its items just those in which this key has this value. */
  | { readonly kind: 'list'; readonly item: Shape; readonly only: Only | null }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Shape> }
  /** The reverse: everything but these survives, mistakes included; what is not named is shaped by `rest`. */
  | {
      readonly kind: 'allBut';
      readonly dropped: ReadonlySet<string>;
      readonly fields: ReadonlyMap<string, Shape>;
      readonly rest: Shape;
    }
  /** A Kubernetes object, shaped by its own kind, or by `kindless` when it names none. */
  | { readonly kind: 'object'; readonly kindless: string }
  /** A piece of something: everything but the keys that hold secrets, and objects inside it by their kind. */
  | { readonly kind: 'fragment' };

export interface Only {
  readonly key: string;
  readonly value: string;
}

export const all: Shape = { kind: 'all' };
export const scalar: Shape = { kind: 'scalar' };
export const labels: Shape = { kind: 'labels' };
export const fragment: Shape = { kind: 'fragment' };

/** A list of which each item is shaped. */
export const list = (item: Shape): Shape => ({ kind: 'list', item, only: null });

/** The same, but only of the items in which a key has a value. */
export const listOnly = (key: string, value: string, item: Shape): Shape => ({
  kind: 'list',
  item,
  only: { key, value },
});

/** Only these keys, each in its own shape. */
export const fields = (shapes: Readonly<Record<string, Shape>>): Shape => ({
  kind: 'fields',
  fields: new Map(Object.entries(shapes)),
});

/** Only these keys, all of them plain values. */
export const scalars = (...keys: readonly string[]): Shape => ({
  kind: 'fields',
  fields: new Map(keys.map((key) => [key, scalar])),
});

/** Below these stand labels, which may be called `env`; a mistake in them must stay one. */
const selectorKeys: ReadonlySet<string> = new Set([
  'labels',
  'matchLabels',
  'matchExpressions',
  'podSelector',
  'namespaceSelector',
]);

/** What to do with one key of a map: its shape, or null when it is left out whatever it holds. */
export function shapeOfKey(shape: Shape, key: string): Shape | null {
  switch (shape.kind) {
    case 'all':
      return all;
    case 'labels':
      return scalar;
    case 'fields':
      return shape.fields.get(key) ?? null;
    case 'allBut':
      return shape.dropped.has(key) ? null : (shape.fields.get(key) ?? shape.rest);
    case 'fragment':
      return selectorKeys.has(key) ? all : fragment;
    case 'scalar':
    case 'list':
    case 'object':
      return null;
  }
}
