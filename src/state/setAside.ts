import { get, set } from 'idb-keyval';
import { database } from './persistenceDatabase';
import { decodeSaved, type SavedWorkspace } from './persistenceSchema';

/** What somebody was working on when a link took its place. */
export type SetAside = Omit<SavedWorkspace, 'version' | 'view'>;

const KEY = 'set-aside';

/** Keeps it until the next one; without storage nothing is kept. */
export async function writeSetAside(workspace: SetAside): Promise<void> {
  await set(KEY, { version: 1, ...workspace }, database()).catch(() => undefined);
}

/** What was kept last; null: nothing. Never rejects. */
export async function readSetAside(): Promise<SetAside | null> {
  return decodeSaved(await get<unknown>(KEY, database()).catch(() => undefined));
}
