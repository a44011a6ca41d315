import { hiddenShare } from '../geometry/sight';
import { PLAIN, type Style } from './arrange';
import { blocksOf, placeOutside, shelve, type OutsideSpot, type Standing } from './blocks';
import type { FrameInput } from './input';
import { zoomOf } from './pane';

const SHELVES_MOST = 24;
/** Up to here every arrangement is tried for how many cards see each other. */
const FEW_CARDS = 24;
const LOOKED_AT_MOST = 32;
const CLEARLY_BETTER = 1.02;
const HIDDEN_COSTS = 1.2;
/** The world outside leaves the margin only where the picture is clearly larger for it. */
const INSIDE_COSTS = 0.93;
const MIDDLE: OutsideSpot = { share: 0.5, isInside: false };
const SPOTS: readonly OutsideSpot[] = [
  MIDDLE,
  { share: 0.2, isInside: false },
  ...[0.5, 0.2, 0].map((share) => ({ share, isInside: true })),
];

/** Every arrangement worth trying, the best of them: large on the pane, with few cards between others. */
export function shelveFrames(frames: readonly FrameInput[]): Standing {
  const few = frames.reduce((sum, frame) => sum + frame.cards.length, 0) <= FEW_CARDS;
  const largestFirst = candidates(frames, few).toSorted((a, b) => b.zoom - a.zoom);
  let best: Standing = largestFirst[0] ?? { cards: new Map(), frames: new Map() };
  let bestScore = 0;
  // Looking who sees whom takes time: only as long as a smaller picture can still win.
  for (const candidate of few ? largestFirst.slice(0, LOOKED_AT_MOST) : []) {
    const { cards, zoom } = candidate;
    if (zoom <= bestScore * CLEARLY_BETTER) break;
    const score = zoom * (1 - HIDDEN_COSTS * hiddenShare([...cards.values()]));
    if (score <= bestScore * CLEARLY_BETTER) continue;
    best = candidate;
    bestScore = score;
  }
  return { cards: best.cards, frames: best.frames };
}

interface Candidate extends Standing {
  readonly zoom: number;
}

function candidates(frames: readonly FrameInput[], few: boolean): readonly Candidate[] {
  const found: Candidate[] = [];
  const empty = frames.filter((frame) => frame.cards.length === 0);
  for (const style of few ? stylesFor(frames) : [PLAIN]) {
    const inside = blocksOf(frames, false, style);
    const outside = blocksOf(frames, true, style);
    for (let count = 1; count <= Math.min(inside.length, SHELVES_MOST); count++)
      for (const stagger of few && count < inside.length ? [0, 0.5, -0.5] : [0])
        for (const spot of few ? SPOTS : [MIDDLE]) {
          const standing = placeOutside(outside, shelve(inside, count, stagger), spot);
          const rooms = empty.flatMap(({ id }) => standing.frames.get(id) ?? []);
          const zoom = zoomOf([...standing.cards.values(), ...rooms]);
          found.push({ ...standing, zoom: spot.isInside ? zoom * INSIDE_COSTS : zoom });
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
