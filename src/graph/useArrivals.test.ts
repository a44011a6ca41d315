import { expect, test } from 'vitest';
import type { PictureNode } from './picture/looks';
import { admitted } from './useArrivals';

const node = (index: number): PictureNode => ({
  id: `n${String(index)}`,
  type: 'external',
  position: { x: 0, y: 0 },
  data: {
    entity: { kind: 'external', id: 'n', name: 'n', short: 'n', ranges: [], everythingElse: false },
    strength: 'plain',
    telling: 0,
  },
});
const many = Array.from({ length: 100 }, (_, index) => node(index));
const idsOf = (nodes: readonly PictureNode[]) => nodes.map(({ id }) => id);

test('a few new nodes come at once, as the list they are', () => {
  const few = many.slice(0, 10);
  expect(admitted(few, new Set())).toBe(few);
});

test('many come in steps, in their order, until all are there', () => {
  let arrived = new Set<string>();
  let steps = 0;
  while (arrived.size < many.length) {
    const shown = idsOf(admitted(many, arrived));
    expect(shown.slice(0, arrived.size)).toEqual([...arrived]);
    expect(shown.length).toBeGreaterThan(arrived.size);
    arrived = new Set(shown);
    steps++;
  }
  expect(steps).toBeGreaterThan(2);
  expect(admitted(many, arrived)).toBe(many);
});

test('what is there is never held back', () => {
  const last = many.slice(60);
  const shown = idsOf(admitted(many, new Set(idsOf(last))));
  expect(shown).toEqual(expect.arrayContaining(idsOf(last)));
});
