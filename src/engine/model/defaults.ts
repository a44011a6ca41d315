import { NAMESPACE_NAME_LABEL } from './cluster';
import type { Labels, Protocol, WorkloadObject } from './objects';
import type { PolicyType } from './policy';

/** What the API server (or kubectl before it) fills in where the text is silent. */

/** The namespace of kubectl's context when none is set. */
export const DEFAULT_NAMESPACE = 'default';

/** A port without protocol is TCP, not "any". */
export const DEFAULT_PROTOCOL: Protocol = 'TCP';

/** spec.replicas, and spec.parallelism of jobs. */
export const DEFAULT_REPLICAS = 1;

/**
 * spec.policyTypes when absent or empty: always Ingress, and Egress only if there is at least one egress rule.
 * https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec
 */
export function defaultPolicyTypes(egressRules: number): readonly PolicyType[] {
  return egressRules > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

/** targetPort of a Service port; 0 and "" count as not written. */
export function defaultTargetPort(written: number | string | null, port: number): number | string {
  return written === null || written === 0 || written === '' ? port : written;
}

/** The label every Namespace has, whatever is written. https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name */
export function withNamespaceName(labels: Labels, name: string): Labels {
  return new Map([...labels, [NAMESPACE_NAME_LABEL, name]]);
}

/** spec.ordinals.start of a StatefulSet. */
export const DEFAULT_ORDINAL = 0;

/**
 * What controllers add to the labels of a template, as far as all of its pods have it. Of several replicas of a
 * StatefulSet each has labels of its own.
 */
export function labelsOfPods(
  { kind, name, replicas }: Pick<WorkloadObject, 'kind' | 'name' | 'replicas'>,
  firstOrdinal: number,
  labels: Labels,
): Labels {
  if (name.endsWith('*')) return labels;
  if (kind === 'Job') return withJobName(labels, name);
  return kind === 'StatefulSet' && replicas === 1 ? withOrdinal(labels, name, firstOrdinal) : labels;
}

/** https://kubernetes.io/docs/reference/labels-annotations-taints/#batchkubernetesio-job-name */
function withJobName(labels: Labels, name: string): Labels {
  return new Map([['batch.kubernetes.io/job-name', name], ['job-name', name], ...labels]);
}

/** Whatever the template says. https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label */
function withOrdinal(labels: Labels, name: string, ordinal: number): Labels {
  return new Map([
    ...labels,
    ['statefulset.kubernetes.io/pod-name', `${name}-${String(ordinal)}`],
    ['apps.kubernetes.io/pod-index', String(ordinal)],
  ]);
}
