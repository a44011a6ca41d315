/** A policy kind this program does not evaluate. */
interface ForeignKind {
  readonly clusterWide: boolean;
}

const inNamespace: ForeignKind = { clusterWide: false };
const everywhere: ForeignKind = { clusterWide: true };

const calico = new Map([
  ['NetworkPolicy', inNamespace],
  ['GlobalNetworkPolicy', everywhere],
  ['StagedNetworkPolicy', inNamespace],
  ['StagedKubernetesNetworkPolicy', inNamespace],
  ['StagedGlobalNetworkPolicy', everywhere],
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
  ['security.istio.io', new Map([['AuthorizationPolicy', inNamespace]])],
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
  if (known) return { namespace: known.clusterWide ? null : (writtenNamespace ?? defaultNamespace) };
  return /Network(?:Policy|Policies)$/.test(kind) ? { namespace: writtenNamespace } : null;
}
