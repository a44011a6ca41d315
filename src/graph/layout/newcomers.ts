import { around, centreOf, overlap, type Box, type Point } from '../geometry/box';
import { arrange, PLAIN } from './arrange';
import { frameAround } from './frame';
import type { CardInput, FrameInput, Layout, LayoutInput } from './input';

const CARD_GAP = 28;
const FRAME_GAP = 40;

/**
 * The previous picture with newcomers beside their kin. Nobody moves, except that frames below a frame with no free
 * side slide down together when it has to grow.
 */
export function placeNewcomers(input: LayoutInput, previous: Layout): Layout {
  const cards = new Map<string, Box>();
  for (const frame of input.frames)
    for (const card of frame.cards) {
      const before = previous.cards.get(card.id);
      if (before !== undefined)
        cards.set(card.id, { x: before.x, y: before.y, width: card.width, height: card.height });
    }
  for (const frame of input.frames) {
    const missing = frame.cards.filter((card) => !cards.has(card.id));
    if (missing.length === 0) continue;
    if (missing.length === frame.cards.length) addFrame(frame, input, cards);
    else for (const card of missing) addCard(card, frame, input, cards);
  }
  return { id: input.id, origin: previous.origin, cards };
}

const boxesOf = (frame: FrameInput, cards: ReadonlyMap<string, Box>): readonly Box[] =>
  frame.cards.flatMap((card) => cards.get(card.id) ?? []);

function bordersBut(
  frame: FrameInput,
  { frames }: LayoutInput,
  cards: ReadonlyMap<string, Box>,
): readonly Box[] {
  return frames
    .filter((other) => other !== frame)
    .map((other) => ({ other, boxes: boxesOf(other, cards) }))
    .filter(({ boxes }) => boxes.length > 0)
    .map(({ other, boxes }) => frameAround(other, boxes));
}

/** A new namespace stands below the picture, the outside world at its left. */
function addFrame(frame: FrameInput, input: LayoutInput, cards: Map<string, Box>): void {
  const boxes = arrange(frame, PLAIN);
  const border = frameAround(frame, boxes);
  const all = around(bordersBut(frame, input, cards));
  const x = frame.outside ? all.x - 2 * FRAME_GAP - border.width : all.x;
  const y = frame.outside ? all.y + (all.height - border.height) / 2 : all.y + all.height + 2 * FRAME_GAP;
  frame.cards.forEach((card, index) => {
    const box = boxes[index];
    if (box === undefined) return;
    cards.set(card.id, { ...box, x: Math.round(box.x + x - border.x), y: Math.round(box.y + y - border.y) });
  });
}

function addCard(card: CardInput, frame: FrameInput, input: LayoutInput, cards: Map<string, Box>): void {
  const kin = boxesOf(frame, cards);
  const borders = bordersBut(frame, input, cards);
  const border = frameAround(frame, kin);
  const middle = centreOf(border);
  let best: Box | null = null;
  let bestCost = Infinity;
  for (const { x, y } of spotsBeside(kin, card)) {
    const box = { x, y, width: card.width, height: card.height };
    if (kin.some((other) => overlap(box, other, CARD_GAP))) continue;
    const after = frameAround(frame, [...kin, box]);
    if (borders.some((other) => overlap(after, other, FRAME_GAP))) continue;
    const growth = after.width * after.height - border.width * border.height;
    const at = centreOf(box);
    const cost = growth + Math.hypot(at.x - middle.x, at.y - middle.y);
    if (cost < bestCost) {
      best = box;
      bestCost = cost;
    }
  }
  cards.set(card.id, best ?? pushDown(card, frame, input, cards));
}

/** Above, below, left and right of every card, and the corners. */
function spotsBeside(kin: readonly Box[], { width, height }: CardInput): readonly Point[] {
  return kin.flatMap((box) => {
    const xs = [box.x - width - 2 * CARD_GAP, box.x, box.x + box.width + 2 * CARD_GAP];
    const ys = [box.y - height - 2 * CARD_GAP, box.y, box.y + box.height + 2 * CARD_GAP];
    return xs.flatMap((x) => ys.map((y) => ({ x, y })));
  });
}

function pushDown(card: CardInput, frame: FrameInput, input: LayoutInput, cards: Map<string, Box>): Box {
  const kin = boxesOf(frame, cards);
  const inner = around(kin);
  const bottom = frameAround(frame, kin);
  const box = {
    x: inner.x + (inner.width - card.width) / 2,
    y: inner.y + inner.height + 2 * CARD_GAP,
    width: card.width,
    height: card.height,
  };
  const by = card.height + 2 * CARD_GAP;
  for (const other of input.frames) {
    if (other === frame) continue;
    const boxes = boxesOf(other, cards);
    if (boxes.length === 0 || frameAround(other, boxes).y < bottom.y + bottom.height) continue;
    for (const { id } of other.cards) {
      const at = cards.get(id);
      if (at !== undefined) cards.set(id, { ...at, y: at.y + by });
    }
  }
  return box;
}
