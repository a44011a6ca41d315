import { expect, test } from 'vitest';
import { admitted } from './useArrivals';

const named = (letter: string) => Array.from({ length: 100 }, (_, index) => ({ id: letter + String(index) }));
const many = { nodes: named('n'), edges: named('e') };
type Parts = typeof many;
const idsOf = ({ nodes, edges }: Parts) => [...nodes, ...edges].map(({ id }) => id);

test('a few new ones come at once, as the lists they are', () => {
  const few = { nodes: many.nodes.slice(0, 5), edges: many.edges.slice(0, 5) };
  const shown = admitted(few, new Set());
  expect(shown.nodes).toBe(few.nodes);
  expect(shown.edges).toBe(few.edges);
});

test('many come in steps, in their order, cards before lines, until all are there', () => {
  let arrived: string[] = [];
  let steps = 0;
  while (arrived.length < 200) {
    const shown = admitted(many, new Set(arrived));
    const ids = idsOf(shown);
    expect(ids.slice(0, arrived.length)).toEqual(arrived);
    expect(ids.length).toBeGreaterThan(arrived.length);
    if (shown.edges.length > 0) expect(shown.nodes).toBe(many.nodes);
    arrived = ids;
    steps++;
  }
  expect(steps).toBeGreaterThan(2);
});

test('what is there is never held back', () => {
  const last = [...many.nodes.slice(60), ...many.edges.slice(60)].map(({ id }) => id);
  const shown = idsOf(admitted(many, new Set(last)));
  expect(shown).toEqual(expect.arrayContaining(last));
});
