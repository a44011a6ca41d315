/** A rectangle on the screen. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 300;
const GAP = 12;

/** Where a card of this height at most stands: beside a small target, in the lower corner of a large one, never outside the window. */
export function cardPlace(
  target: Box | null,
  room: { readonly width: number; readonly height: number },
  tall: number,
): { readonly left: number; readonly top: number } {
  const inside = (left: number, top: number) => ({
    left: Math.max(GAP, Math.min(left, room.width - WIDTH - GAP)),
    top: Math.max(GAP, Math.min(top, room.height - tall - GAP)),
  });
  if (target === null) return inside(room.width, room.height);
  const { x, y, width, height } = target;
  const isLarge = height > room.height / 3;
  if (isLarge) return inside(x + width - WIDTH - GAP, y + height - tall - GAP);
  return inside(x, y + height + GAP);
}
