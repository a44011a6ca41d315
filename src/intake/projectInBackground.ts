import type { Projection } from './project';
import type { ProjectRequest, ProjectResponse } from './project.worker';
import { isStripped } from './stripped';

/** Above this many characters parsing would be felt on the page's own thread. */
const LARGE = 30_000;

interface Waiting {
  readonly resolve: (projection: Projection) => void;
  readonly reject: (reason: Error) => void;
}

let worker: Worker | null = null;
let lastId = 0;
/** Not asked for again: a page that is being left has no time for it. */
let loaded: { readonly projectText: (text: string) => Projection } | null = null;
const waiting = new Map<number, Waiting>();

/** The projection of a text of any size without blocking the page: a large one is worked on in a worker. */
export async function projectInBackground(text: string): Promise<Projection> {
  if (text.length > LARGE && typeof Worker !== 'undefined') return projectInWorker(text);
  // Loaded when first needed, so that the page opens without the parser.
  loaded ??= await import('./project');
  return loaded.projectText(text);
}

/** The text to keep in storage: the projection of what was typed. */
export async function projectForStorage(text: string): Promise<string> {
  return isStripped(text) ? text : (await projectInBackground(text)).text;
}

function projectInWorker(text: string): Promise<Projection> {
  worker ??= startWorker();
  const request: ProjectRequest = { id: ++lastId, text };
  worker.postMessage(request);
  return new Promise((resolve, reject) => waiting.set(request.id, { resolve, reject }));
}

function startWorker(): Worker {
  const started = new Worker(new URL('./project.worker.ts', import.meta.url), {
    type: 'module',
    name: 'intake',
  });
  started.onmessage = ({ data: { id, text, dropped } }: MessageEvent<ProjectResponse>) => {
    waiting.get(id)?.resolve({ text, dropped });
    waiting.delete(id);
  };
  started.onerror = (event) => {
    event.preventDefault();
    started.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error('The intake worker stopped.'));
    waiting.clear();
  };
  return started;
}
