import { t } from '../../language/t';
import type { Range } from '../source';
import { DEFAULT_NAMESPACE } from './defaults';
import { asMap, booleanAt, fieldOf, listAt, mapAt, spotOf, stringAt, textAt, type MapField } from './fields';
import { objectMetaFields } from './knownFields';
import { decodeLabels, stringEntries } from './labels';
import type { Labels, OwnerReference } from './objects';
import { invalid, required, type Problems } from './problems';
import { refuseUnknownFields } from './unknownFields';
import { checkDnsLabel, checkQualifiedName, checkSubdomain } from './validateNames';

/** What is read of metadata, for every kind. */
interface Metadata {
  /** The map itself; an empty one when there is none. */
  readonly map: MapField;
  /** `<generateName>*` when only that is given; '' when there is neither (reported). */
  readonly name: string;
  readonly nameRange: Range;
  /** As written; null when it is not. */
  readonly namespace: string | null;
  readonly labels: Labels;
  readonly owner: OwnerReference | null;
  /** It has a deletionTimestamp. */
  readonly terminating: boolean;
  /** No field is mistyped, so what is not written is not meant to be. */
  readonly fieldsKnown: boolean;
}

/** Reads and checks metadata. `checkName` is the rule for the names of the kind. */
export function decodeMetadata(object: MapField, problems: Problems, checkName = checkSubdomain): Metadata {
  const before = problems.count();
  const metadata = mapAt(object, 'metadata', problems) ?? emptyAt(object);
  const readable = problems.count() === before;
  const written = stringAt(metadata, 'name', problems);
  const generated = textAt(metadata, 'generateName', problems);
  if (written !== null && written !== '') {
    invalid(problems, spotOf(metadata, 'name'), written, checkName(written));
  } else if (generated !== null) {
    // What follows the prefix is letters and digits: it may end in what a name may not.
    const prefix = generated.replace(/-$/, 'a');
    const spot = spotOf(metadata, 'generateName');
    const faults = checkName(prefix);
    invalid(problems, spot, generated, faults);
    if (faults.length === 0) problems.info('required', spot, onlyCreated(generated));
  } else if (readable && (written === '' || fieldOf(metadata, 'name') === null)) {
    required(problems, spotOf(metadata, 'name'), 'name or generateName is required');
  }

  const namespace = textAt(metadata, 'namespace', problems);
  if (namespace !== null) {
    invalid(problems, spotOf(metadata, 'namespace'), namespace, checkDnsLabel(namespace));
  }
  return {
    map: metadata,
    ...nameOf(metadata, written, generated, object.tree.range),
    namespace,
    labels: decodeLabels(mapAt(metadata, 'labels', problems), problems),
    owner: decodeOwner(metadata, problems),
    terminating: fieldOf(metadata, 'deletionTimestamp') !== null,
    fieldsKnown: checkMetadataFields(metadata, problems) && readable,
  };
}

const onlyCreated = (prefix: string): string =>
  t`without a name kubectl create makes one that begins with ${prefix}; kubectl apply refuses the object`;

function nameOf(
  metadata: MapField,
  written: string | null,
  generated: string | null,
  whole: Range,
): Pick<Metadata, 'name' | 'nameRange'> {
  const rangeOf = (key: string): Range => fieldOf(metadata, key)?.tree.range ?? whole;
  if (written !== null && written !== '') return { name: written, nameRange: rangeOf('name') };
  if (generated !== null) return { name: `${generated}*`, nameRange: rangeOf('generateName') };
  return { name: '', nameRange: whole };
}

/** The namespace of a namespaced object. */
export function namespaceOf(metadata: Metadata): string {
  return metadata.namespace ?? DEFAULT_NAMESPACE;
}

/** A namespace on a kind that has none is of no effect. */
export function warnOfNamespace(metadata: Metadata, problems: Problems): void {
  if (metadata.namespace === null) return;
  const spot = spotOf(metadata.map, 'namespace');
  problems.warn('no-namespaced-meaning', spot, t`the kind is cluster-scoped: it is in no namespace`);
}

/**
 * The checks of what is not read further: unknown fields, annotations. A mistyped `labels` would be an object without
 * labels. Returns whether all fields were known.
 */
export function checkMetadataFields(metadata: MapField, problems: Problems): boolean {
  const annotations = mapAt(metadata, 'annotations', problems);
  for (const { key, keyRange } of annotations ? stringEntries(annotations, problems) : []) {
    const spot = { path: `${metadata.path}.annotations`, at: keyRange };
    invalid(problems, spot, key, checkQualifiedName(key.toLowerCase()));
  }
  return refuseUnknownFields(metadata, objectMetaFields, problems);
}

/** The controller, else the first owner. */
function decodeOwner(metadata: MapField, problems: Problems): OwnerReference | null {
  const owners = listAt(metadata, 'ownerReferences', problems).flatMap((item) => {
    const map = asMap(item, problems);
    if (map === null) return [];
    const kind = stringAt(map, 'kind', problems) ?? '';
    const name = stringAt(map, 'name', problems) ?? '';
    return [{ kind, name, controller: booleanAt(map, 'controller', problems) }];
  });
  const owner = owners.find(({ controller }) => controller) ?? owners[0];
  return owner && owner.kind !== '' && owner.name !== '' ? { kind: owner.kind, name: owner.name } : null;
}

function emptyAt(object: MapField): MapField {
  const { path, at } = spotOf(object, 'metadata');
  return { path, at, tree: { kind: 'map', range: object.tree.range, entries: [] } };
}
