import type { PlacedDiagnostic } from './diagnostic';
import type { Protocol } from './model/objects';
import type { PolicyType } from './model/policy';
import type { Place } from './source';

/**
 * What the engine says about a whole workspace, in the form that crosses to whoever shows it: few objects, and typed
 * arrays for everything that grows with the number of pairs.
 */
export interface Answer {
  /** True when no document was left out because of an error. */
  readonly complete: boolean;
  /**
   * May it replace the picture? Not while a document that was whole when the picture was drawn is broken: that is
   * somebody typing. What was broken when it came in does not hold the picture back; its pairs are "cannot say".
   */
  readonly drawable: boolean;
  readonly diagnostics: readonly PlacedDiagnostic[];
  readonly receipt: Receipt;
  readonly topology: Topology;
  readonly picture: Picture;
  readonly policies: readonly PolicySummary[];
  /** Against the answer drawn before, over the entities both have; nothing when this one is not drawable. */
  readonly changes: Changes;
}

/** Stable across edits: `Deployment/shop/web`, `Pod/shop/rogue`, `external/<signature>`. */
export type EntityId = string;

/** The nodes of the picture. Depends on the cluster and on which CIDRs the policies name, not on what they allow. */
export interface Topology {
  /** Changes exactly when the content changes, so receivers may compare this alone. */
  readonly id: string;
  readonly namespaces: readonly NamespaceEntity[];
  /** Sorted: workloads by namespace, name, kind; then external groups. Index = position in Picture arrays. */
  readonly entities: readonly Entity[];
}

export interface NamespaceEntity {
  readonly name: string;
  readonly labels: readonly (readonly [string, string])[];
  /** False: only mentioned by other objects. */
  readonly declared: boolean;
}

export type Entity = WorkloadEntity | ExternalEntity;

export interface WorkloadEntity {
  readonly kind: 'workload';
  readonly id: EntityId;
  /** Deployment, StatefulSet, …, or Pod for a pod nobody owns. */
  readonly workloadKind: string;
  readonly namespace: string;
  readonly name: string;
  readonly replicas: number;
  /** Names of the Pod objects folded into it, sorted; empty when only the template is known. */
  readonly pods: readonly string[];
  readonly labels: readonly (readonly [string, string])[];
  readonly ports: readonly {
    readonly name: string | null;
    readonly protocol: Protocol;
    readonly port: number;
  }[];
  /** Its policies have no effect: it has its node's address. */
  readonly hostNetwork: boolean;
  /** Services of its namespace whose selector matches it, as `name:port → targetPort`. */
  readonly services: readonly { readonly name: string; readonly ports: string }[];
}

export interface ExternalEntity {
  readonly kind: 'external';
  readonly id: EntityId;
  /** `Everything else`, `10.0.0.0/8`, `10.0.0.0/8 except 10.1.0.0/16`: short enough for a card. */
  readonly name: string;
  /** Address ranges it stands for, `a-b`, sorted, IPv4 first. */
  readonly ranges: readonly string[];
  /** The part that no CIDR of any policy names. */
  readonly everythingElse: boolean;
}

/** How a pair is to be told, in the order of the drawing table. */
export const Tone = {
  /** Same entity, or two external ones: not a pair. */
  none: 0,
  /** No policy selects either end for this direction. */
  open: 1,
  /** A policy applies, every port passes. */
  allowed: 2,
  /** Some ports pass. */
  partial: 3,
  /** Nothing passes; the source's egress stops it (whatever the destination says). */
  blockedEgress: 4,
  /** Nothing passes; only the destination's ingress stops it (or the two sides share no port). */
  blockedIngress: 5,
  /** For at least one port nothing here decides it. */
  unknown: 6,
} as const;
export type Tone = (typeof Tone)[keyof typeof Tone];

