import { overlap, type Box, type Point } from '../geometry/box';
import type { CardInput, FrameInput, Size } from './input';

const ACROSS = 104;
const DOWN = 76;
const TIGHT = 44;
/** Beside each other on a ring there is room for a line with its ports, below each other for the line. */
const RING_ACROSS = 50;
const RING_DOWN = 26;

/** What may be tried: how two cards of a frame stand to each other, and how tall a ring is against its width, and its turn. */
export interface Style {
  readonly lean: 'slant' | 'down' | 'across';
  readonly tall: number;
  /** How far a ring is turned, in steps from card to card. */
  readonly turn: number;
}

/** Where nothing is tried. */
export const PLAIN: Style = { lean: 'slant', tall: 1, turn: 0.5 };

/** The cards of one frame around an origin of their own. */
export function arrange({ arrangement, cards }: FrameInput, { lean, tall, turn }: Style): readonly Box[] {
  switch (arrangement) {
    case 'column':
      return columns(cards, Math.ceil(Math.sqrt(cards.length / 4)));
    case 'grid':
      return rows(cards, Math.ceil(Math.sqrt(cards.length * 0.75)), TIGHT, TIGHT);
    case 'ring':
      if (cards.length === 2) return couple(cards, lean);
      if (cards.length === 3) return triangle(cards);
      if (cards.length <= 4) return rows(cards, 2, ACROSS + 16, DOWN + 24);
      return ring(cards, tall, turn);
  }
}

const largest = (cards: readonly CardInput[]): Size => ({
  width: Math.max(0, ...cards.map((card) => card.width)),
  height: Math.max(0, ...cards.map((card) => card.height)),
});

/** The cards in the middle of slots of one size. */
function inSlots(
  cards: readonly CardInput[],
  { width, height }: Size,
  slots: readonly Point[],
): readonly Box[] {
  return cards.map((card, index) => ({
    x: (slots[index]?.x ?? 0) + (width - card.width) / 2,
    y: (slots[index]?.y ?? 0) + (height - card.height) / 2,
    width: card.width,
    height: card.height,
  }));
}

function rows(cards: readonly CardInput[], perRow: number, across: number, down: number): readonly Box[] {
  const size = largest(cards);
  const slots = cards.map((_, index) => ({
    x: (index % perRow) * (size.width + across),
    y: Math.floor(index / perRow) * (size.height + down),
  }));
  return inSlots(cards, size, slots);
}

function columns(cards: readonly CardInput[], count: number): readonly Box[] {
  const size = largest(cards);
  const perColumn = Math.ceil(cards.length / Math.max(count, 1));
  const slots = cards.map((_, index) => ({
    x: Math.floor(index / perColumn) * (size.width + TIGHT),
    y: (index % perColumn) * (size.height + TIGHT),
  }));
  return inSlots(cards, size, slots);
}

function couple(cards: readonly CardInput[], lean: Style['lean']): readonly Box[] {
  const size = largest(cards);
  const second: Record<Style['lean'], Point> = {
    slant: { x: size.width * 0.45, y: size.height + DOWN },
    down: { x: 0, y: size.height + DOWN },
    across: { x: size.width + ACROSS, y: 0 },
  };
  return inSlots(cards, size, [{ x: 0, y: 0 }, second[lean]]);
}

/** The first at the left, the others at the right: no line between two passes the third. */
function triangle(cards: readonly CardInput[]): readonly Box[] {
  const size = largest(cards);
  const x = size.width + ACROSS;
  return inSlots(cards, size, [
    { x: 0, y: (size.height + DOWN) / 2 },
    { x, y: 0 },
    { x, y: size.height + DOWN },
  ]);
}

/** On an ellipse, so that every two cards see each other; reading order runs from the left to the right. */
function ring(cards: readonly CardInput[], tall: number, turn: number): readonly Box[] {
  for (let radius = 60; ; radius += 8) {
    const slots = cards.map((_, index) => pointOnRing((index + turn) / cards.length, radius, tall));
    // Even counts are mirror images left and right; the rounding keeps such twins in top-to-bottom order.
    const inOrder = slots.toSorted((a, b) => Math.round((a.x - b.x) / 4) || a.y - b.y);
    const boxes = inSlots(cards, { width: 0, height: 0 }, inOrder);
    if (!boxes.some((a, i) => boxes.some((b, j) => j > i && isTooClose(a, b)))) return boxes;
  }
}

/** `share` of the way around, clockwise from the top. */
function pointOnRing(share: number, radius: number, tall: number): Point {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius * tall };
}

const isTooClose = (a: Box, b: Box): boolean =>
  overlap({ ...a, x: a.x - RING_ACROSS, width: a.width + 2 * RING_ACROSS }, b) ||
  overlap({ ...a, y: a.y - RING_DOWN, height: a.height + 2 * RING_DOWN }, b);
