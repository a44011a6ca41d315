import type { Box, Point } from '../geometry/box';
import { frameAround } from '../layout/frame';
import type { Layout, LayoutInput } from '../layout/input';

/** Where things are on the screen: the layout, the user's drags on top. */
export interface Places {
  readonly cards: ReadonlyMap<string, Box>;
  readonly frames: ReadonlyMap<string, Box>;
}

type Offsets = Readonly<Record<string, Point>>;

/** Cards with a place in the layout, moved by their own drag and by that of their frame; frames around their cards. */
export function placesOf({ frames }: LayoutInput, layout: Layout, moved: Offsets): Places {
  const cards = new Map<string, Box>();
  const borders = new Map<string, Box>();
  for (const frame of frames) {
    const together = moved[frame.id];
    const members: Box[] = [];
    for (const { id } of frame.cards) {
      const box = layout.cards.get(id);
      if (box === undefined) continue;
      const placed = movedBy(movedBy(box, together), moved[id]);
      members.push(placed);
      cards.set(id, placed);
    }
    if (frame.framed && members.length > 0) borders.set(frame.id, frameAround(frame, members));
  }
  return { cards, frames: borders };
}

const movedBy = (box: Box, by: Point | undefined): Box =>
  by === undefined ? box : { ...box, x: box.x + by.x, y: box.y + by.y };
