import { expect, test } from 'vitest';
import { overlap, type Box } from '../geometry/box';
import { hangTerritories } from './gallery';
import type { FrameInput } from './input';
import { zoomOf } from './pane';
import { territorySize } from './territory';

const CARD = { width: 228, height: 88 };
const frame = (workloads: number, index: number): FrameInput => ({
  id: String(index),
  arrangement: 'grid',
  outside: false,
  cards: [],
  room: territorySize(workloads, CARD),
});
const hung = (workloads: readonly number[]): readonly Box[] => [
  ...hangTerritories(workloads.map(frame)).values(),
];
const distinct = (values: readonly number[]): number => new Set(values).size;
const clashes = (boxes: readonly Box[]): number =>
  boxes.filter((box, index) => boxes.slice(0, index).some((other) => overlap(box, other))).length;

test('territories that are about alike stand in a grid of one size', () => {
  const boxes = hung(Array.from({ length: 100 }, (_, index) => 18 + (index % 5)));
  expect(boxes).toHaveLength(100);
  expect(distinct(boxes.map(({ width }) => width))).toBe(1);
  expect(distinct(boxes.map(({ x }) => x)) * distinct(boxes.map(({ y }) => y))).toBeLessThan(120);
  expect(clashes(boxes)).toBe(0);
});

test('a large one among small ones does not make all of them large', () => {
  const sizes = [300, ...Array.from({ length: 40 }, () => 3)];
  const boxes = hung(sizes);
  expect(clashes(boxes)).toBe(0);
  const grid = Math.max(...boxes.map(({ width }) => width));
  expect(Math.min(...boxes.map(({ width }) => width))).toBeLessThan(grid / 2);
  expect(zoomOf(boxes)).toBeGreaterThan(0.1);
});

test('none need no room', () => {
  expect(hung([])).toEqual([]);
});
