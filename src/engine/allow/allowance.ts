import type { EndRef } from '../answer';
import type { Fix } from '../findings/finding';
import type { FileId } from '../source';

/** What can be written for a blocked pair to pass. */
export interface Allowance {
  /** Each would do by itself; the one that admits least besides first. */
  readonly patches: readonly AllowPatch[];
  /** One sentence: why there is none. Null where there is one, or none is needed. */
  readonly refusal: string | null;
}

/** One change of the text, tried: with it the pair passes, and nothing is closed that passed before. */
export interface AllowPatch extends Fix {
  /** What certainly passes then between the two. */
  readonly passes: string;
  readonly hunks: readonly Hunk[];
  readonly admits: Admitted;
}

/** Whole lines that come in place of others, which mostly are none. */
export interface Hunk {
  readonly file: FileId;
  /** From 1: of the first line that is written or goes. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Pairs that fare otherwise as well. */
export interface Admitted {
  /** More than before certainly passes between so many others. */
  readonly count: number;
  /** The first ADMITTED_PAIRS of them. */
  readonly pairs: readonly AdmittedPair[];
  /** Of so many more nobody can say whether something opens. */
  readonly unsure: number;
}

export interface AdmittedPair {
  readonly source: EndRef;
  readonly destination: EndRef;
  /** What passes in addition. */
  readonly ports: string;
}

export const ADMITTED_PAIRS = 3;
