import { documentStore } from './documentStore';
import { tellPersistence } from './persistenceFlag';
import { readValue } from './persistenceDatabase';
import { decodeSaved } from './persistenceSchema';
import type { ProjectForStorage } from './persistenceSaving';
import { claimTab, leaveTab } from './persistenceTabs';
import type { WorkspaceStorage } from './persistenceStorage';
import { viewStore } from './viewStore';

export { persistenceStore } from './persistenceFlag';

/** A storage that does not answer must not keep the page from opening. */
const PATIENCE = 1500;

type Readable = Pick<WorkspaceStorage, 'read'>;

function readOwn(): Promise<unknown> {
  window.addEventListener('pagehide', leaveTab);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) claimTab(true);
  });
  return readValue(claimTab());
}

/**
 * Opens what was saved last. False when there is nothing to open: nothing was saved, it cannot be read, or the files
 * were empty (the view is restored even so).
 */
export async function restoreWorkspace(storage: Readable = { read: readOwn }): Promise<boolean> {
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

async function readPatiently(storage: Readable): Promise<unknown> {
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

/**
 * Saves every change from now on. The code that does comes with the first one, or when the returned function is called:
 * the first picture does not wait for it.
 */
export function saveFromNowOn(project: ProjectForStorage): () => void {
  const documents = documentStore.getState();
  const view = viewStore.getState();
  const load = (): void => {
    loading ??= import('./persistenceSaving').then(
      ({ startSaving }) => {
        for (const stop of stops) stop();
        const hasChanged = documents !== documentStore.getState() || view !== viewStore.getState();
        startSaving(project, undefined, hasChanged);
      },
      () => {
        // On a bad link it is tried again with the next change, and until then nobody is told that all is kept.
        loading = undefined;
        tellPersistence('off');
      },
    );
  };
  let loading: Promise<void> | undefined;
  const stops = [documentStore.subscribe(load), viewStore.subscribe(load)];
  return load;
}
