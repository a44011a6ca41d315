import type { Range } from '../source';
import type { Protocol } from './objects';

/** networking.k8s.io/v1 NetworkPolicy after decoding, defaulting and validation. */
export interface NetworkPolicy {
  readonly kind: 'NetworkPolicy';
  readonly name: string;
  readonly namespace: string;
  readonly podSelector: LabelSelector;
  /** Effective: the defaults for an absent list are applied. Never empty. */
  readonly policyTypes: readonly PolicyType[];
  /** As written, also when policyTypes does not list the direction (then they have no effect). */
  readonly ingress: readonly Rule[];
  readonly egress: readonly Rule[];
  readonly nameRange: Range;
  readonly range: Range;
}

export type PolicyType = 'Ingress' | 'Egress';

export interface Rule {
  /** Empty: any peer, also outside the cluster. */
  readonly peers: readonly Peer[];
  /** Empty: every port of every protocol. */
  readonly ports: readonly PolicyPort[];
  readonly range: Range;
}

export type Peer = PodPeer | IpBlockPeer;

export interface PodPeer {
  readonly kind: 'pods';
  /** null: the policy's own namespace. */
  readonly namespaceSelector: LabelSelector | null;
  /** null: every pod of those namespaces. Never null together with namespaceSelector. */
  readonly podSelector: LabelSelector | null;
  readonly range: Range;
}

export interface IpBlockPeer {
  readonly kind: 'ipBlock';
  /** As written, valid. */
  readonly cidr: string;
  readonly except: readonly string[];
  readonly range: Range;
}

/** Matches everything when there are no requirements. matchLabels `k: v` is `k In [v]`. All must hold. */
export interface LabelSelector {
  readonly requirements: readonly Requirement[];
  readonly range: Range;
}

export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /** Empty for Exists and DoesNotExist. */
  readonly values: readonly string[];
  readonly range: Range;
}

export interface PolicyPort {
  readonly protocol: Protocol;
  /** null: every port of the protocol; a string is the name of a container port. */
  readonly port: number | string | null;
  /** Inclusive end of a range; only with a numeric port. */
  readonly endPort: number | null;
  readonly range: Range;
}
