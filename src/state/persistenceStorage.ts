import { readValue, writeValue } from './persistenceDatabase';
import type { WritingRequest } from './persistence.worker';
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
/** The texts the worker has. */
let sent: readonly string[] = [];

/** Texts the worker has are not sent again: copying megabytes after each edit or click would hold up the page. */
function writeInBackground(workspace: SavedWorkspace): Promise<void> {
  const writer = (worker ??= new Worker(new URL('./persistence.worker.ts', import.meta.url), {
    type: 'module',
    name: 'storage',
  }));
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      writer.terminate();
      worker = null;
      sent = [];
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
    const texts = workspace.files.map(({ text }) => text);
    const request: WritingRequest = {
      workspace: { ...workspace, files: workspace.files.map(({ name }) => ({ name, text: '' })) },
      texts: texts.map((text, index) => (text === sent[index] ? null : text)),
    };
    writer.postMessage(request);
    sent = texts;
  });
}
