import { isClusterKind, isPolicyKind, namesPolicy } from '../kindShapes';

/** cluster: who is there. policy: what may connect. none: nothing here depends on it. */
export type Relevance = 'cluster' | 'policy' | 'none';

/** Policies whose name does not say so. */
const policyKinds: ReadonlySet<string> = new Set(['AuthorizationPolicy', 'EgressFirewall']);

/** Kinds of Kubernetes' own groups that decide nothing here; groups without a dot have no others. */
const idleKinds: ReadonlySet<string> = new Set([
  'Binding',
  'ComponentStatus',
  'ConfigMap',
  'ControllerRevision',
  'Endpoints',
  'Event',
  'HorizontalPodAutoscaler',
  'IPAddress',
  'IngressClass',
  'LimitRange',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'PodDisruptionBudget',
  'PodSecurityPolicy',
  'PodTemplate',
  'ResourceQuota',
  'Scale',
  'Secret',
  'ServiceAccount',
  'ServiceCIDR',
]);

/** A group with a dot, and not one spelt like the group of NetworkPolicy. */
const anyonesGroup = /^(?!network\w*\.)[^/]*\.[^/]*\//i;

/**
 * What an object means here. Left out is only what certainly means nothing: a kind that could be another one misspelt
 * is kept, so that the mistake is reported.
 */
export function relevanceOf(apiVersion: string | null, kind: string): Relevance {
  if (idleKinds.has(kind)) return 'none';
  if (namesPolicy(kind) || policyKinds.has(kind)) return 'policy';
  if (isClusterKind(kind) || kind.endsWith('List')) return 'cluster';
  if (anyonesGroup.test(apiVersion ?? '')) return 'none';
  return isPolicyKind(kind) || /polic/i.test(kind) ? 'policy' : 'cluster';
}
