import { around, type Box } from '../geometry/box';
import { arrange, type Style } from './arrange';
import { frameAround } from './frame';
import type { FrameInput } from './input';

const FRAME_GAP = 72;
const ROWS_CENTRED = 3;

/** A frame with its cards arranged around an origin of their own. */
export interface Block {
  readonly frame: FrameInput;
  readonly cards: readonly Box[];
  readonly border: Box;
}

/** The frames inside the cluster, or those outside, each arranged by itself. */
export const blocksOf = (frames: readonly FrameInput[], outside: boolean, style: Style): readonly Block[] =>
  frames
    .filter((frame) => frame.outside === outside)
    .map((frame) => {
      const cards = arrange(frame, style);
      return { frame, cards, border: frameAround(frame, cards) };
    });

/** Frames in about `count` rows, left to right; every second one of a row lower by a share of its height. */
export function shelve(blocks: readonly Block[], count: number, stagger: number): ReadonlyMap<Block, Box> {
  const shelves = splitEvenly(blocks, count);
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

/** Rows of about equal width, in order. */
function splitEvenly(blocks: readonly Block[], count: number): readonly (readonly Block[])[] {
  const total = blocks.reduce((sum, { border }) => sum + border.width + FRAME_GAP, 0);
  const shelves: Block[][] = [];
  let used = 0;
  for (const block of blocks) {
    const width = block.border.width + FRAME_GAP;
    const shelf = Math.min(count - 1, Math.floor(((used + width / 2) / total) * count));
    (shelves[shelf] ??= []).push(block);
    used += width;
  }
  return shelves.filter((shelf) => shelf.length > 0);
}

/** The world outside at the left of everything, at a share of its height. */
export function placeOutside(
  outside: readonly Block[],
  inside: ReadonlyMap<Block, Box>,
  height: number,
): ReadonlyMap<string, Box> {
  const cards = new Map<string, Box>();
  const bounds = around(inside.values());
  for (const [block, border] of inside) put(block, border, cards);
  for (const block of outside) {
    const x = bounds.x - FRAME_GAP - block.border.width;
    const y = bounds.y + (bounds.height - block.border.height) * height;
    put(block, { ...block.border, x, y }, cards);
  }
  return cards;
}

function put({ frame, cards, border }: Block, at: Box, into: Map<string, Box>): void {
  cards.forEach((box, index) => {
    const card = frame.cards[index];
    if (card === undefined) return;
    const x = Math.round(box.x + at.x - border.x);
    const y = Math.round(box.y + at.y - border.y);
    into.set(card.id, { ...box, x, y });
  });
}
