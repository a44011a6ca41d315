import type { EndRef } from '../answer';
import type { DiagnosticCode, Severity } from '../diagnostic';
import type { Place } from '../source';

/** A trap somebody walked into: the manifests are valid, and probably do not mean what was meant. */
export interface Finding {
  /** Which check found it, e.g. `dns-forgotten`. Closed set, never reused. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence with the names at hand. */
  readonly message: string;
  /** What happens, why, and what to do: two or three sentences in plain words. */
  readonly explanation: string;
  readonly place: Place;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Workloads it concerns, the first CONCERNS of them, … */
  readonly concerns: readonly EndRef[];
  /** … and how many they are. */
  readonly concerned: number;
  /** The page of the Kubernetes documentation (or of the plugin's) that says so. */
  readonly docs: string;
  readonly fixes: readonly Fix[];
  /** The diagnostic at the same place that this one says better; null: none. */
  readonly replaces: DiagnosticCode | null;
}

/** What all checks found. */
export interface Findings {
  /** In the order of files and lines; the gravest, if there are very many. */
  readonly findings: readonly Finding[];
  readonly total: number;
}

export const CONCERNS = 20;

/** One change of the text that makes the finding go away; comments and order stay. */
export interface Fix {
  /** Imperative: `Allow DNS`, `Join the two dashes`. */
  readonly title: string;
  /** Not overlapping; offsets of the text as it is before any of them. */
  readonly edits: readonly TextSplice[];
}

export interface TextSplice {
  readonly place: Place;
  readonly text: string;
}
