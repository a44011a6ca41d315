import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Whether the page would open without a network. `off`: nothing is said about it. */
export type OfflineState = 'off' | 'saving' | 'ready' | 'update';

/** What of the page is kept in the browser; `takeUpdate` reloads it as its newer version. */
interface Offline {
  readonly state: OfflineState;
  readonly takeUpdate: () => void;
}

export const offlineStore = createStore<Offline>()(() => ({ state: 'off', takeUpdate: () => undefined }));

/** A slice of it. */
export const useOffline = <T>(slice: (offline: Offline) => T): T => useStore(offlineStore, slice);
