import { NAMESPACE_NAME_LABEL } from './cluster';
import type { Labels, Protocol } from './objects';
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
