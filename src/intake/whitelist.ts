import { blockOf, type Tally } from './droppedCounts';
import { isLabelValue, objectKeys, secretKeys, shapeOfKind, shapeOfRoot } from './kindShapes';
import { shapeOfKey, type Only, type Shape } from './shape';

/** Stands for "does not survive"; never part of a result. */
const dropped = Symbol('dropped');

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What survives of a document's plain value; the same object-by-kind rules as for its text. */
export function whitelistRoot(value: unknown, tally: Tally): unknown {
  const kind = isMap(value) ? value['kind'] : null;
  return whitelistAs(value, shapeOfRoot(typeof kind === 'string' ? kind : null), tally);
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
    case 'fragment': {
      if (Array.isArray(value)) return whitelistList(value, shape, null, tally);
      if (!isMap(value)) return value;
      const kind = kindOf(value);
      const isObject = kind !== null && Object.keys(value).some((key) => objectKeys.has(key));
      return whitelistMap(value, isObject ? shapeOfKind(kind) : shape, tally);
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
  return typeof kind === 'string' ? kind : null;
}

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
    const secret = shape.kind === 'fragment' && isSecret(key, child);
    const survivor = childShape === null || secret ? dropped : whitelist(child, childShape, tally);
    if (survivor === dropped) tally[blockOf(key)]++;
    else kept.push([key, survivor]);
  }
  return Object.fromEntries(kept);
}

/** In a fragment, where a key's place does not tell what it means: a secret key that does not hold a label's value. */
function isSecret(key: string, value: unknown): boolean {
  if (!secretKeys.has(key) || value === null || value === undefined) return false;
  return typeof value === 'string' ? !isLabelValue(value) : typeof value === 'object';
}
