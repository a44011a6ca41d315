import type { RejectedPolicy, UnsupportedPolicy } from '../model/objects';
import type { NetworkPolicy, PolicyType } from '../model/policy';
import type { Space } from './space';

/** All policies at hand, by the namespace whose pods they can select. */
export interface PolicyBook {
  readonly policies: readonly NetworkPolicy[];
  readonly rejected: readonly RejectedPolicy[];
  readonly unsupported: readonly UnsupportedPolicy[];
  readonly byNamespace: ReadonlyMap<string, readonly NetworkPolicy[]>;
}

export function policyBook(
  policies: readonly NetworkPolicy[],
  rejected: readonly RejectedPolicy[],
  unsupported: readonly UnsupportedPolicy[],
): PolicyBook {
  const byNamespace = new Map<string, NetworkPolicy[]>();
  for (const policy of policies) {
    const list = byNamespace.get(policy.namespace);
    if (list) list.push(policy);
    else byNamespace.set(policy.namespace, [policy]);
  }
  return { policies, rejected, unsupported, byNamespace };
}

/** What applies to one side of a connection; see `selecting`. */
export interface Selecting {
  /** The policies of the pod's own namespace that select it for this direction: it is isolated unless there are none. */
  readonly policies: readonly NetworkPolicy[];
  /** Those that may select it, or not: they ask for the value of a label that only its controller knows. */
  readonly perhaps: readonly NetworkPolicy[];
  /** Policies the API server refuses that would select it: they could isolate it, or allow more. */
  readonly rejected: readonly RejectedPolicy[];
  /** Policies of kinds not evaluated here that could select it and have a say: they could change anything. */
  readonly unsupported: readonly UnsupportedPolicy[];
}

/**
 * Of a side that NetworkPolicies isolate their verdict is final: what is asked after them is not asked any more.
 * https://network-policy-api.sigs.k8s.io/api-overview/#priorities
 */
export function selecting(
  type: PolicyType,
  { policies, perhaps, rejected, unsupported }: Selecting,
): Selecting {
  const isFinal = policies.length > 0;
  const isSilent = ({ isBaseline, isAboutOutside }: UnsupportedPolicy): boolean =>
    (isBaseline && isFinal) || (isAboutOutside && type === 'Ingress');
  return {
    policies,
    perhaps,
    rejected,
    unsupported: unsupported.some(isSilent) ? unsupported.filter((one) => !isSilent(one)) : unsupported,
  };
}

/** Those of them that may have a say about what is exchanged with one face. */
export function unsupportedAt(
  { classes, faces }: Pick<Space, 'classes' | 'faces'>,
  { unsupported }: Pick<Selecting, 'unsupported'>,
  face: number,
): readonly UnsupportedPolicy[] {
  if (!unsupported.some(({ isAboutOutside }) => isAboutOutside)) return unsupported;
  const other = classes[faces[face]?.class ?? -1];
  const isPod = other?.kind === 'pods' && !other.example.hostNetwork;
  return isPod ? unsupported.filter(({ isAboutOutside }) => !isAboutOutside) : unsupported;
}

/** No policy has a say. */
export const nothingSelects: Selecting = { policies: [], perhaps: [], rejected: [], unsupported: [] };