/** N × N, row = source, column = destination, N = topology.entities.length. */
export interface Picture {
  /** Tone of pair `source * N + destination`. */
  readonly tones: Uint8Array<ArrayBuffer>;
  /** Index into portTexts of what certainly passes. */
  readonly ports: Uint32Array<ArrayBuffer>;
  /** `every port`, `TCP 80, 443`, `TCP 8000–8080 · UDP 53`, `nothing`. */
  readonly portTexts: readonly string[];
  /** Per entity, bit 1: isolated for ingress; bit 2: isolated for egress. */
  readonly locks: Uint8Array<ArrayBuffer>;
}

export const INGRESS_LOCK = 1;
export const EGRESS_LOCK = 2;

export interface Changes {
  /** Pair indices (`source * N + destination`) that gained, lost or exchanged ports. */
  readonly pairs: Uint32Array<ArrayBuffer>;
  /** Beside `pairs`: 1 gained ports, -1 lost ports, 0 both or became (un)decidable. */
  readonly signs: Int8Array<ArrayBuffer>;
}

export interface PolicySummary {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly types: readonly PolicyType[];
  /** podSelector is empty: a property of the whole namespace. */
  readonly selectsAll: boolean;
  /** How many entities of the topology it selects. */
  readonly selected: number;
  readonly place: Place;
}

/** What became of everything that was given. */
export interface Receipt {
  /** By kind, in display order. */
  readonly used: readonly KindCount[];
  /** Namespaces nobody declared. */
  readonly inferredNamespaces: readonly string[];
  /** Pods shown as part of their workload. */
  readonly foldedPods: number;
  /** Pods left out because they have finished. */
  readonly completedPods: number;
  /** Objects of kinds that do not matter here, by kind. */
  readonly ignored: readonly (KindCount & { readonly names: readonly string[] })[];
  /** Objects left out because of an error. */
  readonly rejected: readonly { readonly kind: string; readonly name: string; readonly place: Place }[];
  /** Policies of kinds this program does not evaluate: the verdicts they could change are "cannot say". */
  readonly unsupported: readonly { readonly kind: string; readonly name: string; readonly place: Place }[];
}

export interface KindCount {
  readonly kind: string;
  readonly count: number;
}

/** Which plugin enforces the policies. spec: as the upstream tests require. */
export type CniProfile = 'spec' | 'cilium' | 'none';

/** A pair retold: the two sides, what each grants, and one sentence. */
export interface PairExplanation {
  readonly source: EntityId;
  readonly destination: EntityId;
  readonly tone: Tone;
  readonly allowed: string;
  /** "web can reach db on TCP 3306." */
  readonly sentence: string;
  readonly egress: SideExplanation;
  readonly ingress: SideExplanation;
  /** Why a part cannot be decided; empty when all is decided. */
  readonly doubts: readonly string[];
}

export interface SideExplanation {
  readonly type: PolicyType;
  /** False: the side lets everything through by itself. */
  readonly isolated: boolean;
  readonly passes: string;
  /** What passing means here, in one sentence. */
  readonly sentence: string;
  /** Policies that select this side, and what each of their rules gives this pair. */
  readonly policies: readonly {
    readonly name: string;
    readonly namespace: string;
    readonly place: Place;
    readonly rules: readonly RuleExplanation[];
  }[];
}

export interface RuleExplanation {
  /** `ingress[0]` */
  readonly path: string;
  readonly place: Place;
  /** Ports it grants this pair; `nothing` when no peer matches. */
  readonly grants: string;
  readonly granted: boolean;
  /** The matching peer, when one is written. */
  readonly peerPlace: Place | null;
  readonly sentence: string;
}

/** One entity retold: which policies select it. Its reach is read off the picture. */
export interface EntityExplanation {
  readonly entity: EntityId;
  /** Where it is declared; null for external addresses. */
  readonly place: Place | null;
  /** Widest scope first. */
  readonly sentences: readonly string[];
  readonly selectedBy: readonly {
    readonly name: string;
    readonly namespace: string;
    readonly types: readonly PolicyType[];
    readonly place: Place;
  }[];
}
