import { readValue, writeValue } from './persistenceDatabase';
import type { SavedWorkspace } from './persistenceSchema';

/** A place that holds one value between visits. Each call may reject: private windows have no storage. */
export interface WorkspaceStorage {
  read(this: void): Promise<unknown>;
  /** Called again only when the last one is over. */
  write(this: void, workspace: SavedWorkspace): Promise<void>;
}

/** More characters than this are written in the background. */
const LARGE = 200_000;

/** The browser's own storage, on this device only. */
export const browserStorage: WorkspaceStorage = {
  read: readValue,
  write: (workspace) => {
    const length = workspace.files.reduce((sum, { text }) => sum + text.length, 0);
    return length > LARGE ? writeInBackground(workspace) : writeValue(workspace);
  },
};

let worker: Worker | null = null;

function writeInBackground(workspace: SavedWorkspace): Promise<void> {
  const writer = (worker ??= new Worker(new URL('./persistence.worker.ts', import.meta.url), {
    type: 'module',
    name: 'storage',
  }));
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      writer.terminate();
      worker = null;
      reject(new Error('The storage does not take it.'));
    };
    writer.onmessage = ({ data }: MessageEvent<boolean>) => {
      if (data) resolve();
      else fail();
    };
    writer.onerror = (event) => {
      event.preventDefault();
      fail();
    };
    writer.postMessage(workspace);
  });
}
