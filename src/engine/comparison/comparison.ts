import type { EndRef } from '../answer';
import type { PortList } from '../connections';
import type { ChangeCounts, PairChange } from '../evaluate/pairChange';
import type { Place } from '../source';

/** What two states of a workspace let through, held against each other over all that is in both. */
export interface Comparison {
  /** Exact numbers of pairs between workloads, and between them and each part of the outside that either tells apart. */
  readonly counts: ChangeCounts;
  /** Of each, rows up to the number that was asked for, sorted by their ends. */
  readonly rows: Readonly<Record<PairChange, readonly ChangedRow[]>>;
  /** Workloads only the later state has, … */
  readonly added: SomeEnds;
  /** … and only the earlier. Their pairs are not compared. */
  readonly removed: SomeEnds;
  /** How many workloads in both look otherwise to policies: labels, ports, addresses, or their namespace's labels. */
  readonly altered: number;
  /** Both states are read for the same plugin. */
  readonly samePlugin: boolean;
  readonly policies: readonly ChangedPolicy[];
  /** Cells of a picture in which a pair changed; null when none was asked for. */
  readonly cells: ChangedCells | null;
}

/** One pair of which something else can be said than before. */
export interface ChangedRow {
  readonly source: ComparedEnd;
  readonly destination: ComparedEnd;
  readonly before: PassingPorts;
  readonly after: PassingPorts;
  /** The changed policies that apply to it, as positions in `Comparison.policies`. */
  readonly by: readonly number[];
}

/** An end of a changed pair, as the later state calls it. */
export interface ComparedEnd extends EndRef {
  /** Deployment, Pod, …; null: outside the cluster. */
  readonly workloadKind: string | null;
  /** Of a part of the outside, what it stands for, `a-b`; empty for workloads. */
  readonly ranges: readonly string[];
}

/** What passes between two ends. */
export interface PassingPorts {
  readonly allowed: PortList;
  /** Ports that cannot be decided, when there are any. */
  readonly unknown?: PortList;
  /** `TCP 80`, `nothing`; what cannot be said is mentioned. */
  readonly text: string;
}

/** How many, and the first of them. */
export interface SomeEnds {
  readonly count: number;
  readonly first: readonly EndRef[];
}

/** A policy that says something else than before. */
export interface ChangedPolicy {
  readonly change: 'added' | 'removed' | 'edited';
  /** NetworkPolicy, or a kind that is not evaluated. */
  readonly kind: string;
  /** Null: cluster-wide, or not known. */
  readonly namespace: string | null;
  readonly name: string;
  /** Its name in the later text; null: it is gone. */
  readonly place: Place | null;
}

/** By cell of the picture whose topology has this id, 1: a pair in it changed. */
export interface ChangedCells {
  readonly topology: string;
  readonly concerned: Uint8Array<ArrayBuffer>;
}
