/** The pages the rows rest on. */

const concept = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';
const reference = 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/';

export const isolation = `${concept}#the-two-sorts-of-pod-isolation`;
export const resource = `${concept}#networkpolicy-resource`;
export const selectorBehaviour = `${concept}#behavior-of-to-and-from-selectors`;
export const defaultPolicies = `${concept}#default-policies`;
export const trafficFiltering = `${concept}#network-traffic-filtering`;
export const portRange = `${concept}#targeting-a-range-of-ports`;
export const namespaceByName = `${concept}#targeting-a-namespace-by-its-name`;
export const daemonSet =
  'https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#how-daemon-pods-are-scheduled';
export const podLifecycle = `${concept}#pod-lifecycle`;
export const hostNetwork = `${concept}#networkpolicy-and-hostnetwork-pods`;
export const notPossible = `${concept}#what-you-can-t-do-with-network-policies-at-least-not-yet`;
export const spec = `${reference}#NetworkPolicySpec`;
export const labels =
  'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors';
export const metadataName =
  'https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name';
export const podNameLabel =
  'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label';
export const podTemplateHash =
  'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template-hash-label';
export const revisionHash =
  'https://kubernetes.io/docs/reference/labels-annotations-taints/#controller-revision-hash';
export const service =
  'https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes';
export const headlessService =
  'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services';
export const podPorts =
  'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports';
export const podPhase = 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase';
export const ciliumOwnNode = 'https://github.com/cilium/cilium/issues/13081';
export const ciliumPolicy = 'https://docs.cilium.io/en/stable/network/kubernetes/policy/';
