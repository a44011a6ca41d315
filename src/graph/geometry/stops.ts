import { sharedArea, type Box } from './box';
import { lengthOf, pointAt, type Curve } from './curve';

/** A line that is stopped at one of its ends. */
export interface Stop {
  readonly curve: Curve;
  readonly at: 'source' | 'destination';
  /** How much larger its mark is than normal. */
  readonly scale: number;
}

/** How far from a card's border a mark on a line sits. */
export const GATE_DISTANCE = { source: 20, destination: 26 } as const;
/** Added to the distance until the mark touches no other; where none is free, it covers least. */
const STEPS = [0, 15, 30, 45, 60, 75, 90, 7, 22, 37, 52];
const SIZE = 16;

/** Where on its line each stop mark sits, in order: as near to its end as the marks before it allow. */
export function placeStops(stops: readonly Stop[]): readonly number[] {
  const taken: Box[] = [];
  return stops.map(({ curve, at, scale }) => {
    let best = 0.5;
    let least = Infinity;
    for (const step of STEPS) {
      const t = nearEnd(curve, at, (GATE_DISTANCE[at] + step) * scale);
      const box = markBox(curve, t, scale);
      let covered = 0;
      for (const other of taken) covered += sharedArea(box, other);
      if (covered >= least) continue;
      best = t;
      least = covered;
      if (covered === 0) break;
    }
    taken.push(markBox(curve, best, scale));
    return best;
  });
}

/** Room a mark takes. */
export function markBox(curve: Curve, t: number, scale = 1): Box {
  const { x, y } = pointAt(curve, t);
  const size = SIZE * scale;
  return { x: x - size / 2, y: y - size / 2, width: size, height: size };
}

/** t of the place `distance` away from one end, at most the middle. */
export function nearEnd(curve: Curve, end: Stop['at'], distance: number): number {
  const share = Math.min(0.5, distance / Math.max(lengthOf(curve), 1));
  return end === 'source' ? share : 1 - share;
}
