import { speak, type Language } from '../language/t';
import type { Progress } from './intakeStore';
import { readImport, type Imported, type NamedText, type Source } from './readImport';

/** What to read, and the language to say in why something is refused. */
export interface ReadingRequest {
  readonly sources: readonly Source[];
  readonly language: Language;
}

/** What the worker tells: how far it is, and in the end what came of it. */
export type ReadingMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** Documents found since the last time, which the files will hold: bytes are handed on without being copied. */
  | { readonly kind: 'kept'; readonly utf8: ArrayBuffer }
  /** One of the files: to take over all of their text at once would hold up the page. */
  | { readonly kind: 'file'; readonly file: NamedText }
  /** All have come, and what else there is to say of them. */
  | { readonly kind: 'imported'; readonly imported: Omit<Imported, 'files'> };

const PAUSE = 50;
let last = 0;

/** Characters of documents that are told together. */
const TOGETHER = 100_000;
let kept: string[] = [];
let length = 0;

const encoder = new TextEncoder();

const tell = (message: ReadingMessage, transfer: Transferable[] = []): void => {
  self.postMessage(message, { transfer });
};

self.onmessage = ({ data: { sources, language } }: MessageEvent<ReadingRequest>): void => {
  speak(language);
  const onProgress = (progress: Progress): void => {
    const now = performance.now();
    if (now - last < PAUSE) return;
    last = now;
    tell({ kind: 'progress', progress });
  };
  const onKept = (text: string | null): void => {
    if (text !== null) kept.push(text);
    length += text?.length ?? 0;
    if (length === 0 || (text !== null && length < TOGETHER)) return;
    const utf8 = encoder.encode(kept.join('')).buffer;
    tell({ kind: 'kept', utf8 }, [utf8]);
    kept = [];
    length = 0;
  };
  void readImport(sources, onProgress, null, onKept).then(({ files, ...imported }) => {
    for (const file of files) tell({ kind: 'file', file });
    tell({ kind: 'imported', imported });
  });
};
