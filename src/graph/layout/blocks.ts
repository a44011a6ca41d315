import { around, type Box, type Point } from '../geometry/box';
import { arrange, type Style } from './arrange';
import { frameAround } from './frame';
import type { FrameInput } from './input';
import { inRows } from './rows';

/** Between frames, and between the outside and the cluster. */
export const FRAME_GAP = 72;
const ROWS_CENTRED = 3;

/** A frame with its cards arranged around an origin of their own, or just its room. */
export interface Block {
  readonly frame: FrameInput;
  readonly cards: readonly Box[];
  readonly border: Box;
}

/** The frames inside the cluster, or those outside, each arranged by itself. */
export const blocksOf = (frames: readonly FrameInput[], outside: boolean, style: Style): readonly Block[] =>
  frames.filter((frame) => frame.outside === outside).map((frame) => blockOf(frame, style));

/** One frame arranged by itself. */
export function blockOf(frame: FrameInput, style: Style): Block {
  const cards = arrange(frame, style);
  return { frame, cards, border: cards.length > 0 ? frameAround(cards) : { x: 0, y: 0, ...frame.room } };
}

/** Frames in about `count` rows, left to right; every second one of a row lower by a share of its height. */
export function shelve(blocks: readonly Block[], count: number, stagger: number): ReadonlyMap<Block, Box> {
  const shelves = inRows(blocks, ({ border }) => border.width + FRAME_GAP, count);
  const widths = shelves.map((shelf) =>
    shelf.reduce((sum, { border }) => sum + border.width + FRAME_GAP, -FRAME_GAP),
  );
  const full = Math.max(0, ...widths);
  const placed = new Map<Block, Box>();
  let y = 0;
  shelves.forEach((shelf, row) => {
    const tallest = Math.max(...shelf.map(({ border }) => border.height));
    const drop = shelf.length > 1 ? Math.abs(stagger) * tallest : 0;
    // A few rows look best centred, many in line.
    let x = shelves.length > ROWS_CENTRED ? 0 : (full - (widths[row] ?? 0)) / 2;
    shelf.forEach((block, index) => {
      const isLower = (index % 2 === 1) === stagger > 0;
      const top = y + (tallest - block.border.height) / 2 + (isLower ? drop : 0);
      placed.set(block, { ...block.border, x, y: top });
      x += block.border.width + FRAME_GAP;
    });
    y += tallest + drop + FRAME_GAP;
  });
  return placed;
}

/** Where cards and frames have come to stand. */
export interface Standing {
  readonly cards: ReadonlyMap<string, Box>;
  readonly frames: ReadonlyMap<string, Box>;
}

/** Where the world outside stands: at the left of everything, or of what stands beside it, at a share of the height. */
export interface OutsideSpot {
  readonly share: number;
  /** In a free corner: there is less room for what comes to it later. */
  readonly isInside: boolean;
}

/** The frames inside as they stand, and the world outside beside them. */
export function placeOutside(
  outside: readonly Block[],
  inside: ReadonlyMap<Block, Box>,
  { share, isInside }: OutsideSpot,
): Standing {
  const cards = new Map<string, Box>();
  const frames = new Map<string, Box>();
  const bounds = around(inside.values());
  for (const [block, border] of inside) put(block, border, cards, frames);
  for (const block of outside) {
    const y = bounds.y + (bounds.height - block.border.height) * share;
    const { height } = block.border;
    const beside = [...inside.values()].filter(
      (box) => !isInside || (box.y < y + height + FRAME_GAP && y < box.y + box.height + FRAME_GAP),
    );
    const x = Math.min(...beside.map((box) => box.x)) - FRAME_GAP - block.border.width;
    put(block, { x, y }, cards, frames);
  }
  return { cards, frames };
}

/** Sets a block down with the corner of its border at a point. */
export function put(
  { frame, cards, border }: Block,
  { x, y }: Point,
  intoCards: Map<string, Box>,
  intoFrames: Map<string, Box>,
): void {
  const set: Box[] = [];
  cards.forEach((box, index) => {
    const card = frame.cards[index];
    if (card === undefined) return;
    const placed = { ...box, x: Math.round(box.x + x - border.x), y: Math.round(box.y + y - border.y) };
    set.push(placed);
    intoCards.set(card.id, placed);
  });
  const room = { ...border, x: Math.round(x), y: Math.round(y) };
  intoFrames.set(frame.id, set.length > 0 ? frameAround(set) : room);
}
