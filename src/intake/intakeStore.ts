import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DroppedCounts } from './droppedCounts';

/** What became of the last thing that was dropped, opened or pasted. */
export interface ImportReceipt {
  /** Names of the files as they were given; empty for a paste. */
  readonly files: readonly string[];
  readonly dropped: DroppedCounts;
  readonly refused: readonly Refusal[];
}

/** A file that was not taken, and why, in one sentence. */
export interface Refusal {
  readonly name: string;
  readonly reason: string;
}

export interface IntakeState {
  /** Null until something came in, and after it was dismissed. */
  readonly receipt: ImportReceipt | null;
  /** How many imports are being read. */
  readonly reading: number;

  begin(this: void): void;
  finish(this: void, receipt: ImportReceipt): void;
  dismiss(this: void): void;
}

/** The last import. Written by intake only. */
export const intakeStore = createStore<IntakeState>()((set) => ({
  receipt: null,
  reading: 0,
  begin: () => {
    set(({ reading }) => ({ reading: reading + 1 }));
  },
  finish: (receipt) => {
    set(({ reading }) => ({ receipt, reading: Math.max(0, reading - 1) }));
  },
  dismiss: () => {
    set({ receipt: null });
  },
}));

/** A slice of the last import. */
export const useIntake = <T>(slice: (state: IntakeState) => T): T => useStore(intakeStore, slice);
