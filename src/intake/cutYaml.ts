import { CST } from 'yaml';
import { dropObjectComments } from './comments';
import { cutEntries, tidy, type Cutting } from './cutEntries';
import { blockOf } from './droppedCounts';
import { isLabelValue, objectKeys, secretKeys, shapeOfKind } from './kindShapes';
import { shapeOfKey, type Only, type Shape } from './shape';
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
    case 'fragment': {
      if (isSequence(token)) cutItems(token, shape, null, cutting);
      if (!isMapping(token)) return true;
      const kind = kindOf(token);
      if (kind !== null && token.items.some((item) => objectKeys.has(keyOf(item) ?? ''))) {
        cutObject(token, kind, cutting);
      } else {
        cutPairs(token, shape, cutting);
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

function cutPairs(map: CST.BlockMap | CST.FlowCollection, shape: Shape, cutting: Cutting): void {
  cutEntries(map, shape.kind === 'allBut', cutting, (item) => {
    const key = keyOf(item);
    if (key === null) return true;
    const inner = shapeOfKey(shape, key);
    const secret = shape.kind === 'fragment' && isSecret(key, item.value);
    if (inner !== null && !secret) {
      if (!cutToken(item.value, inner, cutting)) empty(item, cutting);
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
function empty(item: Item, cutting: Cutting): void {
  const { value } = item;
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
    item.value = { type: 'double-quoted-scalar', offset, indent, source: '""', end };
  }
  cutting.tally.other++;
}

function isMeant(token: CST.Token | undefined | null, only: Only | null): boolean {
  if (only === null) return true;
  if (!isMapping(token)) return false;
  const value = token.items.find((item) => keyOf(item) === only.key)?.value;
  return value !== undefined && CST.isScalar(value) && scalarText(value) === only.value;
}

function isSecret(key: string, value: CST.Token | undefined): boolean {
  if (!secretKeys.has(key) || isNull(value)) return false;
  return !CST.isScalar(value) || value.type === 'block-scalar' || !isLabelValue(scalarText(value));
}
