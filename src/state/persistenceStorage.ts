import { createStore, get, set, type UseStore } from 'idb-keyval';

/** A place that holds one value between visits. Each call may reject: private windows have no storage. */
export interface WorkspaceStorage {
  read(this: void): Promise<unknown>;
  write(this: void, value: unknown): Promise<void>;
}

const KEY = 'workspace';

let opened: UseStore | null = null;

/** Opened when first used: where there is no IndexedDB, that throws. */
const database = (): UseStore => (opened ??= createStore('netpol-playground', 'workspace'));

/** The browser's own storage, on this device only. */
export const browserStorage: WorkspaceStorage = {
  read: async () => get<unknown>(KEY, database()),
  write: async (value) => set(KEY, value, database()),
};
