import type { CniProfile, EndRef, Tone } from '../answer';
import type { PolicyType } from '../model/policy';
import type { Place } from '../source';

/** What the plugins that are modelled here decide otherwise than the specification, for the workspace at hand. */
export interface CniDifferences {
  /** The profile that is drawn. */
  readonly cni: CniProfile;
  readonly policies: number;
  readonly cilium: ProfileDifferences;
  readonly none: ProfileDifferences;
}

/** Pairs of workloads, and of each with the outside as one end, between which something else passes. */
export interface ProfileDifferences {
  readonly count: number;
  /** How many of them become open (or wider), closed (or narrower), and otherwise other. */
  readonly opened: number;
  readonly closed: number;
  readonly other: number;
  /** The first LISTED_DIFFERENCES. */
  readonly rows: readonly PairDifference[];
}

/** One pair under the specification and under the profile. */
export interface PairDifference {
  readonly source: EndRef;
  readonly destination: EndRef;
  readonly spec: PairFate;
  readonly profile: PairFate;
  /** What makes the difference; empty where nothing is enforced at all. */
  readonly reasons: readonly BlockReason[];
  /** Also that the destination is the source's own node, which it reaches by the specification, whatever is written. */
  readonly isOwnNode: boolean;
}

export interface PairFate {
  readonly tone: Tone;
  /** As in Picture.portTexts. */
  readonly ports: string;
  /** Whether anything certainly passes. */
  readonly passes: boolean;
}

/** An ipBlock that matches a pod's address by the specification, and no pod under the plugin. */
export interface BlockReason {
  readonly policy: string;
  readonly namespace: string;
  readonly type: PolicyType;
  /** `egress[0]` */
  readonly rule: string;
  readonly cidr: string;
  /** Of the ipBlock. */
  readonly place: Place;
}

export const LISTED_DIFFERENCES = 200;
