import { t } from '../../language/t';
import type { Range } from '../source';
import { decodeGateway, isGatewayKind } from './decodeGateway';
import { decodeIngress } from './decodeIngress';
import { decodeNamespace, rejectedNamespace } from './decodeNamespace';
import { decodeNetworkPolicy, readRejectedPolicy } from './decodeNetworkPolicy';
import { decodeNode } from './decodeNode';
import { decodePod } from './decodePod';
import { decodeService } from './decodeService';
import { workloadDecoder } from './decodeWorkload';
import { DEFAULT_NAMESPACE } from './defaults';
import { mapAt, fieldOf, textAt, type MapField } from './fields';
import { foreignPolicyScope, isAboutOutside, isBaselinePolicy, isForeignPolicy } from './foreignPolicies';
import { objectFields } from './knownFields';
import { expectationsGroup } from './expectationsText';
import type { DecodedObject, IgnoredObject, RejectedNamespace, RejectedPolicy } from './objects';
import { isMissingKind, POLICY_GROUP } from './policyGroup';
import { createProblems, didYouMean, type Problems } from './problems';
import { nearest, refuseUnknownFields } from './unknownFields';

/** One object of a document, as it is found in it. */
interface ObjectSource {
  readonly field: MapField;
  /** null: not written. */
  readonly apiVersion: string | null;
  readonly kind: string | null;
  /** What was wrong with its text already. */
  readonly doubts: readonly Range[];
}

/** `object` is null when it cannot be used; of a faulty policy or namespace there is what stands in for it. */
interface Decoded {
  readonly object: DecodedObject | null;
  readonly isRejected: boolean;
  readonly kind: string;
  readonly name: string;
}

interface Kind {
  readonly apiVersion: string;
  readonly decode: (object: MapField, problems: Problems, doubts: readonly Range[]) => DecodedObject;
}

const POLICY = 'NetworkPolicy';
const NAMESPACE = 'Namespace';

/** A new kind is a decoder and a line here. */
const kinds = new Map<string, Kind>([
  [NAMESPACE, { apiVersion: 'v1', decode: decodeNamespace }],
  ['Node', { apiVersion: 'v1', decode: decodeNode }],
  ['Pod', { apiVersion: 'v1', decode: decodePod }],
  ['ReplicationController', { apiVersion: 'v1', decode: workloadDecoder('ReplicationController') }],
  ['Deployment', { apiVersion: 'apps/v1', decode: workloadDecoder('Deployment') }],
  ['StatefulSet', { apiVersion: 'apps/v1', decode: workloadDecoder('StatefulSet') }],
  ['DaemonSet', { apiVersion: 'apps/v1', decode: workloadDecoder('DaemonSet') }],
  ['ReplicaSet', { apiVersion: 'apps/v1', decode: workloadDecoder('ReplicaSet') }],
  ['Job', { apiVersion: 'batch/v1', decode: workloadDecoder('Job') }],
  ['CronJob', { apiVersion: 'batch/v1', decode: workloadDecoder('CronJob') }],
  ['Service', { apiVersion: 'v1', decode: decodeService }],
  ['Ingress', { apiVersion: 'networking.k8s.io/v1', decode: decodeIngress }],
  [
    POLICY,
    {
      apiVersion: 'networking.k8s.io/v1',
      decode: (object, problems, doubts) => decodeNetworkPolicy(object, doubts, problems),
    },
  ],
]);

/**
 * Whether a kind under this group is Kubernetes' own, or meant to be: elsewhere it is somebody else's kind. Only
 * Kubernetes has groups without a dot, and no group of its own but one has a NetworkPolicy.
 */
function isOwnGroup(group: string, kind: string): boolean {
  if (group === POLICY_GROUP || !group.includes('.') || nearest(group, [POLICY_GROUP]) !== null) return true;
  return kind === POLICY && /^network\w*\.k8s\.|\.k8s\.io$/i.test(group) && !isForeignPolicy(group, kind);
}

/** Whether well-formed objects of the kind are only counted. */
export function mattersNot(apiVersion: string, kind: string): boolean {
  if (apiVersion.startsWith(expectationsGroup)) return false;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const meant = kinds.has(kind) ? kind : nearest(kind, [...kinds.keys()]);
  const isPlain = !isMissingKind(group, kind) && (meant === null || !isOwnGroup(group, kind));
  if (isGatewayKind(group, kind)) return false;
  return isPlain && !kind.endsWith('List') && foreignPolicyScope(group, kind, null, '') === null;
}

