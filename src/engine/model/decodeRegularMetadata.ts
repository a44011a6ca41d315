import { again } from '../parse/regular/again';
import { inDoubt, LINE_BREAK, type Cursor } from '../parse/regular/cursor';
import { passValue } from '../parse/regular/pass';
import { plainEnd } from '../parse/regular/scalars';
import { shape, type Shape } from '../parse/regular/shape';
import {
  readBoolean,
  readEntries,
  readItems,
  readMap,
  readMapHere,
  readString,
  type Strings,
} from '../parse/regular/values';
import type { Range } from '../source';
import {
  annotationKeys,
  isText,
  labelKeys,
  labelValues,
  names,
  sharedNames,
  texts,
} from './decodeRegularStrings';
import { objectMetaFields } from './knownFields';
import type { OwnerReference } from './objects';
import { checkDnsLabel, checkSubdomain } from './validateNames';

/** What is read of metadata. */
export interface RegularMetadata {
  /** '' until it is read. */
  name: string;
  nameRange: Range;
  namespace: string | null;
  labels: ReadonlyMap<string, string>;
  owner: OwnerReference | null;
  terminating: boolean;
}

type MetadataShape = Shape<RegularMetadata>;

const namespaces = sharedNames(checkDnsLabel);

/** Of a kind whose names follow the rule. */
function metadataShape(check: typeof checkSubdomain): MetadataShape {
  const labels = again(readLabels);
  const owner = again(readOwner);
  return shape(objectMetaFields, () => false, {
    name: readName(names(check)),
    generateName: checkText,
    namespace: (cursor, metadata) => {
      metadata.namespace = readString(cursor, namespaces);
    },
    labels: (cursor, metadata) => {
      metadata.labels = labels(cursor);
    },
    annotations: again(checkAnnotations),
    ownerReferences: (cursor, metadata) => {
      metadata.owner = owner(cursor);
    },
    deletionTimestamp: (cursor, metadata) => {
      readString(cursor, texts);
      metadata.terminating = true;
    },
  });
}

function readName(strings: Strings): (cursor: Cursor, metadata: RegularMetadata) => void {
  return (cursor, metadata) => {
    const start = cursor.value;
    metadata.name = readString(cursor, strings);
    metadata.nameRange = { start, end: cursor.end };
  };
}

/** For most kinds. */
export const objectMetadata = metadataShape(checkSubdomain);

/** For namespaces, whose names are labels of DNS. */
export const namespaceMetadata = metadataShape(checkDnsLabel);

/** For Services, whose names begin with a letter where servers are older. */
export const serviceMetadata = metadataShape((name) =>
  /^\d/.test(name) ? ['begins with a digit'] : checkDnsLabel(name),
);

/** For kinds that do not matter: only what they are called. */
export const ignoredMetadata: MetadataShape = shape(objectMetaFields, () => true, {
  name: readName(names(() => [])),
  generateName: checkText,
  namespace: (cursor, metadata) => {
    metadata.namespace = readString(cursor, texts);
  },
});

const templateLabels = again(readLabels);

/** For templates: only their labels. */
export const templateMetadata: MetadataShape = shape(objectMetaFields, () => false, {
  labels: (cursor, metadata) => {
    metadata.labels = templateLabels(cursor);
  },
  annotations: again(checkAnnotations),
});

/** For templates of jobs: nothing is read of it. */
export const jobTemplateMetadata: MetadataShape = shape(objectMetaFields, () => false, {
  annotations: again(checkAnnotations),
});

export function readMetadata(cursor: Cursor, kind: MetadataShape): RegularMetadata {
  const metadata: RegularMetadata = {
    name: '',
    nameRange: { start: 0, end: 0 },
    namespace: null,
    labels: new Map(),
    owner: null,
    terminating: false,
  };
  readMap(cursor, kind, metadata);
  return metadata;
}

/** A map of labels. */
export function readLabels(cursor: Cursor): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  readEntries(cursor, () => {
    const key = labelKeys.get(cursor, cursor.keyStart, cursor.keyEnd);
    if (key === null) throw inDoubt;
    labels.set(key, readString(cursor, labelValues));
  });
  return labels;
}

/** They are not kept, but must be what they have to be. */
function checkAnnotations(cursor: Cursor): void {
  readEntries(cursor, () => {
    if (annotationKeys.get(cursor, cursor.keyStart, cursor.keyEnd) === null) throw inDoubt;
    checkText(cursor);
  });
}

/** Moves past a value that must be a string. */
function checkText(cursor: Cursor): void {
  const { text, codes, value } = cursor;
  const first = codes[value] ?? 0;
  if (first === LINE_BREAK || '{['.includes(text.charAt(value))) throw inDoubt;
  const letter = first | 32;
  const isLetter = letter >= 97 && letter <= 122;
  if (isLetter || !'"\'|>'.includes(text.charAt(value))) {
    const end = plainEnd(codes, value);
    // Nothing longer that starts with a letter is a number or a boolean.
    if ((!isLetter || end - value < 9) && !isText(text.slice(value, end))) throw inDoubt;
  }
  passValue(cursor);
}

interface Owner {
  kind: string;
  name: string;
  controller: boolean;
}

const ownerShape = shape<Owner>(
  ['apiVersion', 'blockOwnerDeletion', 'controller', 'kind', 'name', 'uid'],
  () => true,
  {
    kind: (cursor, owner) => {
      owner.kind = readString(cursor, texts);
    },
    name: (cursor, owner) => {
      owner.name = readString(cursor, texts);
    },
    controller: (cursor, owner) => {
      owner.controller = readBoolean(cursor);
    },
  },
);

/** The controller, else the first one. */
function readOwner(cursor: Cursor): OwnerReference | null {
  const owners: Owner[] = [];
  readItems(cursor, () => {
    const owner: Owner = { kind: '', name: '', controller: false };
    readMapHere(cursor, ownerShape, owner);
    owners.push(owner);
  });
  const owner = owners.find(({ controller }) => controller) ?? owners[0];
  if (owner && (owner.kind === '' || owner.name === '')) throw inDoubt;
  return owner ? { kind: owner.kind, name: owner.name } : null;
}
