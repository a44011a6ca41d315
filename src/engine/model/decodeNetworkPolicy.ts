import type { Range } from '../source';
import { decodePolicySpec, policyTypes } from './decodePolicySpec';
import { DEFAULT_NAMESPACE } from './defaults';
import { fieldOf, mapAt, spotOf, type MapField } from './fields';
import { decodeMetadata, namespaceOf } from './metadata';
import { entryOf } from '../parse/tree';
import type { RejectedPolicy } from './objects';
import type { NetworkPolicy } from './policy';
import { createProblems, type Problems } from './problems';
import { refuseUnknownFields } from './unknownFields';
import { checkDnsLabel } from './validateNames';

/**
 * A networking.k8s.io/v1 NetworkPolicy, checked like by the API server with strict field validation. With any error it
 * is not in the cluster; what is returned then says as much as can be relied on. `doubts` are the ranges of what was
 * wrong with the text itself (a key written twice).
 */
export function decodeNetworkPolicy(
  object: MapField,
  doubts: readonly Range[],
  problems: Problems,
): NetworkPolicy | RejectedPolicy {
  const { accepted, rejected } = readBoth(object, doubts, problems);
  return problems.count() === 0 && doubts.length === 0 ? accepted : rejected;
}

/** What can be relied on of an object that was probably meant to be a policy, without telling what is wrong in it. */
export function readRejectedPolicy(object: MapField, doubts: readonly Range[]): RejectedPolicy {
  return readBoth(
    object,
    doubts,
    createProblems(() => undefined),
  ).rejected;
}

/** The policy as it is if it has no errors, and as it is if it has. */
function readBoth(
  object: MapField,
  doubts: readonly Range[],
  problems: Problems,
): { readonly accepted: NetworkPolicy; readonly rejected: RejectedPolicy } {
  const known = ['apiVersion', 'kind', 'metadata', 'spec', ...(isOfServer(object) ? ['status'] : [])];
  const topKnown = refuseUnknownFields(object, known, problems);
  const metadata = decodeMetadata(object, problems);
  const metadataKnown = metadata.fieldsKnown && topKnown;
  const spec = mapAt(object, 'spec', problems);
  const { soundSelector, soundTypes, ...decoded } = decodePolicySpec(spec ?? emptySpec(object), problems);

  const { name, nameRange } = metadata;
  const { range } = object.tree;
  const specKnown = spec !== null || (topKnown && isMapOrAbsent(object, 'spec'));
  const specSound = specKnown && doubts.every((doubt) => isInside(doubt, metadata.map));
  const namespaceSound = doubts.every((doubt) => spec !== null && isInside(doubt, spec));
  return {
    accepted: { kind: 'NetworkPolicy', name, namespace: namespaceOf(metadata), ...decoded, nameRange, range },
    rejected: {
      kind: 'RejectedPolicy',
      name,
      namespace: namespaceSound ? soundNamespace(metadata.map, metadataKnown) : null,
      podSelector: specSound && soundSelector ? decoded.podSelector : null,
      policyTypes: specSound && soundTypes ? decoded.policyTypes : policyTypes,
      nameRange,
      range,
    },
  };
}

/**
 * Whether a cluster wrote it. Those of 1.24 to 1.27 have a status of policies, empty in most, and whoever applied this one
 * got past the check for unknown fields. https://github.com/kubernetes/enhancements/issues/2943
 */
function isOfServer(object: MapField): boolean {
  const metadata = fieldOf(object, 'metadata')?.tree;
  return metadata?.kind === 'map' && entryOf(metadata, 'uid') !== undefined;
}

/** null when it may be another than what is written: it is faulty, or absent while some other field is mistyped. */
function soundNamespace(metadata: MapField, fieldsKnown: boolean): string | null {
  const tree = fieldOf(metadata, 'namespace')?.tree;
  const written = tree?.kind === 'scalar' ? tree.value : tree;
  if (written === undefined || written === '') return fieldsKnown ? DEFAULT_NAMESPACE : null;
  return typeof written === 'string' && checkDnsLabel(written).length === 0 ? written : null;
}

function isMapOrAbsent(object: MapField, key: string): boolean {
  return (fieldOf(object, key)?.tree.kind ?? 'map') === 'map';
}

function emptySpec(object: MapField): MapField {
  const { path, at } = spotOf(object, 'spec');
  return { path, at, tree: { kind: 'map', range: object.tree.range, entries: [] } };
}

function isInside(range: Range, { tree }: MapField): boolean {
  return tree.range.start <= range.start && range.end <= tree.range.end;
}
