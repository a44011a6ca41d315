import type { EndRef } from '../answer';
import type { Protocol } from '../model/objects';
import type { LabelSelector } from '../model/policy';
import type { Place } from '../source';

/** allow: something must get through, block: nothing may. */
export type Want = 'allow' | 'block';

/** What must hold between two ends, whatever the policies are. */
export interface Expectation {
  readonly want: Want;
  /** Told instead of the sentence made of the rest. */
  readonly name: string | null;
  readonly from: ExpectedEnd;
  readonly to: ExpectedEnd;
  /** Empty: none is named. Then allow means every port, and block means nothing at all. */
  readonly ports: readonly ExpectedPort[];
}

/** One end as it is written (`text`) and as it was understood. */
export type ExpectedEnd = { readonly text: string } & (
  | {
      readonly kind: 'name';
      /** Null: not said. */
      readonly workloadKind: string | null;
      readonly namespace: string | null;
      readonly name: string;
    }
  | { readonly kind: 'namespace'; readonly namespace: string; readonly isOther: boolean }
  | { readonly kind: 'any' }
  | {
      readonly kind: 'pods';
      /** As written: `app=web`. */
      readonly labels: string;
      readonly selector: LabelSelector;
      readonly namespace: string | null;
    }
  | { readonly kind: 'outside' }
  /** Inclusive. */
  | { readonly kind: 'addresses'; readonly family: 4 | 6; readonly first: bigint; readonly last: bigint }
);

/** A range of ports, or the name some container of the destination gives its port. */
export type ExpectedPort =
  { readonly protocol: Protocol; readonly from: number; readonly to: number } | { readonly name: string };

/** An expectation with the place where it is written (null: nowhere in the user's text), or why it is none. */
export type PlacedExpectation =
  | { readonly place: Place | null; readonly expectation: Expectation }
  | { readonly place: Place | null; readonly problem: string };

/**
 * invalid: it is no expectation, or does not say which of several things it means. undecided: nothing breaks it for
 * certain, but the manifests do not decide it whole. Only passed means that it holds.
 */
export type ExpectationStatus = 'passed' | 'failed' | 'undecided' | 'invalid';

/** What became of one expectation. */
export interface ExpectationResult {
  readonly status: ExpectationStatus;
  /** Null: it is invalid. */
  readonly want: Want | null;
  /** What must hold: `shop/web can reach shop/api on TCP 8080`. */
  readonly sentence: string;
  /** What became of it: `3 of 40 pairs break it.` */
  readonly outcome: string;
  /** How many ordered pairs it speaks of, … */
  readonly pairs: number;
  /** … how many of them break it for certain, … */
  readonly broken: number;
  /** … and how many nothing decides. */
  readonly undecided: number;
  /** The first of those, the certain ones first; at most OFFENDERS. */
  readonly offenders: readonly Offender[];
  /** Where it is written; null: nowhere in the user's text. */
  readonly place: Place | null;
}

/** A pair for which an expectation does not hold. */
export interface Offender {
  readonly source: EndRef;
  readonly destination: EndRef;
  readonly isCertain: boolean;
  /** The ports it is about: those that should pass and do not, or that pass and should not. */
  readonly ports: string;
  /** Why, in one sentence. */
  readonly reason: string;
  /** The policies, or the rules of them, that decide it; none where nothing does. */
  readonly deciding: readonly { readonly name: string; readonly namespace: string; readonly place: Place }[];
}

export const OFFENDERS = 20;
