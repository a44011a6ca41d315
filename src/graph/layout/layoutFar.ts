import type { Layout } from './input';
import type { LayoutRequest } from './layout.worker';

/** Lays out in a worker of its own; returns how to call it off. */
export function layoutFar(request: LayoutRequest, receive: (layout: Layout) => void): () => void {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Layout>) => {
    worker.terminate();
    receive(data);
  });
  worker.postMessage(request);
  return () => {
    worker.terminate();
  };
}
