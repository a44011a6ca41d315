import { blockOf, type Tally } from './droppedCounts';
import { kindUnder, objectKeys, shapeOfKind, shapeOfRoot } from './kindShapes';
import { holdsSecret, tellsSecret } from './secretNames';
import { hollow, isOfPolicy, shapeOfKey, shapeOfUnnamed, type Only, type Shape } from './shape';

/** Stands for "does not survive"; never part of a result. */
const dropped = Symbol('dropped');

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What survives of a document's plain value; the same object-by-kind rules as for its text. */
export function whitelistRoot(value: unknown, tally: Tally): unknown {
  return whitelistAs(value, shapeOfRoot(isMap(value) ? kindOf(value) : null), tally);
}

/** What survives of a value of a shape; null when nothing does. */
export function whitelistAs(value: unknown, shape: Shape, tally: Tally): unknown {
  const kept = whitelist(value, shape, tally);
  return kept === dropped ? null : kept;
}

function whitelist(value: unknown, shape: Shape, tally: Tally): unknown {
  if (value === null || value === undefined) return value;
  switch (shape.kind) {
    case 'all':
      return value;
    case 'scalar':
      return typeof value === 'object' ? emptied(value, tally) : value;
    case 'hollow':
      return emptied(value, tally);
    case 'list':
      return Array.isArray(value)
        ? whitelistList(value, shape.item, shape.only, tally)
        : emptied(value, tally);
    case 'labels':
    case 'fields':
      return isMap(value) ? whitelistMap(value, shape, tally) : emptied(value, tally);
    case 'allBut':
      return isMap(value) ? whitelistMap(value, shape, tally) : value;
    case 'object':
      return isMap(value)
        ? whitelistMap(value, shapeOfKind(kindOf(value) ?? shape.kindless), tally)
        : emptied(value, tally);
    case 'fragment':
    case 'foreign':
    case 'unnamed': {
      if (Array.isArray(value)) return whitelistList(value, shape, null, tally);
      if (typeof value === 'string') return tellsSecret(value) ? emptied(value, tally) : value;
      if (!isMap(value)) return value;
      const kind = kindOf(value);
      const isObject = kind !== null && Object.keys(value).some((key) => objectKeys.has(key));
      const own = shape.kind === 'unnamed' ? shapeOfUnnamed(nestedKeys(value)) : shape;
      return whitelistMap(value, isObject ? shapeOfKind(kind) : own, tally);
    }
  }
}

/** Only what type it has. */
function emptied(value: unknown, tally: Tally): unknown {
  if (value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)) return value;
  tally.other++;
  return Array.isArray(value) ? [] : isMap(value) ? {} : '';
}

function kindOf(value: Readonly<Record<string, unknown>>): string | null {
  const kind = value['kind'];
  if (typeof kind !== 'string' || kind === '') return null;
  const apiVersion = value['apiVersion'];
  return kindUnder(typeof apiVersion === 'string' ? apiVersion : null, kind);
}

const nestedKeys = (value: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(value).filter((key) => typeof value[key] === 'object' && value[key] !== null);

function whitelistList(
  items: readonly unknown[],
  shape: Shape,
  only: Only | null,
  tally: Tally,
): readonly unknown[] {
  const kept = items
    .map((item) => (isMeant(item, only) ? whitelist(item, shape, tally) : dropped))
    .filter((item) => item !== dropped);
  tally.other += items.length - kept.length;
  return kept;
}

const isMeant = (item: unknown, only: Only | null): boolean =>
  only === null || (isMap(item) && item[only.key] === only.value);

function whitelistMap(value: Readonly<Record<string, unknown>>, shape: Shape, tally: Tally): unknown {
  const kept: [string, unknown][] = [];
  for (const [key, child] of Object.entries(value)) {
    const childShape = shapeOfKey(shape, key);
    const isPiece = shape.kind !== 'fields' && shape.kind !== 'labels';
    const secret = isPiece && isPresent(child) && holdsSecret(key, textOf(child));
    const stays = !secret || isOfPolicy(shape);
    const survivor =
      childShape === null || !stays ? dropped : whitelist(child, secret ? hollow : childShape, tally);
    if (survivor === dropped) tally[blockOf(key)]++;
    else if (isWord(key)) kept.push([key, survivor]);
    else {
      tally.other++;
      kept.push(['?', whitelist(survivor, hollow, tally)]);
    }
  }
  return Object.fromEntries(kept);
}

/** Of a key that is itself a map, a list or several lines only that it is there survives. */
const isWord = (key: string): boolean => !/^\s*[[{]|\n/.test(key);

const isPresent = (value: unknown): boolean => value !== null && value !== undefined;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
