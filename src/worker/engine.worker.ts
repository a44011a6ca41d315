import { speak } from '../language/t';
import { EngineHost, isLong } from './engineHost';
import type { Request, Response, ServedRequest } from './protocol';

/** The engine's own thread. Bugs are caught here, and nowhere else. */
const decoder = new TextDecoder();
const host = new EngineHost(() => import('./answers'));

function send(response: Response, transfer: readonly ArrayBuffer[] = []): void {
  self.postMessage(response, { transfer: [...transfer] });
}

async function serve(request: ServedRequest): Promise<void> {
  try {
    const { response, transfer } = await host.serve(request);
    send(response, transfer);
  } catch (error) {
    // The message of a bug may quote the user's text: only its kind leaves the worker.
    const message = error instanceof Error ? error.name : 'unknown error';
    send({ type: 'failed', revision: request.revision, message });
  }
}

/** What is wrong here shows, and is told, when the file itself is analyzed. */
async function readAhead(utf8: ArrayBuffer | null): Promise<void> {
  try {
    await host.readAhead(utf8 && decoder.decode(utf8));
  } catch {
    await host.readAhead(null);
  }
}

/** The rest is fetched before anybody asks for it, but not while the page is still coming up. */
const LATER = 3000;
setTimeout(() => {
  void host.prepare();
}, LATER);

/** One after the other, but for what takes turns: an answer must not overtake the one it builds on. */
let last = Promise.resolve();
self.onmessage = ({ data: request }: MessageEvent<Request>): void => {
  if (request.type === 'speak') {
    speak(request.language);
    return;
  }
  last = last.then(() => {
    if (request.type === 'readAhead') return readAhead(request.utf8);
    const served = serve(request);
    return isLong(request) ? undefined : served;
  });
};

send({ type: 'ready' });
