import type { ChangeCounts } from './evaluate/pairChange';
import type { PlacedDiagnostic } from './diagnostic';
import type { NearMisses, PeerExplanation, PortExplanation } from './evidence';
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
  /** The plugin under which it holds, drawn or not. */
  readonly cni: CniProfile;
  readonly diagnostics: readonly PlacedDiagnostic[];
  readonly receipt: Receipt;
  readonly topology: Topology;
  readonly picture: Picture;
  readonly policies: readonly PolicySummary[];
  /** Label keys of pods that any policy asks for, sorted. */
  readonly askedLabels: readonly string[];
  /** Against the answer drawn before, over the entities both have; nothing when this one is not drawable. */
  readonly changes: Changes;
  /** Another number where no file is left of those before: another workspace was opened. */
  readonly workspace: number;
}

/** Stable across edits: `Deployment/shop/web`, `Pod/shop/rogue`, `Namespace/shop`, `external/10.0.0.0/8`. */
export type EntityId = string;

/** What one card of the picture stands for by default: a namespace, a workload or a pod. */
export type Level = 'namespaces' | 'workloads' | 'pods';

/** How deep the picture goes. It decides which entities there are, never what is true of them. */
export interface View {
  /** Null: whichever can be read at this size. Chosen by the cluster alone, so that no policy edit turns the picture over. */
  readonly level: Level | null;
  /** Against the level, one by one: what is opened into its parts, … */
  readonly unfolded: readonly EntityId[];
  /** … and what is closed to one card: a namespace, a group of alike workloads, the outside, a workload with its pods. */
  readonly folded: readonly EntityId[];
  /** Workloads of one namespace that no policy tells apart are one card. Null: only where there are very many. */
  readonly alike: boolean | null;
}

/** The view in which everything is as its size suggests. */
export const plainView: View = { level: null, unfolded: [], folded: [], alike: null };

/**
 * The nodes of the picture in one view. Depends on the cluster and on which labels and CIDRs the policies name, not on
 * what they allow.
 */
export interface Topology {
  /** Changes exactly when the content changes, so receivers may compare this alone. */
  readonly id: string;
  /** The level the entities are at, but for what the view unfolds and folds. */
  readonly level: Level;
  /** Alike workloads are folded. */
  readonly alike: boolean;
  readonly namespaces: readonly NamespaceEntity[];
  /** Sorted: by namespace, workload, pod; then the outside. Index = position in Picture arrays. */
  readonly entities: readonly Entity[];
  /** What the whole cluster has, whatever the view shows of it. */
  readonly cluster: { readonly namespaces: number; readonly workloads: number; readonly pods: number };
}

export interface NamespaceEntity {
  readonly name: string;
  readonly labels: readonly (readonly [string, string])[];
  /** False: only mentioned by other objects. */
  readonly declared: boolean;
  readonly workloads: number;
  readonly pods: number;
}

/** Anything that can send or receive and has a card of its own. */
export type Entity = WorkloadEntity | PodEntity | ExternalEntity | NamespaceFold | AlikeFold | OutsideFold;

export interface WorkloadEntity {
  readonly kind: 'workload';
  readonly id: EntityId;
  /** Deployment, StatefulSet, …, or Pod for a pod nobody owns. */
  readonly workloadKind: string;
  readonly namespace: string;
  readonly name: string;
  readonly replicas: number;
  /** How many Pod objects are folded into it; 0 when only the template is known. */
  readonly podCount: number;
  /** The names of the first of them, sorted; at most 50. */
  readonly pods: readonly string[];
  readonly labels: readonly (readonly [string, string])[];
  readonly ports: readonly EntityPort[];
  /** Its policies have no effect: it has its node's address. */
  readonly hostNetwork: boolean;
  /** Services of its namespace whose selector matches it, as `name:port → targetPort`. */
  readonly services: readonly { readonly name: string; readonly ports: string }[];
}

export interface EntityPort {
  readonly name: string | null;
  readonly protocol: Protocol;
  readonly port: number;
}

/** One pod of an unfolded workload. */
export interface PodEntity {
  readonly kind: 'pod';
  /** `Pod/shop/web-5d4f-abcde` */
  readonly id: EntityId;
  readonly namespace: string;
  readonly name: string;
  /** The workload it belongs to. */
  readonly workload: EntityId;
  readonly node: string | null;
  readonly addresses: readonly string[];
  readonly labels: readonly (readonly [string, string])[];
  readonly ports: readonly EntityPort[];
  readonly hostNetwork: boolean;
}

export interface ExternalEntity {
  readonly kind: 'external';
  readonly id: EntityId;
  /** `Everything else`, `10.0.0.0/8`, `rest of 10.0.0.0/8`. */
  readonly name: string;
  /** The same for a card that says itself that it is the rest: `10.0.0.0/8`. */
  readonly short: string;
  /** Address ranges it stands for, `a-b`, sorted, IPv4 first. */
  readonly ranges: readonly string[];
  /** The part that no CIDR of any policy names. */
  readonly everythingElse: boolean;
}

