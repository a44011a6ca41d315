import type { Point } from '../geometry/box';
import { headingAt, partOf, pointAt, type Curve } from '../geometry/curve';
import { nearEnd } from '../geometry/stops';

/** The curve with its last `by` units cut off, to make room for a head. */
export const shortened = (curve: Curve, by: number): Curve =>
  partOf(curve, 0, nearEnd(curve, 'destination', by));

/** Corners of a head whose tip is the end of the curve: the tip is in the middle. */
export function arrowCorners(curve: Curve, length: number, width: number): readonly Point[] {
  const [left, right] = headBase(curve, length, width);
  return [left, curve.end, right];
}

/** The same as the `points` of an SVG shape. */
export const arrowHead = (curve: Curve, length: number, width: number): string =>
  arrowCorners(curve, length, width)
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');

function headBase(curve: Curve, length: number, width: number): readonly [Point, Point] {
  const heading = headingAt(curve, nearEnd(curve, 'destination', length / 2));
  const base = { x: curve.end.x - heading.x * length, y: curve.end.y - heading.y * length };
  const dx = (-heading.y * width) / 2;
  const dy = (heading.x * width) / 2;
  return [
    { x: base.x + dx, y: base.y + dy },
    { x: base.x - dx, y: base.y - dy },
  ];
}

/** As a transform: moves what is drawn around the origin onto the curve, so much larger. */
export function onto(curve: Curve, t: number, scale: number): string {
  const { x, y } = pointAt(curve, t);
  return `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${String(scale)})`;
}
