/** A policy kind this program does not evaluate. */
interface ForeignKind {
  readonly inForce: 'namespace' | 'cluster' | 'mesh' | 'nowhere';
}

const inNamespace: ForeignKind = { inForce: 'namespace' };
const everywhere: ForeignKind = { inForce: 'cluster' };
/** In the root namespace it is for all: https://istio.io/latest/docs/reference/config/security/authorization-policy/ */
const inMesh: ForeignKind = { inForce: 'mesh' };
const ISTIO_ROOT = 'istio-system';
/** A preview: what it would do is only logged. */
const staged: ForeignKind = { inForce: 'nowhere' };

/** Staged ones: https://docs.tigera.io/calico/latest/network-policy/staged-network-policies */
const calico = new Map([
  ['NetworkPolicy', inNamespace],
  ['GlobalNetworkPolicy', everywhere],
  ['StagedNetworkPolicy', staged],
  ['StagedKubernetesNetworkPolicy', staged],
  ['StagedGlobalNetworkPolicy', staged],
]);

/** By group, for kind names are shared: `ClusterNetworkPolicy` alone exists in three of them. */
const foreignKinds = new Map<string, ReadonlyMap<string, ForeignKind>>([
  [
    'cilium.io',
    new Map([
      ['CiliumNetworkPolicy', inNamespace],
      ['CiliumClusterwideNetworkPolicy', everywhere],
    ]),
  ],
  ['projectcalico.org', calico],
  ['crd.projectcalico.org', calico],
  [
    'policy.networking.k8s.io',
    new Map([
      ['AdminNetworkPolicy', everywhere],
      ['BaselineAdminNetworkPolicy', everywhere],
      ['ClusterNetworkPolicy', everywhere],
    ]),
  ],
  [
    'networking.k8s.aws',
    new Map([
      ['ClusterNetworkPolicy', everywhere],
      ['ApplicationNetworkPolicy', inNamespace],
    ]),
  ],
  [
    'crd.antrea.io',
    new Map([
      ['NetworkPolicy', inNamespace],
      ['ClusterNetworkPolicy', everywhere],
    ]),
  ],
  ['k8s.ovn.org', new Map([['EgressFirewall', inNamespace]])],
  ['security.istio.io', new Map([['AuthorizationPolicy', inMesh]])],
]);

/** The group is known to have a policy kind of that name. */
export function isForeignPolicy(group: string, kind: string): boolean {
  return foreignKinds.get(group)?.has(kind) === true;
}

/**
 * Whether a kind outside networking.k8s.io changes what may connect, and the namespace it does so in: null for all of
 * them. Of a kind that is known only by its name, an unwritten namespace means that it may be any.
 */
export function foreignPolicyScope(
  group: string,
  kind: string,
  writtenNamespace: string | null,
  defaultNamespace: string,
): { readonly namespace: string | null } | null {
  const known = foreignKinds.get(group)?.get(kind);
  switch (known?.inForce) {
    case 'nowhere':
      return null;
    case 'cluster':
      return { namespace: null };
    case 'namespace':
      return { namespace: writtenNamespace ?? defaultNamespace };
    case 'mesh':
      return { namespace: writtenNamespace === ISTIO_ROOT ? null : (writtenNamespace ?? defaultNamespace) };
    case undefined:
      return /Network(?:Policy|Policies)$/.test(kind) ? { namespace: writtenNamespace } : null;
  }
}

/**
 * Whether a policy of that kind is asked after NetworkPolicies. `tier`: its spec.tier.
 * https://network-policy-api.sigs.k8s.io/api-overview/
 */
export function isBaselinePolicy(group: string, kind: string, tier: string | null): boolean {
  if (group !== 'policy.networking.k8s.io') return false;
  return kind === 'BaselineAdminNetworkPolicy' || (kind === 'ClusterNetworkPolicy' && tier === 'Baseline');
}

/**
 * Whether a policy of that kind is about what pods send to others than pods, and nothing else.
 * https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/network_apis/egressfirewall-k8s-ovn-org-v1
 */
export function isAboutOutside(group: string, kind: string): boolean {
  return group === 'k8s.ovn.org' && kind === 'EgressFirewall';
}
