import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around, contains, grown, overlap, type Box } from './box';
import { besides, boundsOf, lengthOf, partOf, pointAt } from './curve';
import { placePills } from './pills';
import { route } from './route';
import { crosses, hiddenShare } from './sight';
import { markBox, placeStops } from './stops';

const card = (x: number, y: number): Box => ({ x, y, width: 160, height: 80 });
const steps = Array.from({ length: 21 }, (_, index) => index / 20);

test('a line runs from border to border', () => {
  const from = card(0, 0);
  const to = card(400, 300);
  const { start, end } = route(from, to, [from, to], false);
  for (const [box, point] of [
    [from, start],
    [to, end],
  ] as const) {
    expect(contains(box, point)).toBe(false);
    expect(contains(grown(box, 3), point)).toBe(true);
  }
});

test('the two directions of a pair do not coincide', () => {
  const a = card(0, 0);
  const b = card(400, 0);
  const there = route(a, b, [a, b], false);
  const back = route(b, a, [a, b], false);
  expect(Math.abs(pointAt(there, 0.5).y - pointAt(back, 0.5).y)).toBeGreaterThan(10);
});

test('a line goes around a card that stands between', () => {
  const a = card(0, 0);
  const between = card(300, 0);
  const b = card(600, 0);
  const way = route(a, b, [a, between, b], false);
  expect(steps.some((t) => contains(between, pointAt(way, t)))).toBe(false);
});

test('a line leaves a card on the far side where all ways from the near one lead through others', () => {
  const [from, to] = [card(0, 0), card(137, 559)];
  const others = [card(0, 161), card(137, 399), card(-152, 399), card(-152, 559)];
  const way = route(from, to, [from, ...others, to], false);
  for (const other of others) expect(steps.some((t) => contains(other, pointAt(way, t)))).toBe(false);
});

test('a part of a curve lies on the curve', () => {
  const curve = { start: { x: 0, y: 0 }, control: { x: 50, y: 80 }, end: { x: 100, y: 0 } };
  const part = partOf(curve, 0.2, 0.7);
  expect(part.start).toEqual(pointAt(curve, 0.2));
  expect(part.end.x).toBeCloseTo(pointAt(curve, 0.7).x);
  expect(pointAt(part, 0.5).y).toBeCloseTo(pointAt(curve, 0.45).y);
  expect(lengthOf(part)).toBeLessThan(lengthOf(curve));
});

test('the bounds of a curve are those of its points', () => {
  const coordinate = fc.integer({ min: -500, max: 500 });
  const point = fc.record({ x: coordinate, y: coordinate });
  fc.assert(
    fc.property(fc.record({ start: point, control: point, end: point }), (curve) => {
      const points = Array.from({ length: 1001 }, (_, index) => pointAt(curve, index / 1000));
      const seen = around(points.map((one) => ({ ...one, width: 0, height: 0 })));
      const { x, y, width, height } = boundsOf(curve);
      for (const [told, found] of [
        [x, seen.x],
        [y, seen.y],
        [width, seen.width],
        [height, seen.height],
      ] as const)
        expect(Math.abs(told - found)).toBeLessThan(0.01);
    }),
  );
});

test('beside a line to the right means the right of its heading', () => {
  const east = { start: { x: 0, y: 0 }, control: { x: 50, y: 0 }, end: { x: 100, y: 0 } };
  expect(besides(east, 4).start).toEqual({ x: 0, y: 4 });
});

test('a card between two others hides them from each other', () => {
  expect(crosses({ x: 0, y: 40 }, { x: 900, y: 40 }, card(300, 0))).toBe(true);
  expect(crosses({ x: 0, y: 140 }, { x: 900, y: 140 }, card(300, 0))).toBe(false);
  expect(hiddenShare([card(0, 0), card(300, 0), card(600, 0)])).toBeCloseTo(1 / 3);
  expect(hiddenShare([card(0, 0), card(300, 200), card(600, 0)])).toBe(0);
});

