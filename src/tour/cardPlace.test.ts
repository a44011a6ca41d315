import { describe, expect, it } from 'vitest';
import { cardPlace } from './cardPlace';

const room = { width: 1000, height: 800 };

describe('the card of the tour', () => {
  it('stands below a small target', () => {
    const target = { x: 100, y: 50, width: 80, height: 30 };
    expect(cardPlace(target, room, 190)).toEqual({ left: 100, top: 92 });
  });

  it('stands in the corner of a large one', () => {
    const { left, top } = cardPlace({ x: 0, y: 44, width: 600, height: 700 }, room, 190);
    expect(left).toBeGreaterThan(200);
    expect(top).toBeGreaterThan(400);
  });

  it('never leaves the window', () => {
    for (const target of [
      null,
      { x: 990, y: 5, width: 30, height: 30 },
      { x: 10, y: 780, width: 30, height: 30 },
    ]) {
      const { left, top } = cardPlace(target, room, 190);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(room.width - 300);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThanOrEqual(room.height - 190);
    }
  });
});
