import { expect, it } from 'vitest';
import { inSlices } from './slices';

function* counting(to: number): Generator<undefined, number> {
  let count = 0;
  while (count < to) {
    count++;
    yield;
  }
  return count;
}

/** Each look at the clock is three milliseconds after the last. */
const clock = (): (() => number) => {
  let time = 0;
  return () => (time += 3);
};

it('comes to its end', async () => {
  expect(await inSlices(counting(20), () => false, clock())).toBe(20);
});

it('lets others have their turn before it is done', async () => {
  const order: string[] = [];
  const work = inSlices(counting(20), () => false, clock()).then(() => order.push('work'));
  setTimeout(() => order.push('other'));
  await work;
  expect(order).toEqual(['other', 'work']);
});

it('stops when it is over', async () => {
  let isOver = false;
  setTimeout(() => (isOver = true));
  expect(await inSlices(counting(1e9), () => isOver, clock())).toBeNull();
});
