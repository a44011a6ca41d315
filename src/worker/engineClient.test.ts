import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainView, type SourceFile } from '../engine';
import type { Analysis } from './analysis';
import { startEngine, type EngineClient, type EngineListener, type EngineWorker } from './engineClient';
import { EngineHost } from './engineHost';
import type { AnalyzeRequest, Request, Response } from './protocol';

/** A worker that keeps what it is sent and answers when the test says so. */
class FakeWorker implements EngineWorker {
  readonly requests: Request[] = [];
  readonly #host = new EngineHost(() => import('./answers'));
  terminated = false;
  onmessage: EngineWorker['onmessage'] = null;
  onerror: EngineWorker['onerror'] = null;

  postMessage(request: Request): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.terminated = true;
  }
  get analyses(): readonly AnalyzeRequest[] {
    return this.requests.filter((request) => request.type === 'analyze');
  }
  say(response: Response): void {
    this.onmessage?.call(this as never, { data: response } as MessageEvent<Response>);
  }
  async answer(request: AnalyzeRequest): Promise<void> {
    this.say((await this.#host.serve(request)).response);
  }
  crash(): void {
    this.onerror?.call(this as never, {} as ErrorEvent);
  }
}

const file = (text: string): SourceFile => ({ id: 'a', name: 'a.yaml', text });
const input = (revision: number): Parameters<EngineClient['analyze']>[0] => ({
  revision,
  files: [file(`# ${String(revision)}`)],
  cni: 'spec',
  leap: 0,
  view: plainView,
});

describe('the engine client', () => {
  let workers: FakeWorker[] = [];
  let seen: number[] = [];
  let answers: Analysis[] = [];
  let states: string[] = [];
  let client: EngineClient;

  beforeEach(() => {
    vi.useFakeTimers();
    workers = [];
    seen = [];
    answers = [];
    states = [];
    const listener: EngineListener = {
      analysis: (analysis) => {
        seen.push(analysis.revision);
        answers.push(analysis);
      },
      pair: () => undefined,
      entity: () => undefined,
      state: (state) => states.push(state),
    };
    client = startEngine(listener, {
      createWorker: () => {
        const worker = new FakeWorker();
        workers.push(worker);
        return worker;
      },
      patience: () => 1000,
    });
  });
  afterEach(() => {
    client.dispose();
    vi.useRealTimers();
  });

  const worker = (): FakeWorker => {
    const newest = workers.at(-1);
    if (!newest) throw new Error('no worker');
    return newest;
  };
  const answerLast = async (): Promise<void> => {
    const request = worker().analyses.at(-1);
    if (request) await worker().answer(request);
    vi.advanceTimersByTime(0);
  };

  it('keeps one request in flight and lets the newest replace those that wait', async () => {
    client.analyze(input(1));
    client.analyze(input(2));
    client.analyze(input(3));
    expect(worker().analyses.map(({ revision }) => revision)).toEqual([1]);
    await answerLast();
    expect(worker().analyses.map(({ revision }) => revision)).toEqual([1, 3]);
    await answerLast();
    expect(seen).toEqual([1, 3]);
  });

  it('sends only what changed of the text, and keeps what the worker does not send again', async () => {
    const text = 'kind: Pod\napiVersion: v1\nmetadata: {name: web}\n';
    client.analyze({ ...input(1), files: [file(text)] });
    await answerLast();
    client.analyze({ ...input(2), files: [file(`${text}#`)] });
    await answerLast();
    client.analyze({ ...input(3), files: [file(`${text}#`)], cni: 'none' });
    const changes = worker().analyses.map(({ changed }) => changed.map(({ change }) => change));
    expect(changes[1]).toEqual([{ at: text.length, removed: 0, inserted: '#' }]);
    await answerLast();
    expect(seen).toEqual([1, 2, 3]);
    expect(answers[1]?.topology).toBe(answers[0]?.topology);
    expect(answers[1]?.topology.entities.map(({ name }) => name)).toContain('web');
  });

  it('copies a text of megabytes in a task of its own, which nothing overtakes', () => {
    const large = { ...input(1), files: [file('# '.repeat(5_000_000))] };
    const types = (): readonly string[] => worker().requests.map(({ type }) => type);
    client.analyze(large);
    client.readAhead(null);
    expect(types()).toEqual([]);
    vi.advanceTimersByTime(0);
    expect(types()).toEqual(['analyze', 'readAhead']);
    client.readAhead(null);
    expect(types()).toHaveLength(3);
    worker().crash();
    client.readAhead(null);
    expect(types()).toEqual([]);
    vi.advanceTimersByTime(0);
    expect(types()).toEqual(['analyze', 'readAhead']);
  });

  it('forgets what a fallen worker was to be sent', () => {
    client.analyze({ ...input(1), files: [file('# '.repeat(5_000_000))] });
    worker().crash();
    expect(workers[0]?.requests).toEqual([]);
    vi.advanceTimersByTime(0);
    expect(worker().analyses).toHaveLength(1);
  });

  it('hands out another picture in a task of its own, and before whatever comes next', async () => {
    const name = (of: string): SourceFile => file(`kind: Pod\napiVersion: v1\nmetadata: {name: ${of}}\n`);
    const unhurried = async (): Promise<void> => {
      const request = worker().analyses.at(-1);
      if (request) await worker().answer(request);
    };
    client.analyze({ ...input(1), files: [name('web')] });
    await unhurried();
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(0);
    expect(seen).toEqual([1]);
    client.analyze({ ...input(2), files: [name('api')] });
    await unhurried();
    client.analyze({ ...input(3), files: [name('api')] });
    await unhurried();
    expect(seen).toEqual([1, 2, 3]);
    vi.advanceTimersByTime(0);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('takes over the policies that say something else', async () => {
    const policy = (name: string, types: string): string =>
      `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: x}\nspec: {podSelector: {}, policyTypes: [${types}]}\n`;
    client.analyze({ ...input(1), files: [file(policy('a', 'Ingress') + policy('b', 'Ingress'))] });
    await answerLast();
    client.analyze({ ...input(2), files: [file(policy('a', 'Ingress') + policy('b', 'Egress'))] });
    await answerLast();
    expect(answers[1]?.policies.map(({ types }) => types)).toEqual([['Ingress'], ['Egress']]);
    expect(answers[0]?.policies.map(({ types }) => types)).toEqual([['Ingress'], ['Ingress']]);
  });

  it('restarts a crashed worker and gives it the text again', async () => {
    client.analyze(input(1));
    worker().crash();
    expect(states).toEqual(['restarting']);
    expect(workers).toHaveLength(2);
    expect(worker().analyses[0]?.changed).toHaveLength(1);
    await answerLast();
    expect(seen).toEqual([1]);
  });

  it('restarts a worker that does not answer', () => {
    client.analyze(input(1));
    vi.advanceTimersByTime(1001);
    expect(workers[0]?.terminated).toBe(true);
    expect(workers).toHaveLength(2);
  });

  it('gives up on a text that fells it twice, and recovers with the next one', async () => {
    client.analyze(input(1));
    worker().crash();
    worker().crash();
    worker().say({ type: 'ready' });
    expect(states).toEqual(['restarting', 'failed']);
    client.analyze(input(2));
    await answerLast();
    expect(seen).toEqual([2]);
    expect(states.at(-1)).toBe('ready');
  });
});
