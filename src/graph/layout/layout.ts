import { around, type Box } from '../geometry/box';
import { PLAIN } from './arrange';
import { blockOf, FRAME_GAP, put, type Standing } from './blocks';
import { hangTerritories, outsideRoom } from './gallery';
import type { CardInput, FrameInput, Layout, LayoutInput } from './input';
import { placeNewcomers } from './newcomers';
import { shelveFrames } from './shelves';

/**
 * Where everything sits. With a last layout of this workspace that shows mostly the same, that stays where it is and
 * newcomers find a place beside their kin; else the picture is laid out afresh. The cards of a frame that was folded are
 * remembered.
 */
export function layout(input: LayoutInput, last: Layout | null): Layout {
  const { id, workspace } = input;
  const previous = last?.workspace === workspace ? last : null;
  if (previous?.id === id) return previous;
  const frames = input.frames.map((frame) => recalled(frame, previous));
  const members = new Map(frames.map(({ id, cards }) => [id, cards]));
  const known = previous !== null && mostlyKnown(frames, previous) && allFit(frames, previous);
  if (known) {
    return { id, workspace, origin: previous.origin, members, ...placeNewcomers(frames, previous) };
  }
  const isMap = input.plan === 'map' || input.plan === 'map of pods';
  const standing = isMap ? mapOf(frames) : shelveFrames(frames);
  return { id, workspace, origin: id, members, ...standing };
}

/** A folded frame keeps the cards it had: opened again, they are where they were. */
function recalled(frame: FrameInput, previous: Layout | null): FrameInput {
  const cards = frame.cards.length > 0 || frame.outside ? [] : (previous?.members.get(frame.id) ?? []);
  return cards.length > 0 ? { ...frame, cards } : frame;
}

/** Are at least half of the cards old ones? A frame without cards counts as one, also while it is opened. */
function mostlyKnown(frames: readonly FrameInput[], { cards, frames: borders, members }: Layout): boolean {
  let all = 0;
  let stayed = 0;
  for (const frame of frames) {
    if (frame.outside) continue;
    const isOpened = borders.has(frame.id) && (members.get(frame.id)?.length ?? 0) === 0;
    if (frame.cards.length === 0 || isOpened) {
      all++;
      if (frame.cards.length === 0 && borders.has(frame.id)) stayed++;
    } else {
      all += frame.cards.length;
      stayed += frame.cards.filter(({ id }: CardInput) => cards.has(id)).length;
    }
  }
  return stayed > 0 && stayed * 2 >= all;
}

/** Has no territory become too small for its workloads? */
const allFit = (frames: readonly FrameInput[], { frames: borders }: Layout): boolean =>
  frames.every(({ id, outside, cards, room }) => {
    const border = borders.get(id);
    if (outside || cards.length > 0 || border === undefined) return true;
    return room.width <= border.width && room.height <= border.height;
  });

function mapOf(frames: readonly FrameInput[]): Standing {
  const borders = new Map(hangTerritories(frames.filter(({ outside }) => !outside)));
  const cards = new Map<string, Box>();
  const bounds = around(borders.values());
  const room = outsideRoom(borders.values());
  for (const frame of frames.filter(({ outside }) => outside)) {
    const block = blockOf({ ...frame, room }, PLAIN);
    const y = bounds.y + (bounds.height - block.border.height) / 2;
    put(block, { x: bounds.x - FRAME_GAP - block.border.width, y }, cards, borders);
  }
  return { cards, frames: borders };
}
