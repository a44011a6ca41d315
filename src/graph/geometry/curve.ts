import type { Box, Point } from './box';

/** A quadratic Bézier curve: one bend, no more. */
export interface Curve {
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
}

const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

export const pointAt = ({ start, control, end }: Curve, t: number): Point =>
  between(between(start, control, t), between(control, end, t), t);

/** Heading at t, of length 1. */
export function headingAt({ start, control, end }: Curve, t: number): Point {
  const a = between(start, control, t);
  const b = between(control, end, t);
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}

/** The part from t0 to t1. */
export function partOf(curve: Curve, t0: number, t1: number): Curve {
  const { start, control, end } = curve;
  const a = between(start, control, t0);
  const b = between(control, end, t0);
  return { start: pointAt(curve, t0), control: between(a, b, t1), end: pointAt(curve, t1) };
}

/** Length, good to about a percent for the gentle bends drawn here. */
export function lengthOf({ start, control, end }: Curve): number {
  const chord = Math.hypot(end.x - start.x, end.y - start.y);
  const legs =
    Math.hypot(control.x - start.x, control.y - start.y) + Math.hypot(end.x - control.x, end.y - control.y);
  return (2 * chord + legs) / 3;
}

/** The smallest box around the curve. */
export function boundsOf({ start, control, end }: Curve): Box {
  const [left, right] = reach(start.x, control.x, end.x);
  const [top, bottom] = reach(start.y, control.y, end.y);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Least and most along one axis: at an end, or where the curve turns back. */
function reach(start: number, control: number, end: number): readonly [number, number] {
  const [least, most] = [Math.min(start, end), Math.max(start, end)];
  if (control >= least && control <= most) return [least, most];
  const turn = start - (start - control) ** 2 / (start - 2 * control + end);
  return [Math.min(least, turn), Math.max(most, turn)];
}

/** The curve moved sideways; positive is to the right of its heading. */
export function besides({ start, control, end }: Curve, by: number): Curve {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const dx = (-(end.y - start.y) / length) * by;
  const dy = ((end.x - start.x) / length) * by;
  const move = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy });
  return { start: move(start), control: move(control), end: move(end) };
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** The curve as the `d` of an SVG path. */
export const svgPath = ({ start, control, end }: Curve): string =>
  `M${round(start.x)},${round(start.y)}Q${round(control.x)},${round(control.y)} ${round(end.x)},${round(end.y)}`;
