import { knownFields, nearest } from '../engine';

/**
 * What survives of a value. Of a value of another type than its shape expects only the type survives, so that the
 * mistake is still reported; everything that is not named does not survive.
 */
export type Shape =
  | { readonly kind: 'all' }
  | { readonly kind: 'scalar' }
  /** Nothing but the type: empty text, an empty map or list. */
  | { readonly kind: 'hollow' }
  /** Any key, but only plain values: labels and equality selectors. */
  | { readonly kind: 'labels' }
  /** `only`: of its items just those in which this key has this value. */
  | { readonly kind: 'list'; readonly item: Shape; readonly only: Only | null }
  /** Keys that are mistakes are kept as well, without what is below them. */
  | {
      readonly kind: 'fields';
      readonly fields: ReadonlyMap<string, Shape>;
      readonly isMistake: (key: string) => boolean;
    }
  /** The reverse: everything but these survives, mistakes included; what is not named is shaped by `rest`. */
  | {
      readonly kind: 'allBut';
      readonly dropped: ReadonlySet<string>;
      readonly fields: ReadonlyMap<string, Shape>;
      readonly rest: Shape;
    }
  /** A Kubernetes object, shaped by its own kind, or by `kindless` when it names none. */
  | { readonly kind: 'object'; readonly kindless: string }
  /**
   * A piece of a manifest: everything but what holds secrets, and objects inside it by their kind. `staysMistaken`: where
   * their keys are mistakes, they stay.
   */
  | { readonly kind: 'fragment'; readonly staysMistaken: boolean }
  /** Of something else that has a few keys in common with manifests: what stands below those, as in a piece of one. */
  | { readonly kind: 'foreign' }
  /** One of the two, and of several values in a list each by itself. */
  | { readonly kind: 'unnamed' };

export interface Only {
  readonly key: string;
  readonly value: string;
}

export const all: Shape = { kind: 'all' };
export const scalar: Shape = { kind: 'scalar' };
export const labels: Shape = { kind: 'labels' };
export const hollow: Shape = { kind: 'hollow' };
export const fragment: Shape = { kind: 'fragment', staysMistaken: false };
/** What a person wrote of a policy. */
export const written: Shape = { kind: 'fragment', staysMistaken: true };
export const unnamed: Shape = { kind: 'unnamed' };

/** A part of a policy: its mistakes stay, and its comments. */
export const isOfPolicy = (shape: Shape): boolean =>
  shape.kind === 'allBut' || (shape.kind === 'fragment' && shape.staysMistaken);

/** A list of which each item is shaped. */
export const list = (item: Shape): Shape => ({ kind: 'list', item, only: null });

/** The same, but only of the items in which a key has a value. */
export const listOnly = (key: string, value: string, item: Shape): Shape => ({
  kind: 'list',
  item,
  only: { key, value },
});

const never = (): boolean => false;

/** Only these keys, each in its own shape, and the mistaken ones. */
export const fields = (
  shapes: Readonly<Record<string, Shape>>,
  isMistake: (key: string) => boolean = never,
): Shape => ({ kind: 'fields', fields: new Map(Object.entries(shapes)), isMistake });

/** Only these keys, all of them plain values, and the mistaken ones. */
export const scalars = (keys: readonly string[], isMistake: (key: string) => boolean = never): Shape =>
  fields(Object.fromEntries(keys.map((key) => [key, scalar])), isMistake);

const labelsKey = /^(?:labels|matchLabels|matchExpressions|\w*[sS]elector)$/;

/** Below such a key stand labels, which may be called anything, also `env`; a mistake in them must stay one. */
export const holdsLabels = (key: string): boolean => labelsKey.test(key);

const policyWords = `
  allow apiVersion appliedTo blocks destination egress except expectations from ingress ipBlock items kind matchExpressions
  matchLabels metadata namespaceSelector namespaces networks nodes podSelector pods policyTypes ports protocols source
  spec specs subject to values`.split(/\s+/);
type Known = readonly string[] | Readonly<Record<string, readonly string[]>>;
const manifestKeys = new Set([
  ...policyWords,
  ...Object.values<Known>(knownFields).flatMap((known) =>
    Object.values<string | readonly string[]>(known).flat(),
  ),
]);

/** As good as nothing but manifests have something below such a key; also below one that is mistyped. */
const isOfManifest = (key: string): boolean =>
  manifestKeys.has(key) ||
  /^(?:from|to)[A-Z]|^(?:in|e)gressDeny$/.test(key) ||
  nearest(key, policyWords) !== null;

/** Of a map without a kind, by the keys below which it has lists and maps. */
export const shapeOfUnnamed = (nested: readonly string[]): Shape =>
  nested.every((key) => isOfManifest(key) || holdsLabels(key)) ? fragment : { kind: 'foreign' };

/** What to do with one key of a map: its shape, or null when it is left out whatever it holds. */
export function shapeOfKey(shape: Shape, key: string): Shape | null {
  switch (shape.kind) {
    case 'all':
      return all;
    case 'labels':
      return scalar;
    case 'fields':
      return shape.fields.get(key) ?? (shape.isMistake(key) ? hollow : null);
    case 'allBut':
      return shape.dropped.has(key) ? null : (shape.fields.get(key) ?? shape.rest);
    case 'fragment':
      return holdsLabels(key) ? all : shape;
    case 'foreign':
      return holdsLabels(key) ? all : isOfManifest(key) ? fragment : hollow;
    case 'scalar':
    case 'hollow':
    case 'list':
    case 'object':
    case 'unnamed':
      return null;
  }
}
