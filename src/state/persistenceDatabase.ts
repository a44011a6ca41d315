import { createStore, get, set, type UseStore } from 'idb-keyval';

const KEY = 'workspace';

let opened: UseStore | null = null;

/** Opened when first used: where there is no IndexedDB, that throws. */
export const database = (): UseStore => (opened ??= createStore('netpol-playground', 'workspace'));

/** The workspace that the browser keeps on this device for this page. */
export const readValue = async (): Promise<unknown> => get<unknown>(KEY, database());
export const writeValue = async (value: unknown): Promise<void> => set(KEY, value, database());
