import type { EntityId } from '../answer';
import type { FilterProblem } from './expression';

/** What a filter finds in the picture of one view. */
export interface FilterResult {
  /** What was not understood, or finds nothing. */
  readonly problems: readonly FilterProblem[];
  /** Null: nothing is asked, or nothing that could be understood. */
  readonly found: Found | null;
}

/** Everything counts by what a card stands for: a fold is found when anything in it is. */
export interface Found {
  /** Id of the topology whose cards were looked through. */
  readonly topology: string;
  /** Cards, in the order of the picture: what is found, and the ends of found pairs. */
  readonly entities: readonly EntityId[];
  /** By cell of the picture, 1: a pair in it is found. Null: nobody asked for pairs. */
  readonly cells: Uint8Array | null;
  /** How many workloads (or pods that have cards) inside the cluster are found, of how many. */
  readonly workloads: { readonly found: number; readonly of: number };
  /** How many pairs; null: nobody asked. */
  readonly pairs: number | null;
}
