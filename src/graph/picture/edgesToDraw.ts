import type { Answer, Tone } from '../../engine';
import type { Selection, ShownEdges } from '../../state/viewStore';
import { MANY_EDGES } from './level';
import { mergeOpen } from './mergeOpen';
import { outsideReach, tellsMore } from './outside';
import { toneClass, type ToneClass } from './toneClass';

/** One line of the picture. */
export interface DrawnPair {
  readonly source: number;
  readonly destination: number;
  readonly tone: Tone;
  /** One line for both directions; source is the smaller index. */
  readonly both: boolean;
}

/** What is drawn, and what that leaves out. */
export interface Drawing {
  readonly pairs: readonly DrawnPair[];
  readonly counts: PairCounts;
  /** Per entity, FROM_OUTSIDE and TO_OUTSIDE bits of what no line tells. */
  readonly reach: Uint8Array;
}

/** Ordered pairs that say something of their own, by kind, and how many of each have a line. */
export interface PairCounts {
  readonly total: Readonly<Record<ToneClass, number>>;
  readonly drawn: Readonly<Record<ToneClass, number>>;
  /** Pairs with the world outside that a badge tells. */
  readonly folded: number;
}

export interface DrawingWishes {
  readonly shown: ShownEdges;
  readonly selection: Selection;
  /** Pair indices to draw in any case, because they just changed. */
  readonly changed: ReadonlySet<number>;
  /** The person asked for everything however many lines that makes. */
  readonly everything: boolean;
}

/** A picture with at most this many lines shows them all. */
const FEW_PAIRS = 60;

/** Chooses the lines of the picture, so that it can be read: all of few, the telling ones of many. */
export function edgesToDraw(answer: Answer, wishes: DrawingWishes): Drawing {
  const isFolded = foldedPairs(answer);
  const { total, folded } = countPairs(answer, isFolded);
  const isWanted = wanted(answer, wishes, total, isFolded);
  const size = answer.topology.entities.length;
  const drawn = { allowed: 0, blocked: 0, open: 0, unknown: 0 };
  const pairs = new Set<number>();
  for (let pair = 0; pair < size * size; pair++) {
    const kind = toneClass(answer.picture.tones, pair);
    if (kind === null || !isWanted(pair, kind)) continue;
    pairs.add(pair);
    if (!isFolded(pair)) drawn[kind]++;
  }
  return {
    pairs: mergeOpen(answer, pairs, wishes),
    counts: { total, drawn, folded },
    reach: outsideReach(answer, (pair) => pairs.has(pair)),
  };
}

/** Which pairs with the world outside are told by a badge. */
function foldedPairs(answer: Answer): (pair: number) => boolean {
  const { entities } = answer.topology;
  const size = entities.length;
  const outside = entities.map((entity) => entity.kind === 'external');
  const isTold = tellsMore(answer);
  return (pair) => {
    const source = Math.floor(pair / size);
    const destination = pair % size;
    return (outside[source] === true || outside[destination] === true) && !isTold(source, destination);
  };
}

function countPairs({ picture: { tones } }: Answer, isFolded: (pair: number) => boolean) {
  const total = { allowed: 0, blocked: 0, open: 0, unknown: 0 };
  let folded = 0;
  for (let pair = 0; pair < tones.length; pair++) {
    const kind = toneClass(tones, pair);
    if (kind === null) continue;
    if (isFolded(pair)) folded++;
    else total[kind]++;
  }
  return { total, folded };
}

type IsWanted = (pair: number, kind: ToneClass) => boolean;

function wanted(
  { topology: { entities }, picture: { tones } }: Answer,
  { selection, shown, changed, everything }: DrawingWishes,
  total: PairCounts['total'],
  isFolded: (pair: number) => boolean,
): IsWanted {
  const size = entities.length;
  const indexOf = (id: string): number => entities.findIndex((entity) => entity.id === id);
  const end = selection.kind === 'entity' ? indexOf(selection.entity) : -1;
  const chosen =
    selection.kind === 'pair' ? indexOf(selection.source) * size + indexOf(selection.destination) : -1;
  const endAll = everything || countAt(tones, size, end) <= FEW_PAIRS;
  const all = everything || total.allowed + total.blocked + total.open + total.unknown <= FEW_PAIRS;
  const telling = total.allowed + total.unknown <= MANY_EDGES;
  return (pair, kind) => {
    if (pair === chosen) return true;
    if (kind !== 'unknown' && !shown[kind]) return false;
    const tells = kind === 'allowed' || kind === 'unknown';
    if (changed.has(pair)) return true;
    if (Math.floor(pair / size) === end || pair % size === end) return endAll || tells;
    return (all || (telling && tells)) && !isFolded(pair);
  };
}

/** How many pairs one entity has, in both directions. */
function countAt(tones: Uint8Array, size: number, end: number): number {
  let count = 0;
  for (let other = 0; end >= 0 && other < size; other++) {
    if (toneClass(tones, end * size + other) !== null) count++;
    if (toneClass(tones, other * size + end) !== null) count++;
  }
  return count;
}
