import { expect, test } from 'vitest';
import { microserviceShop, threeTierShop } from '../fixtures.test-data';
import { layout } from './layout';
import type { LayoutRequest } from './layout.worker';
import { createLayoutKeeper, type LayoutWorker } from './layoutKeeper';
import { standing } from './standing.test-data';

/** A worker that keeps its requests until the test lets it answer. */
function slowWorker() {
  const requests: LayoutRequest[] = [];
  const worker: LayoutWorker = {
    onmessage: null,
    postMessage: (request: LayoutRequest) => void requests.push(request),
    terminate: () => undefined,
  };
  const answer = (index: number): void => {
    const request = requests[index];
    if (!request) throw new Error('no such request');
    const made = { number: request.number, layout: layout(request.input, request.previous) };
    worker.onmessage?.call(worker as never, { data: made } as MessageEvent);
  };
  return { start: () => worker, requests, answer };
}

const small = standing(threeTierShop().topology).input;
const other = standing(microserviceShop().topology).input;

test('a layout is remembered when it comes, and is where the next one starts from', () => {
  const { start, requests, answer } = slowWorker();
  const keeper = createLayoutKeeper(start);
  let came = 0;
  keeper.ask(small, () => came++);
  expect(keeper.last(small)).toBeNull();
  answer(0);
  expect(came).toBe(1);
  expect(keeper.last(small)?.id).toBe(small.id);
  keeper.ask(other, () => came++);
  expect(requests[1]?.previous?.id).toBe(small.id);
});

test('an answer that was called off or overtaken is dropped', () => {
  const { start, answer } = slowWorker();
  const keeper = createLayoutKeeper(start);
  const came: string[] = [];
  const cancel = keeper.ask(small, () => came.push('small'));
  cancel();
  keeper.ask(other, () => came.push('other'));
  answer(0);
  expect(came).toEqual([]);
  answer(1);
  expect(came).toEqual(['other']);
});

test('after forgetting, things are laid out afresh', () => {
  const { start, requests, answer } = slowWorker();
  const keeper = createLayoutKeeper(start);
  keeper.ask(small, () => undefined);
  answer(0);
  keeper.forget();
  expect(keeper.isCurrent(small)).toBe(false);
  expect(keeper.last(small)?.id).toBe(small.id);
  keeper.ask(small, () => undefined);
  expect(requests[1]?.previous).toBeNull();
});
