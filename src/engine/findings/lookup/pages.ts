const kubernetes = 'https://kubernetes.io/docs';
const concept = `${kubernetes}/concepts/services-networking/network-policies/`;
const service = `${kubernetes}/concepts/services-networking/service/`;

/** Pages of the documentation that findings point to. */
export const pages = {
  isolation: `${concept}#the-two-sorts-of-pod-isolation`,
  peers: `${concept}#behavior-of-to-and-from-selectors`,
  filtering: `${concept}#network-traffic-filtering`,
  portRange: `${concept}#targeting-a-range-of-ports`,
  namespaceByName: `${concept}#targeting-a-namespace-by-its-name`,
  hostNetwork: `${concept}#networkpolicy-and-hostnetwork-pods`,
  limits: `${concept}#what-you-can-t-do-with-network-policies-at-least-not-yet`,
  prerequisites: `${concept}#prerequisites`,
  policyResource: `${concept}#networkpolicy-resource`,
  allowAllIngress: `${concept}#allow-all-ingress-traffic`,
  defaultDenyEgress: `${concept}#default-deny-all-egress-traffic`,
  fieldValidation: `${kubernetes}/reference/using-api/api-concepts/#field-validation`,
  policyReference: `${kubernetes}/reference/kubernetes-api/policy-resources/network-policy-v1/`,
  namespaces: `${kubernetes}/concepts/overview/working-with-objects/namespaces/`,
  objectsInFile: `${kubernetes}/concepts/workloads/management/#organizing-resource-configurations`,
  labelSyntax: `${kubernetes}/concepts/overview/working-with-objects/labels/#syntax-and-character-set`,
  clusterPolicies: 'https://network-policy-api.sigs.k8s.io/api-overview/',
  servicePorts: `${service}#field-spec-ports`,
  virtualAddresses: `${kubernetes}/reference/networking/virtual-ips/`,
  dnsDebugging: `${kubernetes}/tasks/administer-cluster/dns-debugging-resolution/`,
  dnsForPods: `${kubernetes}/concepts/services-networking/dns-pod-service/`,
  nodeLocalDns: `${kubernetes}/tasks/administer-cluster/nodelocaldns/`,
  openShiftDns: 'https://docs.okd.io/latest/networking/networking_operators/dns-operator.html',
  sourceAddress: `${kubernetes}/tutorials/services/source-ip/#source-ip-for-services-with-type-nodeport`,
  dualStack: `${kubernetes}/concepts/services-networking/dual-stack/`,
  setBasedSelectors: `${kubernetes}/concepts/overview/working-with-objects/labels/#set-based-requirement`,
  webhooks: `${kubernetes}/reference/access-authn-authz/extensible-admission-controllers/#service-reference`,
  ingressControllers: `${kubernetes}/concepts/services-networking/ingress-controllers/`,
  apiFromPod: `${kubernetes}/tasks/run-application/access-api-from-pod/`,
} as const;