/** A whole namespace as one card. */
export interface NamespaceFold {
  readonly kind: 'namespace';
  /** `Namespace/shop` */
  readonly id: EntityId;
  readonly namespace: string;
  readonly name: string;
  readonly workloads: number;
  /** How many of them are scaled to 0. */
  readonly idle: number;
  readonly pods: number;
}

/** Workloads of one namespace that no policy tells apart, as one card. */
export interface AlikeFold {
  readonly kind: 'alike';
  /** `alike/shop/<id of the first workload>` */
  readonly id: EntityId;
  readonly namespace: string;
  /** Of the first workload. */
  readonly name: string;
  /** Ids of the workloads, sorted; at least two. */
  readonly members: readonly EntityId[];
  /** Those of them that are scaled to 0. */
  readonly idle: readonly EntityId[];
  /** Labels all of them have. */
  readonly labels: readonly (readonly [string, string])[];
  readonly ports: readonly EntityPort[];
}

/** The whole outside as one card. */
export interface OutsideFold {
  readonly kind: 'outside';
  readonly id: 'outside';
  readonly name: string;
  /** How many groups of addresses the policies tell apart. */
  readonly groups: number;
}

/** How a pair is to be told, in the order of the drawing table. */
export const Tone = {
  /** Same entity, or two external ones: not a pair. */
  none: 0,
  /** No policy selects either end for this direction. */
  open: 1,
  /** A policy applies, every port passes. */
  allowed: 2,
  /** Some ports pass; between folded ends: something passes for some of the pairs. */
  partial: 3,
  /** Nothing passes; the source's egress stops it (whatever the destination says). */
  blockedEgress: 4,
  /** Nothing passes; only the destination's ingress stops it (or the two sides share no port). */
  blockedIngress: 5,
  /** For at least one port nothing here decides it. */
  unknown: 6,
} as const;
export type Tone = (typeof Tone)[keyof typeof Tone];

/**
 * N × N cells, row = source, column = destination, N = topology.entities.length. A cell between folded ends stands for
 * all pairs of what is folded in them, the cell of a folded entity with itself for the pairs inside. The outside counts
 * as one end of a pair, however many groups of addresses it has.
 */
export interface Picture {
  /** Tone of cell `source * N + destination`. */
  readonly tones: Uint8Array<ArrayBuffer>;
  /** Index into portTexts of what certainly passes; of an empty text for a cell that stands for several pairs, or is `inPart`. */
  readonly ports: Uint32Array<ArrayBuffer>;
  /** `every port`, `TCP 80, 443`, `TCP 8000–8080 · UDP 53`, `nothing`. */
  readonly portTexts: readonly string[];
  /** How many pairs the cell stands for, … */
  readonly totals: Uint32Array<ArrayBuffer>;
  /** … in how many of them at least one port certainly passes, … */
  readonly passing: Uint32Array<ArrayBuffer>;
  /** … and how many of them cannot be decided whole. */
  readonly unknown: Uint32Array<ArrayBuffer>;
  /** Cells of the outside with pairs in which something passes, but nothing to or from all of it. */
  readonly inPart: ReadonlySet<number>;
  /**
   * Per entity, INGRESS_LOCK and EGRESS_LOCK: isolated; INGRESS_PERHAPS and EGRESS_PERHAPS: that cannot be said. Of a
   * fold: at least one in it.
   */
  readonly locks: Uint8Array<ArrayBuffer>;
  /** Two numbers per entity: how many of the workloads (or pods) in it are isolated for ingress, and for egress. */
  readonly isolated: Uint32Array<ArrayBuffer>;
  /** Likewise of how many it cannot be said: what could not be read or is not evaluated may isolate them. */
  readonly perhapsIsolated: Uint32Array<ArrayBuffer>;
  /** Over all pairs whose ends are both inside the cluster. */
  readonly sum: { readonly ends: number; readonly pairs: number; readonly passing: number };
  /** Pairs that cannot be decided, also with the outside. */
  readonly undecided: number;
}

export const INGRESS_LOCK = 1;
export const EGRESS_LOCK = 2;
export const INGRESS_PERHAPS = 4;
export const EGRESS_PERHAPS = 8;

/** What the newest edit did to the pairs both answers have. */
export interface Changes {
  /** Cells of the picture (`source * N + destination`) with a pair that gained, lost or exchanged ports. */
  readonly pairs: Uint32Array<ArrayBuffer>;
  /** Beside `pairs`: 1 gained ports only, -1 lost ports only, 0 both or became (un)decidable. */
  readonly signs: Int8Array<ArrayBuffer>;
  /** Exact numbers of pairs, not of cells. */
  readonly counts: ChangeCounts;
}

