import { around, type Box } from '../geometry/box';
import { hiddenShare } from '../geometry/sight';
import { PLAIN, type Style } from './arrange';
import { blocksOf, placeOutside, shelve } from './blocks';
import type { FrameInput, Layout, LayoutInput } from './input';

/** The pane that shows it, about; only the proportion and where text becomes small matter. */
const PANE = { width: 870, height: 730 };
const ZOOM_ENOUGH = 1.1;
const SHELVES_MOST = 24;
/** Up to here every arrangement is tried for how many cards see each other. */
const FEW_CARDS = 24;
const LOOKED_AT_MOST = 32;
const CLEARLY_BETTER = 1.02;
const HIDDEN_COSTS = 1.2;

/** Every arrangement worth trying, the best of them: large on the pane, with few cards between others. */
export function layoutAfresh({ id, frames }: LayoutInput): Layout {
  const inhabited = frames.filter((frame) => frame.cards.length > 0);
  const few = inhabited.reduce((sum, frame) => sum + frame.cards.length, 0) <= FEW_CARDS;
  const largestFirst = candidates(inhabited, few).toSorted((a, b) => b.zoom - a.zoom);
  let best = largestFirst[0]?.cards ?? new Map<string, Box>();
  let bestScore = 0;
  // Looking who sees whom takes time: only as long as a smaller picture can still win.
  for (const { cards, zoom } of few ? largestFirst.slice(0, LOOKED_AT_MOST) : []) {
    if (zoom <= bestScore * CLEARLY_BETTER) break;
    const score = zoom * (1 - HIDDEN_COSTS * hiddenShare([...cards.values()]));
    if (score <= bestScore * CLEARLY_BETTER) continue;
    best = cards;
    bestScore = score;
  }
  return { id, origin: id, cards: best };
}

interface Candidate {
  readonly cards: ReadonlyMap<string, Box>;
  readonly zoom: number;
}

function candidates(frames: readonly FrameInput[], few: boolean): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const style of few ? stylesFor(frames) : [PLAIN]) {
    const inside = blocksOf(frames, false, style);
    const outside = blocksOf(frames, true, style);
    for (let count = 1; count <= Math.min(inside.length, SHELVES_MOST); count++)
      for (const stagger of few && count < inside.length ? [0, 0.5, -0.5] : [0])
        for (const height of few ? [0.5, 0.2] : [0.5]) {
          const cards = placeOutside(outside, shelve(inside, count, stagger), height);
          found.push({ cards, zoom: zoomOf(cards) });
        }
  }
  return found;
}

/** The styles that make a difference to these frames. */
function stylesFor(frames: readonly FrameInput[]): readonly Style[] {
  const rings = frames.filter((frame) => frame.arrangement === 'ring');
  const leans = rings.some(({ cards }) => cards.length === 2)
    ? (['slant', 'down', 'across'] as const)
    : ['slant' as const];
  const hasRing = rings.some(({ cards }) => cards.length > 4);
  const talls = hasRing ? [1, 0.8, 1.25, 1.5] : [1];
  const turns = hasRing ? [0.5, 0] : [0.5];
  return leans.flatMap((lean) => talls.flatMap((tall) => turns.map((turn) => ({ lean, tall, turn }))));
}

/** At which zoom all of it fits the pane. */
function zoomOf(cards: ReadonlyMap<string, Box>): number {
  const { width, height } = around(cards.values());
  return Math.min(PANE.width / (width + 60), PANE.height / (height + 80), ZOOM_ENOUGH);
}
