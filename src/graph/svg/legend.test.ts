import { expect, it } from 'vitest';
import { widthOf } from './element';
import { legend, type LegendKind } from './legend';

const every: readonly LegendKind[] = [
  'every',
  'some',
  'several',
  'behind',
  'open',
  'blocked-out',
  'blocked-in',
  'unknown',
];

it.each([400, 700, 900, 1200, 1800, 4000])(
  'what one column says ends before the next one draws, in a width of %d',
  (width) => {
    const { svg } = legend(width, new Set(every), { globes: true, hubs: true });
    const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*font-size="12"[^>]*>([^<]{6,})/g)];
    expect(texts).toHaveLength(every.length + 5);
    const ends = texts.map(([, x, y, text = '']) => ({
      start: Number(x),
      y,
      end: Number(x) + widthOf(text, 12),
    }));
    for (const one of ends)
      for (const other of ends)
        if (one.y === other.y && one.start < other.start) expect(one.end).toBeLessThan(other.start - 66);
    if (width >= 700) expect(Math.max(...ends.map(({ end }) => end))).toBeLessThan(width);
  },
);
