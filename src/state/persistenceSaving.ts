import type { FileId } from '../engine';
import { documentStore } from './documentStore';
import { tellPersistence } from './persistenceFlag';
import type { SavedView, SavedWorkspace } from './persistenceSchema';
import { browserStorage, type WorkspaceStorage } from './persistenceStorage';
import { viewStore } from './viewStore';

/** Makes a text fit to be stored: nothing that could be a secret is left in it. */
export type ProjectForStorage = (text: string) => Promise<string>;

/** Milliseconds after the last change; and at the latest, while changes go on. */
const QUIET = 300;
const LATEST = 2000;

const savedOfDocuments = ['files', 'activeFile', 'cni', 'example'] as const;
const savedOfView = [
  'theme',
  'shown',
  'view',
  'moved',
  'split',
  'selection',
  'followCursor',
  'classroom',
  'tourSeen',
] as const;

/**
 * Saves every change from now on, shortly after it was made; returns how to stop. Every text goes through `project`
 * first: what was typed stays in the editor, only its projection is stored. What `hasChanged` before is saved as well.
 */
export function startSaving(
  project: ProjectForStorage,
  storage: Pick<WorkspaceStorage, 'write'> = browserStorage,
  hasChanged = false,
): () => void {
  const projections = new Map<FileId, { readonly text: string; readonly projected: Promise<string> }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let saving: Promise<void> | null = null;

  const projected = (id: FileId, text: string): Promise<string> => {
    const known = projections.get(id);
    if (known?.text === text) return known.projected;
    const fresh = project(text);
    projections.set(id, { text, projected: fresh });
    return fresh;
  };

  const write = async (): Promise<void> => {
    const { files, activeFile, cni, example } = documentStore.getState();
    const view = savedView();
    for (const id of projections.keys()) if (!files.some((file) => file.id === id)) projections.delete(id);
    try {
      const workspace: SavedWorkspace = {
        version: 1,
        files: await Promise.all(
          files.map(async ({ id, name, text }) => ({ name, text: await projected(id, text) })),
        ),
        active: files.findIndex(({ id }) => id === activeFile),
        cni,
        example,
        view,
      };
      await storage.write(workspace);
      tellPersistence('on');
    } catch {
      // A text that could not be cleaned is not stored either; it is tried again with the next change.
      projections.clear();
      tellPersistence('off');
    }
  };

  const save = (): void => {
    clearTimeout(timer);
    if (waitingSince === null) return;
    // While one is being written, the next waits for it: they must not overtake each other.
    if (saving) return;
    waitingSince = null;
    saving = write().finally(() => {
      saving = null;
      save();
    });
  };

  const saveSoon = (): void => {
    waitingSince ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(QUIET, waitingSince + LATEST - Date.now())));
  };

  const stops = [
    documentStore.subscribe((state, before) => {
      if (savedOfDocuments.some((key) => state[key] !== before[key])) saveSoon();
    }),
    viewStore.subscribe((state, before) => {
      if (savedOfView.some((key) => state[key] !== before[key])) saveSoon();
    }),
    saveWhenLeaving(save),
  ];
  if (hasChanged) saveSoon();
  return () => {
    clearTimeout(timer);
    waitingSince = null;
    for (const stop of stops) stop();
  };
}

/** The last moments in which a page can still write: being hidden comes before being closed. */
function saveWhenLeaving(save: () => void): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const hide = (): void => {
    if (document.visibilityState === 'hidden') save();
  };
  document.addEventListener('visibilitychange', hide);
  window.addEventListener('pagehide', save);
  return () => {
    document.removeEventListener('visibilitychange', hide);
    window.removeEventListener('pagehide', save);
  };
}

function savedView(): SavedView {
  const { theme, shown, view, moved, split, selection, followCursor, classroom, tourSeen } =
    viewStore.getState();
  return { theme, shown, view, moved, split, selection, followCursor, classroom, tourSeen };
}
