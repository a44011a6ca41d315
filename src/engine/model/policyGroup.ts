/** The group of NetworkPolicy. https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/ */
export const POLICY_GROUP = 'networking.k8s.io';

const kinds: ReadonlySet<string> = new Set([
  'NetworkPolicy',
  'Ingress',
  'IngressClass',
  'IPAddress',
  'ClusterCIDR',
  'ServiceCIDR',
]);

/** A kind which that group does not have: what else could be meant there than a policy? */
export const isMissingKind = (group: string, kind: string): boolean =>
  group === POLICY_GROUP && !kinds.has(kind) && !kind.endsWith('List');
