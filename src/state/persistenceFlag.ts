import { createStore } from 'zustand/vanilla';

/** off: this browser keeps nothing between visits (a private window, storage turned off or full). */
export const persistenceStore = createStore<{ readonly persistence: 'on' | 'off' }>()(() => ({
  persistence: 'on',
}));

/** Sets the flag after storage was tried. */
export const tellPersistence = (persistence: 'on' | 'off'): void =>
  persistenceStore.setState({ persistence });
