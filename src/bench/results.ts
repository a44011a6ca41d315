import type { Counters } from '../engine';
import type { Spread } from './clock';
import type { Check } from './points';

/** What a case came to, in the order of the table; times in milliseconds, sizes in megabytes. */
export interface CaseResult {
  readonly name: string;
  readonly size: { readonly pods: number; readonly policies: number; readonly namespaces: number };
  readonly engine: EngineResult;
  readonly dump: DumpResult;
}

/** How the engine fares with the cluster's manifests as they are without what policy does not need. */
export interface EngineResult {
  readonly megabytes: number;
  /** Pods and addresses no policy can tell apart. */
  readonly classes: number;
  /** Of the picture in the plain view. */
  readonly cards: number;
  /** From text, in a process that has evaluated nothing before, and again in the same process. */
  readonly first: { readonly cold: number; readonly warm: Spread };
  /** Everything behind the decoders: until any question can be answered, and until the picture is there as well. */
  readonly full: { readonly queryReady: Spread; readonly picture: Spread; readonly whole: Spread };
  /** The network plugin is switched. */
  readonly cniSwitch: Spread;
  readonly keystrokes: readonly KeystrokeResult[];
  readonly structural: readonly KeystrokeResult[];
  readonly queriesPerSecond: number;
  readonly check: Check;
  /** The same on the text as it is after all keystrokes. */
  readonly checkAfterEdits: Check;
  /** The picture that was brought up to date edit by edit is that of a fresh session. */
  readonly isIncrementalFresh: boolean;
  /** The stages called one by one give the session's picture. */
  readonly areStagesSession: boolean;
  readonly ratios: {
    readonly pairwiseToFull: number;
    /** Of how many sources the pairs were looked at; the rest is extrapolated. */
    readonly pairwiseSources: number;
    readonly pairwiseHolds: boolean;
    readonly fullToEdit: number;
  };
}

/** Edits of one sort, as the worker answers them. */
export interface KeystrokeResult {
  readonly what: string;
  readonly time: Spread;
  /** The most that any one of them cost. */
  readonly most: Counters & { readonly clonedBytes: number };
}

/** From a file to its answer: cut down to what policy needs, and analyzed. */
export interface Arrival {
  readonly cut: number;
  readonly analyze: number;
  readonly whole: number;
}

/** The same cluster as kubectl prints it, policies and all, in one List. */
export interface DumpResult {
  readonly megabytes: number;
  /** In a process that has read and evaluated nothing before. */
  readonly cold: Arrival;
  readonly warm: Arrival;
  /** The engine's first answer when the dump is not cut down before. */
  readonly uncut: number;
  /** Cut down and analyzed, when each pod has something in it that kubectl never prints; null: not measured at this size. */
  readonly rejected: number | null;
  /** The same, not cut down. */
  readonly rejectedUncut: number | null;
  /** What a session holds after the first answer, with the texts. */
  readonly heapMb: number;
  /** Keystrokes in a policy of the very List everything came in; null: not measured at this size. */
  readonly keystrokeInList: Spread | null;
  /** Each of these gives the picture of the bare manifests. */
  readonly isSameAnswer: boolean;
}

/** Readers on the same dump: how many times longer the others take. */
export interface ReaderResult {
  readonly megabytes: number;
  readonly ms: {
    readonly reader: number;
    readonly jsYaml: number;
    readonly yaml: number;
    readonly json: number;
  };
  readonly jsYamlToReader: number;
  readonly yamlToReader: number;
}
