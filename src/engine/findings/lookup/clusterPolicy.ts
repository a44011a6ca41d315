import { t } from '../../../language/t';
import { Match } from '../../compile/match';
import { matchKnown } from '../../compile/matchKnown';
import { fieldOf, mapAt, textAt, type MapField } from '../../model/fields';
import { matchesLabels } from '../../model/matchesLabels';
import { namespaceIn, type ClusterPod } from '../../model/cluster';
import type { DecodedObject, UnsupportedPolicy } from '../../model/objects';
import type { LabelSelector, PolicyType } from '../../model/policy';
import { createProblems } from '../../model/problems';
import { decodeSelector } from '../../model/selector';
import { entryOf, type ListTree, type MapTree, type ScalarTree, type Tree } from '../../parse/tree';
import type { Range } from '../../source';
import type { Inquiry } from '../check';
import { listIn, mapIn } from './written';

/** As much of a policy for the cluster as its traps need. https://network-policy-api.sigs.k8s.io/api-overview/ */
export interface ClusterPolicy {
  readonly object: UnsupportedPolicy;
  /** As written; an AdminNetworkPolicy has none. */
  readonly tier: string;
  readonly priority: number;
  readonly priorityRange: Range;
  readonly subject: PodGroup;
  readonly rules: readonly ClusterRule[];
}

export interface ClusterRule {
  readonly type: PolicyType;
  readonly index: number;
  /** As written; '' for a rule without one. */
  readonly name: string;
  readonly action: string;
  readonly actionRange: Range;
  readonly pods: readonly PodGroup[];
  readonly networks: readonly ScalarTree[];
  /** No `protocols`: every protocol. */
  readonly isAnyProtocol: boolean;
}

/** Pods by the labels of their namespace and their own. Null: any. */
interface PodGroup {
  readonly namespaces: LabelSelector | null;
  readonly pods: LabelSelector | null;
}

const CLUSTER_POLICY_GROUP = 'policy.networking.k8s.io';

const read = new WeakMap<UnsupportedPolicy, ClusterPolicy | null>();

/** The ClusterNetworkPolicies among the policies that are not evaluated, as far as they can be read. */
export function clusterPoliciesOf(
  ask: Inquiry,
  kind: 'ClusterNetworkPolicy' | 'AdminNetworkPolicy' = 'ClusterNetworkPolicy',
): readonly ClusterPolicy[] {
  return ask.state.book.unsupported.flatMap((object) => {
    if (object.policyKind !== kind || !isClusterPolicyApi(object)) return [];
    let policy = read.get(object);
    if (policy === undefined) read.set(object, (policy = readPolicy(object, ask.tree(object))));
    return policy ?? [];
  });
}

/** Whether a pod certainly belongs to a group. Pods on the host network belong to none. */
export function isIn({ namespaces, pods }: PodGroup, pod: ClusterPod, { state }: Inquiry): boolean {
  if (pod.hostNetwork) return false;
  const namespace = namespaceIn(state.space.cluster, pod.namespace);
  if (namespaces !== null && matchKnown(namespaces, namespace) !== Match.yes) return false;
  return pods === null || matchesLabels(pods, pod.labels);
}

/** The list of a policy's rules in its tree. */
export function rulesListIn(tree: Tree | null, type: PolicyType): ListTree | null {
  return listIn(mapIn(tree, 'spec'), type === 'Ingress' ? 'ingress' : 'egress');
}

/** How a rule is called in a sentence. */
export function ruleName({ name, type, index }: ClusterRule): string {
  if (name !== '') return t`rule ${name}`;
  return type === 'Ingress' ? t`ingress rule ${index + 1}` : t`egress rule ${index + 1}`;
}

function readPolicy(object: UnsupportedPolicy, tree: MapTree | null): ClusterPolicy | null {
  const spec = mapIn(tree, 'spec');
  const priority = spec ? entryOf(spec, 'priority')?.value : undefined;
  if (!spec || priority?.kind !== 'scalar' || typeof priority.value !== 'number') return null;
  const subject = groupIn(mapIn(spec, 'subject'));
  if (subject === null) return null;
  return {
    object,
    tier: textIn(spec, 'tier'),
    priority: priority.value,
    priorityRange: priority.range,
    subject,
    rules: [...rulesIn(tree, 'Ingress'), ...rulesIn(tree, 'Egress')],
  };
}

function rulesIn(tree: Tree | null, type: PolicyType): readonly ClusterRule[] {
  return (rulesListIn(tree, type)?.items ?? []).flatMap((rule, index): ClusterRule[] => {
    if (rule.kind !== 'map') return [];
    const peers = listIn(rule, type === 'Ingress' ? 'from' : 'to')?.items ?? [];
    const action = entryOf(rule, 'action');
    return [
      {
        type,
        index,
        name: textIn(rule, 'name'),
        action: textIn(rule, 'action'),
        actionRange: action?.value.range ?? rule.range,
        pods: peers.flatMap((peer) => (peer.kind === 'map' ? (groupIn(peer) ?? []) : [])),
        networks: peers.flatMap((peer) =>
          (listIn(peer, 'networks')?.items ?? []).flatMap((one) => (one.kind === 'scalar' ? [one] : [])),
        ),
        isAnyProtocol: entryOf(rule, 'protocols') === undefined,
      },
    ];
  });
}

/** A subject or a peer: `namespaces`, or `pods` with their namespaces. */
function groupIn(map: MapTree | null): PodGroup | null {
  if (map === null) return null;
  if (entryOf(map, 'namespaces')) return { namespaces: selectorIn(map, 'namespaces'), pods: null };
  const pods = mapIn(map, 'pods');
  if (pods === null) return null;
  return { namespaces: selectorIn(pods, 'namespaceSelector'), pods: selectorIn(pods, 'podSelector') };
}

const silent = createProblems(() => undefined);

function fieldsOf(tree: MapTree): MapField {
  return { tree, path: '', at: tree.range };
}

function selectorIn(map: MapTree, key: string): LabelSelector | null {
  const field = mapAt(fieldsOf(map), key, silent);
  return field && decodeSelector(field, silent);
}

function textIn(map: MapTree, key: string): string {
  return fieldOf(fieldsOf(map), key) ? (textAt(fieldsOf(map), key, silent) ?? '') : '';
}

/** The documents' objects of this API group. */
export function isClusterPolicyApi(object: DecodedObject): object is UnsupportedPolicy {
  return object.kind === 'UnsupportedPolicy' && object.apiVersion.startsWith(`${CLUSTER_POLICY_GROUP}/`);
}
