import { createStore } from 'zustand/vanilla';

/** Where the tour stands: the index of a step, or null when nobody takes it. */
export const tourStore = createStore<{ readonly step: number | null }>()(() => ({ step: null }));

/** Starts the tour from its beginning. */
export function startTour(): void {
  tourStore.setState({ step: 0 });
}
