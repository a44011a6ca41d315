import { createStore, get, type UseStore } from 'idb-keyval';

let opened: UseStore | null = null;

/** Opened when first used: where there is no IndexedDB, that throws. */
export const database = (): UseStore => (opened ??= createStore('netpol-playground', 'workspace'));

/** The workspaces that the browser keeps on this device for this page, by the tab. */
export const readValue = async (tab: string): Promise<unknown> => get<unknown>(tab, database());
