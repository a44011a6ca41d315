import { expect, test } from 'vitest';
import { Session } from '../../engine';
import { relevanceOf } from './relevance';

const objects: readonly (readonly [apiVersion: string, kind: string])[] = [
  ['v1', 'Pod'],
  ['v1', 'Namespace'],
  ['v1', 'Node'],
  ['v1', 'Service'],
  ['v1', 'Secret'],
  ['v1', 'ConfigMap'],
  ['v1', 'Event'],
  ['v1', 'Endpoints'],
  ['v1', 'Pdo'],
  ['v1', 'Servcie'],
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'Deploymnt'],
  ['apps/v1', 'ControllerRevision'],
  ['extensions/v1beta1', 'Deployment'],
  ['batch/v1', 'CronJob'],
  ['policy/v1', 'PodDisruptionBudget'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler'],
  ['networking.k8s.io/v1', 'NetworkPolicy'],
  ['networking.k8s.io/v1', 'NetworkPolice'],
  ['networking.k8s.io/v1', 'Ingress'],
  ['networking.k8s.io/v1', 'IngressClass'],
  ['gateway.networking.k8s.io/v1', 'Gateway'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
  ['gateway.networking.k8s.io/v1', 'GatewayClass'],
  ['networking.k8s.io/v1', 'IPAddress'],
  ['networkin.k8s.io/v1', 'NetworkPolicy'],
  ['rbac.authorization.k8s.io/v1', 'Role'],
  ['discovery.k8s.io/v1', 'EndpointSlice'],
  ['storage.k8s.io/v1', 'StorageClass'],
  ['cilium.io/v2', 'CiliumNetworkPolicy'],
  ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy'],
  ['cilium.io/v2', 'CiliumEndpoint'],
  ['crd.projectcalico.org/v1', 'GlobalNetworkPolicy'],
  ['crd.projectcalico.org/v1', 'NetworkSet'],
  ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy'],
  ['networking.k8s.aws/v1alpha1', 'ApplicationNetworkPolicy'],
  ['k8s.ovn.org/v1', 'EgressFirewall'],
  ['security.istio.io/v1', 'AuthorizationPolicy'],
  ['example.org/v1', 'OurNetworkPolicies'],
  ['kyverno.io/v1', 'ClusterPolicy'],
  ['serving.knative.dev/v1', 'Service'],
  ['example.org/v1', 'Pdo'],
];

test.each(objects)('%s %s is left out only if the engine has no use for it', (apiVersion, kind) => {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a, namespace: b}\nspec: {}\n`;
  const { receipt } = new Session().analyze([{ id: 'a', name: 'a', text }], 'spec');
  const isIgnored = receipt.ignored.some((ignored) => ignored.kind === kind);
  if (relevanceOf(apiVersion, kind) === 'none') expect(isIgnored).toBe(true);
  else expect(isIgnored && !['Service', 'NetworkSet'].includes(kind)).toBe(false);
});
