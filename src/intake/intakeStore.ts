import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DroppedCounts } from './droppedCounts';
import type { DumpCounts } from './readImport';

/** What became of the last thing that was dropped, opened or pasted. */
export interface ImportReceipt {
  /** Names of the files that were opened; empty for a paste. */
  readonly files: readonly string[];
  /** What a cluster's dump held; null when what came in was no dump. */
  readonly dump: DumpCounts | null;
  /** It took the place of an older state of the same cluster. */
  readonly isNewer: boolean;
  readonly dropped: DroppedCounts;
  readonly refused: readonly Refusal[];
}

/** A file that was not taken, and why, in one sentence. */
export interface Refusal {
  readonly name: string;
  readonly reason: string;
}

/** How far an import is. */
export interface Progress {
  /** Of what was given, packed as it may be. */
  readonly bytes: number;
  readonly total: number;
  readonly objects: number;
  /** The file that is being read. */
  readonly file: string;
}

export interface IntakeState {
  /** Null until something came in, and after it was dismissed. */
  readonly receipt: ImportReceipt | null;
  /** How many imports are being read. */
  readonly reading: number;
  /** Of the import that told last; null while none is being read. */
  readonly progress: Progress | null;
  /** Stops all imports that are being read: nothing of them is opened. */
  readonly cancel: () => void;

  begin(this: void, stop: () => void): void;
  report(this: void, progress: Progress): void;
  /** Of the import that began with this `stop`; null: it was cancelled. */
  finish(this: void, stop: () => void, receipt: ImportReceipt | null): void;
  /** What a paste lost that was no import. */
  tell(this: void, receipt: ImportReceipt): void;
  dismiss(this: void): void;
}

/** The last import. Written by intake only. */
export const intakeStore = createStore<IntakeState>()((set) => {
  const stops = new Set<() => void>();
  return {
    receipt: null,
    reading: 0,
    progress: null,
    cancel: () => {
      for (const stop of stops) stop();
    },
    begin: (stop) => {
      stops.add(stop);
      set({ reading: stops.size });
    },
    report: (progress) => {
      set({ progress });
    },
    finish: (stop, receipt) => {
      stops.delete(stop);
      set((state) => ({
        reading: stops.size,
        progress: stops.size === 0 ? null : state.progress,
        receipt: receipt ?? state.receipt,
      }));
    },
    tell: (receipt) => {
      set({ receipt });
    },
    dismiss: () => {
      set({ receipt: null });
    },
  };
});

/** A slice of the last import. */
export const useIntake = <T>(slice: (state: IntakeState) => T): T => useStore(intakeStore, slice);
