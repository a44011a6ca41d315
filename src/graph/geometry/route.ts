import { centreOf, grown, overlap, around, type Box, type Point } from './box';
import type { Curve } from './curve';

/**
 * Bends to try, as a share of the distance; positive bends to the right of the heading, so that the two directions of
 * a pair bend apart. No left bend equals a right one: were both directions pushed to one side, they would still differ.
 */
const BENDS = [0.09, 0.2, -0.14, 0.32, -0.27, 0.46, -0.4, 0.62, -0.55];
/** Among this many cards a wide detour only crosses other ones. */
const MANY_CARDS = 18;
const GENTLE = 0.33;
/** The half of a card that a line is aimed at: where no bend leads past the other cards, the far one is tried. */
const NEAR_SIDE = 1;
const SIDES = [NEAR_SIDE, -1];
const STRAIGHT_BENDS = [0, 0.13, -0.17, 0.28, -0.34, 0.5, -0.56];
const SAMPLES = 24;
const CLEARANCE = 8;
const GAP = 2;

/**
 * The way from border to border of two cards that crosses the fewest other cards, with the gentlest bend that will do.
 * Depends on where cards are and on nothing else, so a changed verdict never bends a line.
 */
export function route(source: Box, destination: Box, others: readonly Box[], straight: boolean): Curve {
  const from = centreOf(source);
  const to = centreOf(destination);
  const region = grown(
    around([source, destination]),
    Math.hypot(to.x - from.x, to.y - from.y) * 0.35 + CLEARANCE,
  );
  const near: Box[] = [];
  for (const box of others)
    if (box !== source && box !== destination && overlap(region, box)) near.push(grown(box, CLEARANCE));
  let best: Curve | null = null;
  let fewest = Infinity;
  for (const side of SIDES) {
    for (const bend of straight ? STRAIGHT_BENDS : BENDS) {
      if (others.length > MANY_CARDS && Math.abs(bend) > GENTLE) continue;
      const curve = bent(source, destination, bend, side);
      const hits = samplesInside(curve, near, fewest);
      if (hits === 0) return curve;
      if (hits >= fewest) continue;
      best = curve;
      fewest = hits;
    }
  }
  return best ?? bent(source, destination, 0, NEAR_SIDE);
}

function bent(source: Box, destination: Box, bend: number, side: number): Curve {
  const from = aimOf(source, centreOf(destination), side);
  const to = aimOf(destination, centreOf(source), side);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const control = { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend };
  return {
    start: borderToward(source, from, control, GAP),
    control,
    end: borderToward(destination, to, control, GAP),
  };
}

/** Lines aim beside the middle of a card, each toward its own side: many of them spread along its border. */
function aimOf(box: Box, toward: Point, side: number): Point {
  const { x, y } = centreOf(box);
  const across = side * Math.max(0, box.width / 2 - 22);
  const down = side * Math.max(0, box.height / 2 - 22);
  return { x: x + across * Math.tanh((toward.x - x) / FAR), y: y + down * Math.tanh((toward.y - y) / FAR) };
}

/** From here on, farther makes little difference to where a line meets the card. */
const FAR = 420;

/** Where the line from a point inside the box to one outside leaves the box, `gap` away from its border. */
export function borderToward(box: Box, from: Point, point: Point, gap: number): Point {
  const dx = point.x - from.x;
  const dy = point.y - from.y;
  const right = dx > 0 ? box.x + box.width + gap - from.x : from.x - box.x + gap;
  const down = dy > 0 ? box.y + box.height + gap - from.y : from.y - box.y + gap;
  const scale = Math.min(
    dx === 0 ? Infinity : right / Math.abs(dx),
    dy === 0 ? Infinity : down / Math.abs(dy),
  );
  return scale === Infinity ? from : { x: from.x + dx * scale, y: from.y + dy * scale };
}

/**
 * How many points of the curve lie in a box; `enough` of them end the count. All lines of a new picture are sought at
 * once, so this makes no objects.
 */
function samplesInside({ start, control, end }: Curve, boxes: readonly Box[], enough: number): number {
  const left = Math.min(start.x, control.x, end.x);
  const top = Math.min(start.y, control.y, end.y);
  const right = Math.max(start.x, control.x, end.x);
  const bottom = Math.max(start.y, control.y, end.y);
  const near: Box[] = [];
  for (const box of boxes)
    if (left < box.x + box.width && box.x < right && top < box.y + box.height && box.y < bottom)
      near.push(box);
  if (near.length === 0) return 0;
  let hits = 0;
  for (let step = 1; step < SAMPLES && hits < enough; step++) {
    const t = step / SAMPLES;
    const fromX = start.x + (control.x - start.x) * t;
    const fromY = start.y + (control.y - start.y) * t;
    const x = fromX + (control.x + (end.x - control.x) * t - fromX) * t;
    const y = fromY + (control.y + (end.y - control.y) * t - fromY) * t;
    for (const box of near)
      if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height) {
        hits++;
        break;
      }
  }
  return hits;
}