export interface PolicySummary {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly types: readonly PolicyType[];
  /** podSelector is empty: a property of the whole namespace. */
  readonly selectsAll: boolean;
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
  readonly kind: 'pair';
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
  /** What would let it through; null where nothing is stopped, nothing is decided, or nobody asked. */
  readonly nearMisses: NearMisses | null;
}

export interface SideExplanation {
  readonly type: PolicyType;
  /** False: the side lets everything through by itself. */
  readonly isolated: boolean;
  readonly passes: string;
  /** What may pass where it cannot be said whether it does; null: something passes for certain, or nothing can. */
  readonly may: string | null;
  /** Nothing can pass. */
  readonly isShut: boolean;
  /** What passing means here, in one sentence. */
  readonly sentence: string;
  /** Policies that select this side, those that grant something first; at most TOLD_POLICIES. */
  readonly policies: readonly PolicyExplanation[];
  /** How many select it. */
  readonly policyCount: number;
}

export const TOLD_POLICIES = 50;

/** A policy that selects one side, and what each of its rules gives the pair. */
export interface PolicyExplanation {
  readonly name: string;
  readonly namespace: string;
  readonly place: Place;
  /** Why it selects this side: "podSelector app=db", and where that is written. */
  readonly selector: { readonly phrase: string; readonly place: Place };
  /** Of this direction, those that grant something first; at most TOLD_RULES of one side. */
  readonly rules: readonly RuleExplanation[];
  /** How many rules of this direction it has. */
  readonly ruleCount: number;
  /** "It has no ingress rule: it isolates, and lets nothing in."; null when there are rules. */
  readonly note: string | null;
}

export const TOLD_RULES = 50;

export interface RuleExplanation {
  /** `ingress[0]` */
  readonly path: string;
  readonly place: Place;
  /** Ports it grants this pair, or may grant; `nothing` when no peer matches. */
  readonly grants: string;
  readonly granted: boolean;
  /** Whether it grants them cannot be said. */
  readonly isDoubtful: boolean;
  /** The matching peer, when one is written. */
  readonly peerPlace: Place | null;
  readonly sentence: string;
  /** Those that match first; at most TOLD_PEERS. None: anyone. */
  readonly peers: readonly PeerExplanation[];
  readonly peerCount: number;
  /** As written; none: every port. At most TOLD_PORTS. */
  readonly ports: readonly PortExplanation[];
  readonly portCount: number;
}

export const TOLD_PEERS = 20;
export const TOLD_PORTS = 20;

/** One end of a pair, with the names people know it by; it need not have a card of its own. */
export interface EndRef {
  readonly id: EntityId;
  readonly name: string;
  /** Null: outside the cluster. */
  readonly namespace: string | null;
}

/** One pair of a list. */
export interface ReachRow {
  readonly source: EndRef;
  readonly destination: EndRef;
  readonly tone: Tone;
  /** What certainly passes, as in Picture.portTexts; empty: only something to or from a part of the outside. */
  readonly ports: string;
  /** Whether anything does. */
  readonly passes: boolean;
}

/** Pairs in shelves: exact counts, and of each shelf the first rows; those with the outside stand first among equals. */
export interface Reach {
  /** Decided by a policy and passing at least in part, or undecidable: every port first, then some, then unknown. */
  readonly passing: ReachShelf;
  /** How many of the passing ones cannot be decided whole. */
  readonly undecided: number;
  /** Nothing decides these. */
  readonly open: ReachShelf;
  readonly blocked: ReachShelf;
}

export interface ReachShelf {
  readonly count: number;
  /** At most REACH_ROWS of them. */
  readonly rows: readonly ReachRow[];
}

export const REACH_ROWS = 500;

/** All pairs between two ends of which at least one is folded. */
export interface FoldExplanation {
  readonly kind: 'fold';
  readonly source: EntityId;
  readonly destination: EntityId;
  readonly pairs: Reach;
}

/** One entity retold: which policies select it, whom it can reach and who can reach it. */
export interface EntityExplanation {
  readonly entity: EntityId;
  /** The entity itself, for it may have no card. */
  readonly facts: Entity;
  /** Its locks, as in Picture.locks. */
  readonly lock: number;
  readonly canReach: Reach;
  readonly reachedBy: Reach;
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
  /** What may have a say about it, too, but was refused, cannot be read, or is not evaluated. */
  readonly doubtful: readonly DoubtfulPolicy[];
}

export interface DoubtfulPolicy {
  /** '' when it could not be read. */
  readonly name: string;
  /** null: cluster-wide, or not known. */
  readonly namespace: string | null;
  readonly kind: string;
  readonly place: Place;
}
