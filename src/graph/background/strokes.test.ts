import { expect, test } from 'vitest';
import { answerOf } from '../fixtures.test-data';
import type { Curve } from '../geometry/curve';
import { findWays, strokesOf } from './strokes';

const straight = (source: number, destination: number) => ({
  start: { x: source * 100, y: 0 },
  control: { x: (source + destination) * 50, y: 0 },
  end: { x: destination * 100, y: 0 },
});

const answer = answerOf({
  workloads: [
    { namespace: 'shop', name: 'a' },
    { namespace: 'shop', name: 'b' },
    { namespace: 'shop', name: 'c', ingress: true },
  ],
  externals: [],
  allowed: ['a>c: TCP 80', 'b>c: TCP 80'],
});
const cells = Uint32Array.of(1, 2, 3, 5);

test('lines that look alike are one stroke, and two open directions are drawn once', () => {
  const strokes = strokesOf(answer, cells, straight, 1);
  const byTone = Object.fromEntries(strokes.map((stroke) => [stroke.tone, stroke]));
  // Open is a thin double line without a head.
  expect(byTone['open']).toMatchObject({ heads: [] });
  expect(byTone['open']?.lines).toHaveLength(2);
  expect(byTone['partial']?.lines).toHaveLength(2);
  expect(byTone['partial']?.heads).toHaveLength(2);
});

test('a line without a place is left out', () => {
  expect(strokesOf(answer, Uint32Array.of(1), () => null, 1)).toEqual([]);
});

test('what is found beforehand, line by line, is all that the strokes ask for', () => {
  const telling =
    (ways: string[]) =>
    (source: number, destination: number, both: boolean): Curve => {
      ways.push(`${String(source)} ${String(destination)} ${String(both)}`);
      return straight(source, destination);
    };
  const found: string[] = [];
  const steps = [...findWays(answer, cells, telling(found))];
  const wanted: string[] = [];
  strokesOf(answer, cells, telling(wanted), 1);
  expect(found).toEqual(wanted);
  expect(steps).toHaveLength(3);
});
