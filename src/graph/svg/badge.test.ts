import { expect, test } from 'vitest';
import { lock } from './badge';

/** Advances of DejaVu Sans Bold, the widest font of the list, in thousandths. */
const ADVANCES: Readonly<Record<string, number>> = { i: 343, n: 712, o: 687, u: 712, t: 478 };

test('the lock of a badge stands clear of its word in the widest font', () => {
  for (const way of ['in', 'out'] as const) {
    const drawn = lock(0, 0, way, { closed: 1, unsure: 0, of: 1 });
    const start = Number(/<text x="([\d.]+)"/.exec(drawn)?.[1]);
    const [, body] = [...drawn.matchAll(/<rect x="([\d.]+)"/g)].map(([, x]) => Number(x));
    const width = Array.from(way).reduce((sum, letter) => sum + (ADVANCES[letter] ?? Infinity), 0) / 100;
    expect(start + width).toBeLessThan((body ?? 0) - 1.5);
  }
});