export function decodeObject(source: ObjectSource, problems: Problems): Decoded {
  const { field, apiVersion, kind, doubts } = source;
  const { name, namespace, nameRange } = identity(field);
  if (apiVersion?.startsWith(expectationsGroup)) {
    const { tree, at } = field;
    const object: DecodedObject = {
      kind: 'Expectations',
      name,
      nameRange: nameRange ?? at,
      range: tree.range,
      tree,
      doubts,
    };
    return { object, isRejected: false, kind: object.kind, name };
  }
  if (kind === null || apiVersion === null) {
    const missing = kind === null ? 'kind' : 'apiVersion';
    problems.error('missing-kind', { path: missing, at: field.at }, `Object '${missing}' is missing`);
    return { object: instead(source), isRejected: true, kind: kind ?? 'object', name };
  }

  const known = kinds.get(kind);
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const isOwn = isOwnGroup(group, kind);
  const meant = known ? kind : nearest(kind, [...kinds.keys()]);
  if (isMissingKind(group, kind) || (meant !== null && isOwn && known?.apiVersion !== apiVersion)) {
    const refused = `no matches for kind "${kind}" in version "${apiVersion}"`;
    const spot = { path: known ? 'apiVersion' : 'kind', at: markOf(field, known) };
    const right = meant === null ? null : `${kinds.get(meant)?.apiVersion ?? ''} ${meant}`;
    problems.error('wrong-api-version', spot, right === null ? refused : didYouMean(refused, right));
    if (kind !== POLICY) return { object: instead(source), isRejected: true, kind, name };
  }
  if (known && isOwn) {
    if (kind !== POLICY) refuseUnknownFields(field, objectFields, problems);
    const object = known.decode(field, problems, doubts);
    const isRejected = problems.count() > 0 || doubts.length > 0;
    return { object: isRejected ? standIn(object) : object, isRejected, kind, name };
  }
  if (isGatewayKind(group, kind)) {
    const isRejected = doubts.length > 0;
    return { object: isRejected ? null : decodeGateway(field, kind), isRejected, kind, name };
  }
  return {
    object: decodeForeign(group, { field, apiVersion, kind, name, namespace }, problems),
    isRejected: false,
    kind,
    name,
  };
}

interface Foreign {
  readonly field: MapField;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | null;
}

function decodeForeign(group: string, foreign: Foreign, problems: Problems): DecodedObject {
  const { field, apiVersion, kind, name, namespace } = foreign;
  const { range } = field.tree;
  const scope = foreignPolicyScope(group, kind, namespace, DEFAULT_NAMESPACE);
  if (scope === null) {
    const ignored: IgnoredObject = { kind: 'Ignored', apiVersion, objectKind: kind, name, namespace, range };
    return ignored;
  }
  const message = t`${kind} of ${group} is not evaluated: the verdicts it could change are left open`;
  problems.warn('unsupported-policy', { path: 'kind', at: markOf(field, undefined) }, message);
  const nameRange = identity(field).nameRange ?? range;
  const silent = createProblems(() => undefined);
  const spec = mapAt(field, 'spec', silent);
  const isBaseline = isBaselinePolicy(group, kind, spec && textAt(spec, 'tier', silent));
  return {
    kind: 'UnsupportedPolicy',
    apiVersion,
    policyKind: kind,
    name,
    ...scope,
    isBaseline,
    isAboutOutside: isAboutOutside(group, kind),
    nameRange,
    range,
  };
}

/** What is left of an object with errors. */
function standIn(object: DecodedObject): RejectedPolicy | RejectedNamespace | null {
  if (object.kind === 'RejectedPolicy') return object;
  return object.kind === 'Namespace' ? rejectedNamespace(object) : null;
}

/** An object of no kind that could have been meant as a policy must not count as "no policy". */
function instead({
  field,
  apiVersion,
  kind,
  doubts,
}: ObjectSource): RejectedPolicy | RejectedNamespace | null {
  if (kind !== null && nearest(kind, [...kinds.keys()]) === NAMESPACE) {
    const { name, nameRange } = identity(field);
    const { range } = field.tree;
    return rejectedNamespace({ name, nameRange: nameRange ?? range, range });
  }
  const silent = createProblems(() => undefined);
  const spec = mapAt(field, 'spec', silent);
  const isMissing = kind !== null && isMissingKind(apiVersion?.split('/')[0] ?? '', kind);
  const looksLikePolicy =
    kind === null
      ? apiVersion?.startsWith('networking.k8s.io/') === true ||
        ['podSelector', 'policyTypes', 'ingress', 'egress'].some((key) => spec && fieldOf(spec, key))
      : kind === POLICY || (nearest(kind, [...kinds.keys()]) ?? (isMissing ? POLICY : '')) === POLICY;
  return looksLikePolicy ? readRejectedPolicy(field, doubts) : null;
}

/** What an object is called, read without any check. */
function identity(field: MapField): {
  readonly name: string;
  readonly namespace: string | null;
  readonly nameRange: Range | null;
} {
  const silent = createProblems(() => undefined);
  const metadata = mapAt(field, 'metadata', silent);
  if (metadata === null) return { name: '', namespace: null, nameRange: null };
  const name = textAt(metadata, 'name', silent);
  const generated = textAt(metadata, 'generateName', silent);
  return {
    name: name ?? (generated === null ? '' : `${generated}*`),
    namespace: textAt(metadata, 'namespace', silent),
    nameRange: fieldOf(metadata, name === null ? 'generateName' : 'name')?.tree.range ?? null,
  };
}

function markOf(field: MapField, known: Kind | undefined): Range {
  return fieldOf(field, known ? 'apiVersion' : 'kind')?.at ?? field.at;
}
