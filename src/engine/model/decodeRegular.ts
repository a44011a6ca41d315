import { atDash, cursorAt, enterItem, inDoubt, type Cursor } from '../parse/regular/cursor';
import { passValue } from '../parse/regular/pass';
import { shape } from '../parse/regular/shape';
import { readMapHere, readString } from '../parse/regular/values';
import type { DecodedDocument } from './decodeParsed';
import { mattersNot } from './decodeObject';
import { regularNamespace, regularNode } from './decodeRegularCluster';
import type { RegularKind } from './decodeRegularKind';
import {
  ignoredMetadata,
  namespaceMetadata,
  objectMetadata,
  readMetadata,
  serviceMetadata,
  type RegularMetadata,
} from './decodeRegularMetadata';
import { regularPod } from './decodeRegularPod';
import { regularService } from './decodeRegularService';
import { texts } from './decodeRegularStrings';
import { regularWorkload } from './decodeRegularWorkload';
import type { DecodedObject } from './objects';

/** The kinds a dump is made of. Policies are not among them: people write them, and in any style. */
const kinds = new Map<string, RegularKind>([
  ['v1 Namespace', regularNamespace],
  ['v1 Node', regularNode],
  ['v1 Pod', regularPod],
  ['v1 Service', regularService],
  ['v1 ReplicationController', regularWorkload('ReplicationController')],
  ['apps/v1 Deployment', regularWorkload('Deployment')],
  ['apps/v1 StatefulSet', regularWorkload('StatefulSet')],
  ['apps/v1 DaemonSet', regularWorkload('DaemonSet')],
  ['apps/v1 ReplicaSet', regularWorkload('ReplicaSet')],
  ['batch/v1 Job', regularWorkload('Job')],
  ['batch/v1 CronJob', regularWorkload('CronJob')],
]);

/** Those whose names follow a rule of their own. */
const namedOtherwise = new Map([
  ['Namespace', namespaceMetadata],
  ['Service', serviceMetadata],
]);

/** Whether objects of a kind are only counted, by `apiVersion kind`. */
const ignored = new Map<string, boolean>();

/** No cluster holds a larger object; what is larger are files of another kind. */
const LARGEST = 4_000_000;

/** Held once, for there are many of it. */
const none: readonly never[] = [];

interface Draft {
  apiVersion: string | null;
  kind: string | null;
  /** null: the kind is not known yet, or does not matter. */
  reading: ReturnType<RegularKind> | null;
  isIgnored: boolean;
  metadata: RegularMetadata | null;
  hasOthers: boolean;
}

const objectShape = shape<Draft>(
  ['apiVersion', 'kind', 'metadata', 'spec', 'status'],
  () => true,
  {
    apiVersion: (cursor, draft) => {
      draft.apiVersion = readString(cursor, texts);
      settleKind(draft);
    },
    kind: (cursor, draft) => {
      draft.kind = readString(cursor, texts);
      settleKind(draft);
    },
    metadata: (cursor, draft) => {
      if (draft.reading === null && !draft.isIgnored) throw inDoubt;
      const named = draft.isIgnored
        ? ignoredMetadata
        : (namedOtherwise.get(draft.kind ?? '') ?? objectMetadata);
      draft.metadata = readMetadata(cursor, named);
    },
    spec: (cursor, draft) => {
      if (draft.isIgnored) passValue(cursor);
      else if (draft.reading === null) throw inDoubt;
      else draft.reading.readSpec(cursor);
    },
    status: (cursor, draft) => {
      if (draft.isIgnored) passValue(cursor);
      else if (draft.reading === null) throw inDoubt;
      else draft.reading.readStatus(cursor);
    },
  },
  (cursor, draft) => {
    draft.hasOthers = true;
    passValue(cursor);
  },
);

function settleKind(draft: Draft): void {
  const { apiVersion, kind } = draft;
  if (apiVersion === null || kind === null) return;
  const id = `${apiVersion} ${kind}`;
  const known = kinds.get(id);
  if (known !== undefined) {
    draft.reading = known();
    return;
  }
  draft.isIgnored = ignored.get(id) ?? mattersNot(apiVersion, kind);
  if (ignored.size < 1000) ignored.set(id, draft.isIgnored);
  if (!draft.isIgnored) throw inDoubt;
}

/**
 * Decodes one document, or one item of a list with its dash, when it is of the form in which kubectl prints objects;
 * null when there is any doubt about it. What this returns is what the real parser and the decoders make of it, at a
 * hundredth of the time.
 */
export function decodeRegular(text: string, part: 'document' | 'item'): DecodedDocument | null {
  if (text.length > LARGEST) return null;
  try {
    const cursor = cursorAt(text, part === 'document' ? markerLength(text) : 0);
    if (part === 'item') {
      if (!atDash(cursor)) throw inDoubt;
      enterItem(cursor);
    }
    return { objects: [readObject(cursor)], diagnostics: none, rejected: none };
  } catch (error) {
    if (error === inDoubt) return null;
    throw error;
  }
}

function markerLength(text: string): number {
  return text.startsWith('---\n') ? 4 : 0;
}

function readObject(cursor: Cursor): DecodedObject {
  const { start } = cursor;
  if (cursor.indent < 0) throw inDoubt;
  const draft: Draft = {
    apiVersion: null,
    kind: null,
    reading: null,
    isIgnored: false,
    metadata: null,
    hasOthers: false,
  };
  readMapHere(cursor, objectShape, draft);
  const { apiVersion, kind, reading, metadata, isIgnored, hasOthers } = draft;
  if (cursor.indent >= 0 || metadata === null || metadata.name === '') throw inDoubt;
  const range = { start, end: cursor.end };
  if (reading !== null && !hasOthers) return reading.finish(metadata, range);
  if (!isIgnored || apiVersion === null || kind === null) throw inDoubt;
  const { name, namespace } = metadata;
  return { kind: 'Ignored', apiVersion, objectKind: kind, name, namespace, range };
}
