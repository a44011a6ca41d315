import { delMany, promisifyRequest } from 'idb-keyval';
import { database } from './persistenceDatabase';

/** Committed at once: a page that is being left does not live to see the answer. */
export const writeValue = async (tab: string, value: unknown): Promise<void> =>
  database()('readwrite', (store) => {
    store.put(value, tab);
    store.transaction.commit();
    return promisifyRequest(store.transaction);
  });
export const forgetValues = async (tabs: readonly string[]): Promise<void> => delMany([...tabs], database());
