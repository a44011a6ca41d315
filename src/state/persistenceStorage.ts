import { forgetValues, writeValue } from './persistenceWriting';
import type { WritingRequest } from './persistence.worker';
import type { SavedWorkspace } from './persistenceSchema';
import { markStored, ownTab } from './persistenceTabs';

/** A place that holds one value between visits. Each call may reject: private windows have no storage. */
export interface WorkspaceStorage {
  read(this: void): Promise<unknown>;
  /** Called again only when the last one is over. */
  write(this: void, workspace: SavedWorkspace): Promise<void>;
}

/** More characters than this are written in the background. */
const LARGE = 200_000;

/** The browser's own storage, on this device only. */
export const browserStorage: Pick<WorkspaceStorage, 'write'> = {
  write: async (workspace) => {
    const length = workspace.files.reduce((sum, { text }) => sum + text.length, 0);
    const gone = markStored(length);
    await (length > LARGE ? writeInBackground(workspace) : writeValue(ownTab(), workspace));
    if (gone.length > 0) await forgetValues(gone);
  },
};

/** Characters that are copied in one task. */
const PIECE = 250_000;

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
    const names = workspace.files.map(({ name }) => ({ name, text: '' }));
    void sendNew(writer, texts).then(() => {
      // It may have fallen meanwhile.
      if (worker !== writer) return;
      sent = texts;
      post(writer, { kind: 'write', tab: ownTab(), workspace: { ...workspace, files: names } });
    });
  });
}

const post = (writer: Worker, request: WritingRequest): void => {
  writer.postMessage(request);
};

/** A large text piece by piece, so that the page is not held up; but at once where it may be gone in a moment. */
async function sendNew(writer: Worker, texts: readonly string[]): Promise<void> {
  for (const [file, text] of texts.entries()) {
    if (text === sent[file]) continue;
    for (let at = 0; at === 0 || at < text.length; at += PIECE) {
      if (at > 0 && document.visibilityState === 'visible')
        await new Promise((resolve) => setTimeout(resolve));
      post(writer, { kind: 'piece', file, text: text.slice(at, at + PIECE), isFirst: at === 0 });
    }
  }
}
