import { createStore } from 'zustand/vanilla';
import { analysisStore } from './analysisStore';
import { askEngine } from './askEngine';
import { keepEqual } from './keepEqual';
import type { Told } from '../worker/protocol';

/** The traps found in the text. They come a moment after the verdicts. */
export interface FindingsState {
  /** Of the text of their revision, which may be an older one; null: none came yet. */
  readonly found: Told['findings'] | null;
  receive(this: void, found: Told['findings']): void;
}

export const findingsStore = createStore<FindingsState>()((set) => ({
  found: null,
  receive: (found) => {
    set((state) => ({ found: keepEqual(state.found, found) }));
  },
}));

/** Nobody wants to read of traps in what is only half typed. */
const PAUSE_MS = 300;

/** Asks for findings whenever there was no new answer for a moment. Returns how to stop it. */
export function watchFindings(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const askSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void askEngine<'findings'>({ kind: 'findings' }).then((found) => {
        // Null: something newer came in between, and its answer will ask again.
        if (found !== null) findingsStore.getState().receive(found);
      });
    }, PAUSE_MS);
  };
  if (analysisStore.getState().analysis !== null) askSoon();
  const stop = analysisStore.subscribe((state, before) => {
    if (state.analysis !== before.analysis) askSoon();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