test('pills touch neither each other nor a card while there is room', () => {
  const sources = [card(0, 0), card(0, 140), card(0, 280)];
  const destinations = [card(600, 0), card(600, 140), card(600, 280)];
  const cards = [...sources, ...destinations];
  const curves = sources.flatMap((a) => destinations.map((b) => route(a, b, cards, false)));
  const points = placePills(
    curves.map((curve) => ({ curve, width: 60, height: 18 })),
    cards,
  );
  const pills = points.map(({ x, y }): Box => ({ x: x - 30, y: y - 9, width: 60, height: 18 }));
  pills.forEach((pill, index) => {
    for (const other of [...cards, ...pills.slice(0, index)]) expect(overlap(pill, other)).toBe(false);
  });
});

test('a pill for which a short line has no room stands beside it, if it may', () => {
  const line = { start: { x: 0, y: 0 }, control: { x: 0, y: 35 }, end: { x: 0, y: 70 } };
  const marks = [12, 42].map((y): Box => ({ x: -8, y, width: 16, height: 16 }));
  const [on, beside] = [false, true].map((mayStandAside) =>
    placePills([{ curve: line, width: 60, height: 18, mayStandAside }], marks),
  );
  expect(on?.[0]?.x).toBe(0);
  expect(Math.abs(beside?.[0]?.x ?? 0)).toBeGreaterThan(30);
});

test('a pill that is longer than its line lies on the borders of the cards, not on what stands in them', () => {
  const between = 110;
  const cards = [card(0, 0), card(160 + between, 0)];
  // Its head leaves more room at the other end.
  const line = { start: { x: 162, y: 55 }, control: { x: 215, y: 55 }, end: { x: 268, y: 55 } };
  const width = between + 16;
  const [at] = placePills([{ curve: line, width, height: 18 }], cards);
  const pill = { x: (at?.x ?? 0) - width / 2, y: 46, width, height: 18 };
  for (const one of cards) expect(overlap(pill, grown(one, -10))).toBe(false);
});

test('placing pills does not depend on anything but lines and cards, and always finds a place', () => {
  const coordinate = fc.integer({ min: 0, max: 900 });
  const point = fc.record({ x: coordinate, y: coordinate });
  const pill = fc.record({
    curve: fc.record({ start: point, control: point, end: point }),
    width: fc.integer({ min: 20, max: 120 }),
    height: fc.constant(18),
  });
  fc.assert(
    fc.property(fc.array(pill, { maxLength: 12 }), fc.array(point, { maxLength: 6 }), (pills, corners) => {
      const cards = corners.map(({ x, y }) => card(x, y));
      const places = placePills(pills, cards);
      expect(places).toHaveLength(pills.length);
      expect(placePills(pills, cards)).toEqual(places);
    }),
  );
});

test('stop marks of lines that meet at a card do not touch each other', () => {
  const db = card(300, 300);
  const sources = [card(0, 0), card(40, 0), card(80, 0)];
  const stops = sources.map((source) => ({
    curve: route(source, db, [], false),
    at: 'destination' as const,
    scale: 1,
  }));
  const marks = placeStops(stops).flatMap((t, index) =>
    stops.slice(index, index + 1).map(({ curve }) => markBox(curve, t)),
  );
  marks.forEach((mark, index) => {
    for (const other of marks.slice(0, index)) expect(overlap(mark, other)).toBe(false);
  });
});

test('large stop marks do not touch in a dense corner either', () => {
  const scale = 1.5;
  for (const corner of [500, 200]) {
    const db = card(corner, corner);
    const stops = Array.from({ length: 6 }, (_, index) => ({
      curve: route(card(index * 40, 0), db, [], false),
      at: 'destination' as const,
      scale,
    }));
    const marks = placeStops(stops).flatMap((t, index) =>
      stops.slice(index, index + 1).map(({ curve }) => markBox(curve, t, scale)),
    );
    marks.forEach((mark, index) => {
      for (const other of marks.slice(0, index))
        expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThanOrEqual(mark.width);
    });
  }
});
