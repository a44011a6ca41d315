import type { Progress } from './intakeStore';
import { readImport, type Imported, type Source } from './readImport';

/** What the worker tells: how far it is, and in the end what came of it. */
export type ReadingMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'imported'; readonly imported: Imported };

const PAUSE = 50;
let last = 0;

const tell = (message: ReadingMessage): void => {
  self.postMessage(message);
};

self.onmessage = ({ data }: MessageEvent<readonly Source[]>): void => {
  const onProgress = (progress: Progress): void => {
    const now = performance.now();
    if (now - last < PAUSE) return;
    last = now;
    tell({ kind: 'progress', progress });
  };
  void readImport(data, onProgress).then((imported) => {
    tell({ kind: 'imported', imported });
  });
};
