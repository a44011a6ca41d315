import { EngineHost } from './engineHost';
import type { Request, Response } from './protocol';

/** The engine's own thread. The only `try` that catches bugs is here. */
const host = new EngineHost();

function send(response: Response, transfer: readonly ArrayBuffer[] = []): void {
  self.postMessage(response, { transfer: [...transfer] });
}

self.onmessage = ({ data: request }: MessageEvent<Request>): void => {
  try {
    const { response, transfer } = host.serve(request);
    send(response, transfer);
  } catch (error) {
    // The message of a bug may quote the user's text: only its kind leaves the worker.
    const message = error instanceof Error ? error.name : 'unknown error';
    send({ type: 'failed', revision: request.revision, message });
  }
};

send({ type: 'ready' });
