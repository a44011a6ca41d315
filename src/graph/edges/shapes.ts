import type { Point } from '../geometry/box';
import { headingAt, partOf, pointAt, type Curve } from '../geometry/curve';
import { nearEnd } from '../geometry/stops';

/** The curve with its last `by` units cut off, to make room for a head. */
export const shortened = (curve: Curve, by: number): Curve =>
  partOf(curve, 0, nearEnd(curve, 'destination', by));

/** Corner points of a filled head whose tip is the end of the curve. */
export function arrowHead(curve: Curve, length: number, width: number): string {
  const tip = curve.end;
  const [left, right] = headBase(curve, length, width);
  return [left, tip, right].map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

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

/** As a transform: moves what is drawn around the origin onto the curve. */
export function onto(curve: Curve, t: number): string {
  const { x, y } = pointAt(curve, t);
  return `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
}
