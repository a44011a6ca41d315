import { newTally } from '../droppedCounts';
import { leanShapeOfKind, shapeOfKind } from '../kindShapes';
import { whitelistAs } from '../whitelist';
import { clusterObject } from './clusterObject';
import type { Collection } from './collection';
import { inheritedOf, type Inherited } from './inherited';
import { identityOf, isMap, textAt, type Fields } from './objectFields';
import { relevanceOf } from './relevance';
import { keepUnreadable } from './unreadable';
import { writeYaml } from '../writeYaml';

/** Takes an object, or all of a list, that is given as values. */
export function takeValue(written: Fields, inherited: Inherited | null, into: Collection): void {
  const value = withInherited(written, inherited);
  const kind = textAt(value, 'kind');
  const items: unknown = value['items'];
  if (kind?.endsWith('List') === true && Array.isArray(items)) {
    const frame = { apiVersion: textAt(value, 'apiVersion'), kind, isBroken: false };
    for (const item of items as unknown[]) {
      if (isMap(item)) takeValue(item, inheritedOf(frame), into);
      else keepUnreadable('', into);
    }
    return;
  }
  if (kind === null) {
    keepUnreadable(JSON.stringify(value), into);
    return;
  }
  const relevance = relevanceOf(textAt(value, 'apiVersion'), kind);
  if (relevance === 'none') {
    into.leaveOut(kind);
    return;
  }
  const identity = identityOf(value);
  const tally = newTally();
  const shape = identity.name === null ? shapeOfKind(kind) : leanShapeOfKind(kind);
  const text = writeYaml(whitelistAs(value, shape, tally));
  into.drop(tally);
  if (relevance === 'policy') into.keepPolicy(kind, text);
  else into.keepObject(clusterObject(kind, identity, text));
}

function withInherited(written: Fields, inherited: Inherited | null): Fields {
  if (textAt(written, 'kind') !== null || inherited === null || inherited.kind === '') return written;
  const { apiVersion, kind } = inherited;
  return { ...(apiVersion !== null && { apiVersion }), ...written, kind };
}
