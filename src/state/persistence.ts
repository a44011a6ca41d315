import { documentStore } from './documentStore';
import { tellPersistence } from './persistenceFlag';
import { decodeSaved } from './persistenceSchema';
import { browserStorage, type WorkspaceStorage } from './persistenceStorage';
import { viewStore } from './viewStore';

export { persistenceStore } from './persistenceFlag';
export { startSaving } from './persistenceSaving';

/** A storage that does not answer must not keep the page from opening. */
const PATIENCE = 1500;

/**
 * Opens what was saved last. False when there is nothing to open: nothing was saved, it cannot be read, or the files
 * were empty (the view is restored even so).
 */
export async function restoreWorkspace(storage: WorkspaceStorage = browserStorage): Promise<boolean> {
  const saved = decodeSaved(await readPatiently(storage));
  if (saved === null) return false;
  viewStore.setState(saved.view);
  if (saved.files.every(({ text }) => text.trim() === '')) return false;
  const { openWorkspace, setCni, activateFile } = documentStore.getState();
  openWorkspace({ example: saved.example, files: saved.files });
  const { cni, files } = documentStore.getState();
  if (cni !== saved.cni) setCni(saved.cni);
  const active = files[saved.active];
  if (active) activateFile(active.id);
  return true;
}

async function readPatiently(storage: WorkspaceStorage): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The storage does not answer.'));
    }, PATIENCE);
  });
  try {
    const found = await Promise.race([storage.read(), late]);
    tellPersistence('on');
    return found;
  } catch {
    tellPersistence('off');
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
