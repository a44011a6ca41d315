import { spokenLanguage } from '../language/t';
import type { Progress } from './intakeStore';
import type { Imported, NamedText, Source } from './readImport';
import type { ReadingMessage, ReadingRequest } from './readImport.worker';

/** An import that is being read. */
export interface Reading {
  /** Null when it was cancelled. */
  readonly imported: Promise<Imported | null>;
  cancel(this: void): void;
}

/** Up to this size a text is read before a worker would have started. */
const TINY = 30_000;

/**
 * Reads what came in without blocking the page. A worker that has read something is stopped, which frees its memory.
 * `onKept` hears of documents that the files of something large will hold, as UTF-8.
 */
export function startReading(
  sources: readonly Source[],
  onProgress: (progress: Progress) => void,
  onKept: (utf8: ArrayBuffer) => void = () => undefined,
): Reading {
  return typeof Worker === 'undefined' || isTiny(sources)
    ? readHere(sources, onProgress)
    : readInWorker(sources, onProgress, onKept);
}

function isTiny(sources: readonly Source[]): boolean {
  let size = 0;
  for (const source of sources) {
    size += 'text' in source ? source.text.length : source.file.size;
    // A few bytes can hold a great many.
    if (size > TINY || /\.(?:gz|zip)$/i.test(source.name)) return false;
  }
  return true;
}

function readHere(sources: readonly Source[], onProgress: (progress: Progress) => void): Reading {
  const stop = new AbortController();
  const read = async (): Promise<Imported | null> => {
    // Loaded when first needed, so that the page opens without the parser.
    const { readImport } = await import('./readImport');
    try {
      const imported = await readImport(sources, onProgress, stop.signal);
      return stop.signal.aborted ? null : imported;
    } catch (error) {
      if (stop.signal.aborted) return null;
      throw error;
    }
  };
  return {
    imported: read(),
    cancel: () => {
      stop.abort();
    },
  };
}

const newWorker = (): Worker =>
  new Worker(new URL('./readImport.worker.ts', import.meta.url), { type: 'module', name: 'intake' });

let spare: Worker | null = null;

/** Somebody is choosing files: the worker that will read them can start meanwhile. */
export function prepareReading(): void {
  if (typeof Worker === 'undefined' || spare !== null) return;
  const started = newWorker();
  spare = started;
  started.onerror = (event) => {
    event.preventDefault();
    if (spare === started) spare = null;
  };
}

function readInWorker(
  sources: readonly Source[],
  onProgress: (progress: Progress) => void,
  onKept: (utf8: ArrayBuffer) => void,
): Reading {
  const worker = spare ?? newWorker();
  spare = null;
  let cancel = (): void => undefined;
  const files: NamedText[] = [];
  const imported = new Promise<Imported | null>((resolve, reject) => {
    cancel = () => {
      resolve(null);
    };
    worker.onmessage = ({ data }: MessageEvent<ReadingMessage>) => {
      switch (data.kind) {
        case 'progress':
          onProgress(data.progress);
          break;
        case 'kept':
          onKept(data.utf8);
          break;
        case 'file':
          files.push(data.file);
          break;
        case 'imported':
          // Copying megabytes of text was work enough for one task.
          setTimeout(() => {
            resolve({ ...data.imported, files });
          });
          break;
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error('The intake worker stopped.'));
    };
    const request: ReadingRequest = { sources, language: spokenLanguage() };
    worker.postMessage(request);
  }).finally(() => {
    worker.terminate();
  });
  return {
    imported,
    cancel: () => {
      cancel();
    },
  };
}
