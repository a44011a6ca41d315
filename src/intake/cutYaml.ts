import { CST } from 'yaml';
import { dropObjectComments, dropUnnamedComments } from './comments';
import { cutEntries, tidy, type Cutting } from './cutEntries';
import { blockOf } from './droppedCounts';
import { objectKeys, shapeOfKind } from './kindShapes';
import { holdsSecret, tellsSecret } from './secretNames';
import { hollow, isOfPolicy, shapeOfKey, shapeOfUnnamed, unnamed, type Only, type Shape } from './shape';
import { isEntry, isMapping, isNull, isSequence, keyOf, kindOf, scalarText, type Item } from './tokens';

/**
 * Cuts from a document's tokens what its shape does not keep; what stays is written exactly as it was. Returns false
 * when nothing but the value's type survives. Needs plain tokens: no anchors, tags or complex keys.
 */
export function cutToken(token: CST.Token | undefined, shape: Shape, cutting: Cutting): boolean {
  if (isNull(token)) return true;
  switch (shape.kind) {
    case 'all':
      return true;
    case 'scalar':
      return !CST.isCollection(token);
    case 'hollow':
      return false;
    case 'list':
      if (!isSequence(token)) return false;
      cutItems(token, shape.item, shape.only, cutting);
      return true;
    case 'labels':
    case 'fields':
      if (!isMapping(token)) return false;
      cutPairs(token, shape, cutting);
      return true;
    case 'allBut':
      if (isMapping(token)) cutPairs(token, shape, cutting);
      return true;
    case 'object':
      if (!isMapping(token)) return false;
      cutObject(token, kindOf(token) ?? shape.kindless, cutting);
      return true;
    case 'fragment':
    case 'foreign':
    case 'unnamed': {
      if (isSequence(token)) cutItems(token, shape, null, cutting);
      if (CST.isScalar(token)) return !tellsSecret(scalarText(token));
      if (!isMapping(token)) return true;
      const kind = kindOf(token);
      if (kind !== null && token.items.some((item) => objectKeys.has(keyOf(item) ?? ''))) {
        cutObject(token, kind, cutting);
      } else {
        cutPairs(token, shape.kind === 'unnamed' ? shapeOfUnnamed(nestedKeys(token)) : shape, cutting);
      }
      return true;
    }
  }
}

/** Cuts an object by its kind, and the comments in it that could be settings put out of use. */
export function cutObject(token: CST.Token, kind: string, cutting: Cutting): void {
  if (isMapping(token)) cutPairs(token, shapeOfKind(kind), cutting);
  dropObjectComments(token, kind, cutting);
}

/** Cuts a document without a kind, and the comments in it that could hold a secret. */
export function cutUnnamed(document: CST.Document, cutting: Cutting): void {
  const { value } = document;
  if (!value) return;
  const isForeign = isMapping(value) && shapeOfUnnamed(nestedKeys(value)).kind === 'foreign';
  if (!cutToken(value, unnamed, cutting)) empty(document, cutting);
  dropUnnamedComments(value, isForeign, cutting);
}

function cutPairs(map: CST.BlockMap | CST.FlowCollection, shape: Shape, cutting: Cutting): void {
  const isPolicy = isOfPolicy(shape);
  cutEntries(map, isPolicy, cutting, (item) => {
    const key = keyOf(item);
    if (key === null) return true;
    const inner = shapeOfKey(shape, key);
    const isPiece = shape.kind !== 'fields' && shape.kind !== 'labels';
    const secret = isPiece && !isNull(item.value) && holdsSecret(key, wordOf(item.value));
    if (inner !== null && (!secret || isPolicy)) {
      if (!cutToken(item.value, secret ? hollow : inner, cutting)) empty(item, cutting);
      tidy(item, cutting);
      return true;
    }
    cutting.tally[blockOf(key)]++;
    return false;
  });
}

function cutItems(
  sequence: CST.BlockSequence | CST.FlowCollection,
  shape: Shape,
  only: Only | null,
  cutting: Cutting,
): void {
  cutEntries(sequence, false, cutting, (item) => {
    if (isMeant(item.value, only)) {
      if (!cutToken(item.value, shape, cutting)) empty(item, cutting);
      tidy(item, cutting);
      return true;
    }
    cutting.tally.other++;
    return false;
  });
}

/** Leaves of a value nothing but its type. */
function empty(holder: Pick<Item, 'value'>, cutting: Cutting): void {
  const { value } = holder;
  if (!value) return;
  if (isMapping(value) || isSequence(value)) {
    if (!value.items.some(isEntry)) return;
    cutEntries(value, false, cutting, () => false);
  } else if (CST.isScalar(value)) {
    if (scalarText(value) === '') return;
    const { offset, indent } = value;
    const newline: CST.SourceToken = {
      type: 'newline',
      offset,
      indent,
      source: cutting.source.includes('\r\n') ? '\r\n' : '\n',
    };
    const end = value.type === 'block-scalar' ? [newline] : (value.end ?? []);
    holder.value = { type: 'double-quoted-scalar', offset, indent, source: '""', end };
  }
  cutting.tally.other++;
}

function isMeant(token: CST.Token | undefined | null, only: Only | null): boolean {
  if (only === null) return true;
  if (!isMapping(token)) return false;
  const value = token.items.find((item) => keyOf(item) === only.key)?.value;
  return value !== undefined && CST.isScalar(value) && scalarText(value) === only.value;
}

const nestedKeys = (map: CST.BlockMap | CST.FlowCollection): readonly string[] =>
  map.items.filter(({ value }) => CST.isCollection(value)).map((item) => keyOf(item) ?? '');

/** Null for what is no plain text on one line. */
const wordOf = (token: CST.Token | undefined): string | null =>
  CST.isScalar(token) && token.type !== 'block-scalar' ? scalarText(token) : null;
