import { grown, overlap, sharedArea, type Box, type Point } from './box';
import { headingAt, pointAt, type Curve } from './curve';

/** A word that wants to sit on its line. */
export interface Pill {
  readonly curve: Curve;
  readonly width: number;
  readonly height: number;
  /** May stand beside its line where there is no room on it: it is clear which one is meant. */
  readonly mayStandAside?: boolean;
}

/** Nearer the destination first: the ports are the destination's. */
const PLACES = [0.58, 0.5, 0.66, 0.43, 0.73, 0.36, 0.3, 0.78, 0.24];
const GAP = 3;
/** What a card leaves free along its border, … */
const PADDING = 10;
/** … and how much worse it is to cover what stands within. */
const WORDS = 4;
/** Between a line and a pill beside it. */
const ASIDE = 10;
/** Room for the head of the line: it has to be seen which way it points. */
const HEAD = 30;

/**
 * Centre of each pill, in order: the first place on its line where it touches no card and no pill placed before it,
 * else the place where it covers least.
 */
export function placePills(pills: readonly Pill[], cards: readonly Box[]): readonly Point[] {
  const taken: Box[] = [];
  return pills.map((pill) => {
    const head = boxOf({ width: HEAD, height: HEAD }, pill.curve.end);
    let best: Point | null = null;
    let least = Infinity;
    for (const t of PLACES) {
      const centre = pointAt(pill.curve, t);
      const covered = coveredArea(boxOf(pill, centre), cards, [...taken, head]);
      if (covered < least) {
        best = centre;
        least = covered;
      }
      if (covered === 0) break;
    }
    if (least > 0 && pill.mayStandAside === true) {
      for (const centre of aside(pill)) {
        const covered = coveredArea(boxOf(pill, centre), cards, [...taken, head]);
        if (covered >= least) continue;
        best = centre;
        least = covered;
      }
    }
    const centre = best ?? pointAt(pill.curve, 0.5);
    taken.push(boxOf(pill, centre));
    return centre;
  });
}

/** On both sides of the middle of its line. */
function aside({ curve, width, height }: Pill): readonly Point[] {
  const middle = pointAt(curve, 0.5);
  const heading = headingAt(curve, 0.5);
  const across = { x: -heading.y, y: heading.x };
  const away = (Math.abs(across.x) * width + Math.abs(across.y) * height) / 2 + ASIDE;
  return [1, -1].map((side) => ({
    x: middle.x + side * across.x * away,
    y: middle.y + side * across.y * away,
  }));
}

const boxOf = ({ width, height }: Pick<Box, 'width' | 'height'>, { x, y }: Point): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

function coveredArea(box: Box, cards: readonly Box[], pills: readonly Box[]): number {
  const roomy = grown(box, GAP);
  let area = 0;
  for (const other of cards)
    if (overlap(roomy, other))
      area += sharedArea(roomy, other) + WORDS * sharedArea(box, grown(other, -PADDING));
  for (const other of pills) if (overlap(roomy, other)) area += sharedArea(roomy, other);
  return area;
}
