import { centreOf, grown, type Box, type Point } from './box';

/** Does the straight line between two points touch the box? (Liang and Barsky's clipping.) */
export function crosses(from: Point, to: Point, box: Box): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  // Where along the line (0 to 1) it is between the box's sides, and between its top and bottom.
  const left = dx === 0 ? side(from.x - box.x) : (box.x - from.x) / dx;
  const right = dx === 0 ? -side(box.x + box.width - from.x) : (box.x + box.width - from.x) / dx;
  const top = dy === 0 ? side(from.y - box.y) : (box.y - from.y) / dy;
  const bottom = dy === 0 ? -side(box.y + box.height - from.y) : (box.y + box.height - from.y) / dy;
  const enter = Math.max(0, Math.min(left, right), Math.min(top, bottom));
  const leave = Math.min(1, Math.max(left, right), Math.max(top, bottom));
  return enter < leave;
}

/** For a line that runs along an axis: within this bound for its whole length, or never. */
const side = (room: number): number => (room > 0 ? -Infinity : Infinity);

const CLEARANCE = 6;

/** Share of the pairs of cards that a third card stands between: 0 when all see each other. */
export function hiddenShare(cards: readonly Box[]): number {
  const roomy = cards.map((card) => grown(card, CLEARANCE));
  let pairs = 0;
  let hidden = 0;
  cards.forEach((a, i) => {
    for (let j = i + 1; j < cards.length; j++) {
      const b = cards[j];
      if (b === undefined) continue;
      pairs++;
      const from = centreOf(a);
      const to = centreOf(b);
      if (roomy.some((box, k) => k !== i && k !== j && crosses(from, to, box))) hidden++;
    }
  });
  return pairs === 0 ? 0 : hidden / pairs;
}
