import { set } from 'idb-keyval';
import { database, readValue } from './persistenceDatabase';
import { decodeSaved, type SavedWorkspace } from './persistenceSchema';
import { otherTabs } from './persistenceTabs';

/** What somebody was working on when a link took its place. */
export type SetAside = Omit<SavedWorkspace, 'version' | 'view'>;

const KEY = 'set-aside';

/** Keeps it until the next one; without storage nothing is kept. */
export async function writeSetAside(workspace: SetAside): Promise<void> {
  await set(KEY, { version: 1, ...workspace }, database()).catch(() => undefined);
}

/** What was kept last that `isWanted`, or what another tab stored; null: nothing. Never rejects. */
export async function readSetAside(isWanted: (kept: SetAside) => boolean): Promise<SetAside | null> {
  for (const key of [KEY, ...otherTabs()]) {
    const kept = decodeSaved(await readValue(key).catch(() => undefined));
    if (kept !== null && isWanted(kept)) return kept;
  }
  return null;
}
