import type { EndRef } from '../answer';
import type { Place } from '../source';

/**
 * How far policies close something for one direction. unknown: a policy that could not be read decides it. exempt: all
 * of it is on the host network, where policies have no effect.
 */
export type Closure = 'closed' | 'partly' | 'open' | 'unknown' | 'exempt';

/** The workloads of a namespace, or of the cluster, by how far policies isolate them for one direction. */
export interface DirectionCoverage {
  readonly closure: Closure;
  /** Every pod is isolated. */
  readonly closed: number;
  /** Some of the pods are. */
  readonly partly: number;
  readonly open: number;
  /** Not for certain, but perhaps: a policy that could not be read might. */
  readonly unknown: number;
  /** Pods that are isolated for certain, … */
  readonly isolatedPods: number;
  /** … of how many it cannot be said, … */
  readonly doubtfulPods: number;
  /** … of how many that policies can have an effect on. A template without pods counts as one. */
  readonly pods: number;
}

/** Ordered pairs of workloads, counted as the picture counts them; the outside is one end. */
export interface PairCounts {
  readonly pairs: number;
  /** At least one port certainly passes. */
  readonly passing: number;
  /** Of those: every port passes because no policy decides about either side. */
  readonly open: number;
  /** Cannot be decided whole. */
  readonly unknown: number;
}

/** A workload, of which perhaps only some pods are meant. */
export interface PartlyMeant extends EndRef {
  readonly isPart: boolean;
}

/** The first of many. */
export interface Counted<T> {
  readonly count: number;
  readonly first: readonly T[];
}

/** What is told of each namespace, and of the whole cluster. */
export interface AreaCoverage {
  readonly workloads: number;
  /** Known pods; templates are none. */
  readonly pods: number;
  readonly policies: number;
  readonly ingress: DirectionCoverage;
  readonly egress: DirectionCoverage;
  /** From all workloads of the cluster into here, also from within. */
  readonly into: PairCounts;
  readonly outOf: PairCounts;
  readonly fromOutside: PairCounts;
  readonly toOutside: PairCounts;
  /** Workloads with a pod that no policy selects. */
  readonly unselected: Counted<PartlyMeant>;
  /** Workloads on the host network: policies have no effect on them, and they are not among the others. */
  readonly exempt: Counted<EndRef>;
}

export interface NamespaceCoverage extends AreaCoverage {
  readonly name: string;
}

/** A policy that selects no pod. */
export interface IdlePolicy {
  readonly name: string;
  readonly namespace: string;
  readonly place: Place;
}

/** How far the policies at hand cover the cluster. */
export interface Coverage {
  readonly cluster: AreaCoverage;
  /** Those with workloads; first those into which the largest share of the pairs passes. */
  readonly namespaces: readonly NamespaceCoverage[];
  readonly idle: Counted<IdlePolicy>;
  /** Policies that could not be read and may isolate more. */
  readonly doubtful: number;
}

/** How many of something are listed by name. */
export const COUNTED_FIRST = 50;
