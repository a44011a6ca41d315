import { describe, expect, it } from 'vitest';
import type { Changes } from '../../engine';
import { recentChanges } from './recentChanges';

const SIZE = 40;
const changes = (cells: readonly (readonly [number, number, number])[]): Changes => ({
  pairs: Uint32Array.from(cells, ([from, to]) => from * SIZE + to),
  signs: Int8Array.from(cells, ([, , sign]) => sign),
  counts: { opened: 0, closed: 0, widened: 0, narrowed: 0, exchanged: 0, unsure: 0 },
});
const others = Array.from({ length: 30 }, (_, index) => index + 1);

describe('what an edit marks', () => {
  it('is every changed line, while they are few', () => {
    const { lines, cards } = recentChanges(
      changes([
        [0, 1, 1],
        [2, 3, -1],
        [4, 5, 0],
      ]),
      SIZE,
      3,
    );
    expect([...lines]).toEqual([
      [1, 'opened'],
      [2 * SIZE + 3, 'closed'],
      [4 * SIZE + 5, 'changed'],
    ]);
    expect(cards.size).toBe(0);
  });

  it('is the card on which they meet, when they are many', () => {
    const many = others.flatMap((other) => [[0, other, 1] as const, [other, 0, 1] as const]);
    const { lines, cards } = recentChanges(changes(many), SIZE, 24);
    expect(lines.size).toBe(0);
    expect([...cards]).toEqual([[0, 'opened']]);
  });

  it('says of a card with both that it changed', () => {
    const mixed = others.map((other) => [0, other, other % 2 === 0 ? 1 : -1] as const);
    expect(recentChanges(changes(mixed), SIZE, 24).cards.get(0)).toBe('changed');
  });

  it('is nothing when everything changed alike', () => {
    const all = others.map((other) => [other, (other % 30) + 1, 1] as const);
    expect(recentChanges(changes(all), SIZE, 24).cards.size).toBe(0);
  });
});
