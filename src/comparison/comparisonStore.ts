import { createStore } from 'zustand/vanilla';
import type { Baseline, Comparison, PinReceipt } from '../engine';

/** A baseline with what a person knows it by. */
export interface Pinned extends Baseline {
  /** `this state`, `prod.yaml`, `policies.yaml edited` */
  readonly label: string;
  /** When it was pinned, in milliseconds since 1970. */
  readonly time: number;
  /** Null until the engine has read it. */
  readonly receipt: PinReceipt | null;
  /** Whether it outlives a reload of the page. */
  readonly keeping: 'kept' | 'too-large' | 'off';
}

/** What stands in the panel. Written by baseline.ts and keepComparing.ts. */
export interface ComparisonState {
  readonly pinned: Pinned | null;
  /** Of what is drawn with the baseline; null: none yet. */
  readonly comparison: Comparison | null;
  /** The picture shows nothing but what changed. */
  readonly onlyChanged: boolean;
  /** The panel is open. */
  readonly isOpen: boolean;
  /** A baseline that was too large to outlive a reload. */
  readonly forgotten: string | null;
}

export const comparisonStore = createStore<ComparisonState>()(() => ({
  pinned: null,
  comparison: null,
  onlyChanged: false,
  isOpen: false,
  forgotten: null,
}));
