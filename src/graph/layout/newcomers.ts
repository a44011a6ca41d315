import { around, centreOf, overlap, type Box, type Point } from '../geometry/box';
import { PLAIN } from './arrange';
import { blockOf, put, type Standing } from './blocks';
import { CARD } from './cardSize';
import { frameAround } from './frame';
import type { CardInput, FrameInput, Layout } from './input';
import { slotsIn } from './territory';

const CARD_GAP = 28;
const FRAME_GAP = 40;

/** A picture while newcomers join it. */
interface Growing {
  readonly frames: readonly FrameInput[];
  readonly cards: Map<string, Box>;
  readonly borders: Map<string, Box>;
}

/**
 * The previous picture with newcomers beside their kin. Nobody moves, except that frames below a frame with no free
 * side slide down together when it has to grow.
 */
export function placeNewcomers(frames: readonly FrameInput[], previous: Layout): Standing {
  const growing: Growing = { frames, cards: new Map(), borders: new Map() };
  const { cards, borders } = growing;
  for (const frame of frames) {
    for (const card of frame.cards) {
      const before = previous.cards.get(card.id);
      if (before === undefined) continue;
      const { width, height } = card.guessed ? before : card;
      cards.set(card.id, { x: before.x, y: before.y, width, height });
    }
    const border = previous.frames.get(frame.id);
    const kin = boxesOf(frame, cards);
    if (kin.length > 0) borders.set(frame.id, frameAround(kin));
    else if (border !== undefined && isSameKind(frame, previous)) borders.set(frame.id, border);
  }
  for (const frame of frames) {
    const missing = frame.cards.filter((card) => !cards.has(card.id));
    const border = borders.get(frame.id);
    if (border === undefined) addFrame(frame, growing);
    else if (missing.length === frame.cards.length && missing.length > 0) {
      // It was one card until now: its own are placed on the same ground.
      slotsIn(border, missing.length, CARD).forEach((slot, index) => {
        const card = missing[index];
        if (card !== undefined) cards.set(card.id, inMiddle(slot, card));
      });
      borders.set(frame.id, frameAround(boxesOf(frame, cards)));
    } else for (const card of missing) addCard(card, frame, growing);
  }
  return { cards, frames: borders };
}

/** The outside takes as much room as it needs: its one card and its groups have places of their own. */
const isSameKind = (frame: FrameInput, { members }: Layout): boolean =>
  !frame.outside || frame.cards.length > 0 === (members.get(frame.id) ?? []).length > 0;

const inMiddle = (slot: Box, { width, height }: CardInput): Box => ({
  x: Math.round(slot.x + (slot.width - width) / 2),
  y: Math.round(slot.y + (slot.height - height) / 2),
  width,
  height,
});

const boxesOf = (frame: FrameInput, cards: ReadonlyMap<string, Box>): readonly Box[] =>
  frame.cards.flatMap((card) => cards.get(card.id) ?? []);

const bordersBut = (frame: FrameInput, { borders }: Growing): readonly Box[] =>
  [...borders].flatMap(([id, border]) => (id === frame.id ? [] : [border]));

/** A new namespace stands below the picture, the outside world at its left. */
function addFrame(frame: FrameInput, growing: Growing): void {
  const block = blockOf(frame, PLAIN);
  const { border } = block;
  const all = around(bordersBut(frame, growing));
  const x = frame.outside ? all.x - 2 * FRAME_GAP - border.width : all.x;
  const y = frame.outside ? all.y + (all.height - border.height) / 2 : all.y + all.height + 2 * FRAME_GAP;
  put(block, { x, y }, growing.cards, growing.borders);
}

function addCard(card: CardInput, frame: FrameInput, growing: Growing): void {
  const kin = boxesOf(frame, growing.cards);
  const others = bordersBut(frame, growing);
  const border = frameAround(kin);
  const middle = centreOf(border);
  // What does not make the picture larger is in sight where the picture is.
  const whole = around([...others, border]);
  let best: Box | null = null;
  let bestCost = Infinity;
  for (const { x, y } of spotsBeside(kin, card)) {
    const box = { x, y, width: card.width, height: card.height };
    if (kin.some((other) => overlap(box, other, CARD_GAP))) continue;
    const after = frameAround([...kin, box]);
    if (others.some((other) => overlap(after, other, FRAME_GAP))) continue;
    const growth = areaOf(after) - areaOf(border) + areaOf(around([whole, after])) - areaOf(whole);
    const at = centreOf(box);
    const cost = growth + Math.hypot(at.x - middle.x, at.y - middle.y);
    if (cost < bestCost) {
      best = box;
      bestCost = cost;
    }
  }
  const placed = best ?? pushDown(card, frame, growing);
  growing.cards.set(card.id, placed);
  growing.borders.set(frame.id, frameAround([...kin, placed]));
}

const areaOf = ({ width, height }: Box): number => width * height;

/** Above, below, left and right of every card, and the corners. */
function spotsBeside(kin: readonly Box[], { width, height }: CardInput): readonly Point[] {
  return kin.flatMap((box) => {
    const xs = [box.x - width - 2 * CARD_GAP, box.x, box.x + box.width + 2 * CARD_GAP];
    const ys = [box.y - height - 2 * CARD_GAP, box.y, box.y + box.height + 2 * CARD_GAP];
    return xs.flatMap((x) => ys.map((y) => ({ x, y })));
  });
}

function pushDown(card: CardInput, frame: FrameInput, { frames, cards, borders }: Growing): Box {
  const kin = boxesOf(frame, cards);
  const inner = around(kin);
  const { y, height } = frameAround(kin);
  const by = card.height + 2 * CARD_GAP;
  for (const other of frames) {
    const border = borders.get(other.id);
    if (other === frame || border === undefined || border.y < y + height) continue;
    borders.set(other.id, { ...border, y: border.y + by });
    for (const { id } of other.cards) {
      const at = cards.get(id);
      if (at !== undefined) cards.set(id, { ...at, y: at.y + by });
    }
  }
  return {
    x: inner.x + (inner.width - card.width) / 2,
    y: inner.y + inner.height + 2 * CARD_GAP,
    width: card.width,
    height: card.height,
  };
}
