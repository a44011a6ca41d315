import type { Layout, LayoutInput } from './input';
import type { LayoutRequest, LayoutResponse } from './layout.worker';

/** Has things laid out by a worker and remembers the last layout of each plan, so that the next one moves nothing. */
export interface LayoutKeeper {
  /** The last layout of the input's plan; null before the first. */
  last(this: void, input: LayoutInput): Layout | null;
  /** Calls back with the layout of the input; returns how to call it off. */
  ask(this: void, input: LayoutInput, receive: () => void): () => void;
  /** The last layout is that of this very input. */
  isCurrent(this: void, input: LayoutInput): boolean;
  /** What is asked for next is laid out afresh; until then the last layouts stand. */
  forget(this: void): void;
  dispose(this: void): void;
}

/** The part of Worker that is used, so that tests can bring their own. */
export type LayoutWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage'>;

const startWorker = (): LayoutWorker =>
  new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module', name: 'layout' });

/** A keeper that remembers nothing yet; its worker starts with the first question. */
export function createLayoutKeeper(start: () => LayoutWorker = startWorker): LayoutKeeper {
  const kept = new Map<LayoutInput['plan'], Layout>();
  const forgotten = new Set<LayoutInput['plan']>();
  let worker: LayoutWorker | null = null;
  let asked = 0;
  let answer: (response: LayoutResponse) => void = () => undefined;
  const last = (input: LayoutInput): Layout | null => kept.get(input.plan) ?? null;
  return {
    last,
    ask: (input, receive) => {
      if (worker === null) {
        worker = start();
        worker.onmessage = ({ data }: MessageEvent<LayoutResponse>) => {
          answer(data);
        };
      }
      const number = ++asked;
      answer = (response) => {
        if (response.number !== asked) return;
        kept.set(input.plan, response.layout);
        forgotten.delete(input.plan);
        receive();
      };
      const request: LayoutRequest = {
        number,
        input,
        previous: forgotten.has(input.plan) ? null : last(input),
      };
      worker.postMessage(request);
      return () => {
        if (number === asked) asked++;
      };
    },
    isCurrent: (input) => last(input)?.id === input.id && !forgotten.has(input.plan),
    forget: () => {
      for (const level of kept.keys()) forgotten.add(level);
    },
    dispose: () => {
      worker?.terminate();
      worker = null;
    },
  };
}
