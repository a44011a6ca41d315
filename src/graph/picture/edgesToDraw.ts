import type { Answer, Tone } from '../../engine';
import type { Seen } from '../../state/seen';
import type { ShownEdges } from '../../state/viewStore';
import type { Focus } from './focus';
import { stressedCells } from './stressed';
import { byKind, HUB, KIND_BITS, TOLD, type Survey } from './survey';
import { ALLOWED, BLOCKED, KIND_OF_TONE, OPEN, toneOf, UNKNOWN, type ToneClass } from './toneClass';

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
  /** Lines a person can point at. */
  readonly pairs: readonly DrawnPair[];
  /** Cells whose lines are the picture's background. */
  readonly background: Uint32Array;
  /** The background is the lines of what is selected: too many to be drawn as lines that can be pointed at. */
  readonly isTangle: boolean;
  readonly counts: PairCounts;
  /** Per cell, 1: it has a line. */
  readonly drawn: Uint8Array;
  /** Of the one card that is pointed at: lines it has but does not show, by kind. */
  readonly stub: Readonly<Record<ToneClass, number>>;
}

/** Lines that say something of their own, by kind, and how many of each are drawn. */
export interface PairCounts {
  readonly total: Readonly<Record<ToneClass, number>>;
  readonly drawn: Readonly<Record<ToneClass, number>>;
  /** Lines with the world outside that a badge tells, … */
  readonly told: number;
  /** … and lines with hubs that a glyph tells. */
  readonly hubs: number;
  /** Lines a lens hides; in no other count. */
  readonly hidden: number;
}

export interface DrawingWishes {
  readonly shown: ShownEdges;
  readonly focus: Focus;
  /** Cells to draw in any case, because they just changed. */
  readonly changed: ReadonlySet<number>;
  /** The person asked for everything however many lines that makes. */
  readonly everything: boolean;
  readonly onMap: boolean;
  /** What is seen through the lenses; null: there are none. */
  readonly seen?: Seen | null;
}

/** A picture, or a card, with at most this many lines shows them all. */
const FEW_LINES = 60;
const FEW_ON_MAP = 24;
/** More lines than this are a background on which nobody points at a single one; on a map they pass over cards. */
const POINTED_MOST = 150;
const POINTED_ON_MAP = 16;
/** More lines than this cannot be followed by eye, not even as a background. */
export const FOLLOWED_MOST = 700;
/** React Flow draws no more lines than this. */
const DRAWN_MOST = 300;

/** How many lines can be marked at once. */
export const markedMost = (onMap: boolean): number => (onMap ? FEW_ON_MAP : FEW_LINES);

/** Are there so many lines that they become a background? Read from the whole picture, not from what is selected. */
export function isCrowded({ total }: Survey, onMap: boolean): boolean {
  const telling = total.allowed + total.unknown;
  return onMap ? telling > POINTED_ON_MAP : linesOf(total) > FEW_LINES && telling > POINTED_MOST;
}

const linesOf = ({ allowed, blocked, open, unknown }: Survey['total']): number =>
  allowed + blocked + open + unknown;

/** Chooses the lines of the picture, so that it can be read: all of few, the telling ones of many. */
export function edgesToDraw(answer: Answer, survey: Survey, wishes: DrawingWishes): Drawing {
  const { tones } = answer.picture;
  const { cells, total } = survey;
  const { focus, changed, everything, onMap, seen = null } = wishes;
  const size = answer.topology.entities.length;
  const isShown = shownKinds(wishes.shown);
  const drawn = new Uint8Array(cells.length);
  const chosen: number[] = [];
  const missing = new Uint32Array(5);
  const draw = (cell: number): void => {
    if (drawn[cell] === 1) return;
    drawn[cell] = 1;
    chosen.push(cell);
  };
  const kindOf = (cell: number): number => (cells[cell] ?? 0) & KIND_BITS;
  for (const cell of focus.cells) if (kindOf(cell) !== 0) draw(cell);
  for (const cell of changed) if (isShown[kindOf(cell)] === 1) draw(cell);

  if (seen !== null)
    for (const cell of stressedCells(seen, survey, isShown, FEW_LINES))
      if (chosen.length < DRAWN_MOST) draw(cell);

  const isTangle = isTangled(wishes, survey, size, isShown);
  const background: number[] = [];
  for (const end of focus.ends) {
    const all = everything || linesAt(cells, size, end) <= (onMap ? FEW_ON_MAP : FEW_LINES);
    for (let other = 0; other < size; other++)
      for (const cell of [end * size + other, other * size + end]) {
        const kind = kindOf(cell);
        if (kind === 0) continue;
        const isWanted = isShown[kind] === 1 && (all || kind === ALLOWED || kind === UNKNOWN);
        if (isWanted && isTangle && drawn[cell] === 0) {
          drawn[cell] = 1;
          background.push(cell);
        } else if (isWanted && chosen.length < DRAWN_MOST) draw(cell);
        else if (drawn[cell] === 0) missing[kind] = (missing[kind] ?? 0) + 1;
      }
  }

  const crowded = isCrowded(survey, onMap) || (everything && linesOf(total) > DRAWN_MOST);
  const all = everything || linesOf(total) <= FEW_LINES;
  const telling = total.allowed + total.unknown <= FOLLOWED_MOST;
  if (!isTangle && (all || telling))
    for (let cell = 0; cell < cells.length; cell++) {
      const bits = cells[cell] ?? 0;
      const kind = bits & KIND_BITS;
      if (kind === 0 || (bits & (TOLD | HUB)) !== 0 || isShown[kind] === 0) continue;
      if (!all && kind !== ALLOWED && kind !== UNKNOWN) continue;
      if (!crowded) draw(cell);
      else if (drawn[cell] === 0) {
        drawn[cell] = 1;
        background.push(cell);
      }
    }
  return {
    pairs: merged(
      tones,
      size,
      chosen,
      (cell) => drawn[cell] === 1 && !changed.has(cell) && !focus.cells.has(cell),
    ),
    background: Uint32Array.from(background),
    isTangle,
    counts: {
      total,
      drawn: byKind(countDrawn(cells, drawn)),
      told: survey.told,
      hubs: survey.hubs,
      hidden: survey.hidden,
    },
    drawn,
    stub: byKind(focus.ends.size === 1 ? missing : new Uint32Array(missing.length)),
  };
}

/** Whether several cards are selected together that have more telling lines than can be told apart. */
function isTangled(
  { focus, everything, onMap }: DrawingWishes,
  { cells }: Survey,
  size: number,
  isShown: Uint8Array,
): boolean {
  if (focus.ends.size < 2 || everything) return false;
  const found = new Set<number>();
  for (const end of focus.ends)
    for (let other = 0; other < size; other++)
      for (const cell of [end * size + other, other * size + end]) {
        const kind = (cells[cell] ?? 0) & KIND_BITS;
        if ((kind === ALLOWED || kind === UNKNOWN) && isShown[kind] === 1) found.add(cell);
      }
  return found.size > (onMap ? FEW_ON_MAP : POINTED_MOST);
}

/** By the number of the kind. */
function shownKinds({ allowed, blocked, open }: ShownEdges): Uint8Array {
  const kinds = new Uint8Array(UNKNOWN + 1);
  kinds[ALLOWED] = Number(allowed);
  kinds[BLOCKED] = Number(blocked);
  kinds[OPEN] = Number(open);
  kinds[UNKNOWN] = 1;
  return kinds;
}

/** How many lines one card has, in both directions. */
function linesAt(cells: Uint8Array, size: number, end: number): number {
  let count = 0;
  for (let other = 0; other < size; other++) {
    if (((cells[end * size + other] ?? 0) & KIND_BITS) !== 0) count++;
    if (((cells[other * size + end] ?? 0) & KIND_BITS) !== 0) count++;
  }
  return count;
}

function countDrawn(cells: Uint8Array, drawn: Uint8Array): Uint32Array {
  const counts = new Uint32Array(UNKNOWN + 1);
  for (let cell = 0; cell < cells.length; cell++) {
    const bits = cells[cell] ?? 0;
    if (drawn[cell] === 0 || (bits & (TOLD | HUB)) !== 0) continue;
    counts[bits & KIND_BITS] = (counts[bits & KIND_BITS] ?? 0) + 1;
  }
  return counts;
}

/** Two directions that nothing decides are one line; not while one of them changes or is selected. */
function merged(
  tones: Uint8Array,
  size: number,
  chosen: readonly number[],
  mayMerge: (cell: number) => boolean,
): readonly DrawnPair[] {
  return [...chosen]
    .sort((a, b) => a - b)
    .flatMap((cell): DrawnPair[] => {
      const source = Math.floor(cell / size);
      const destination = cell % size;
      const back = destination * size + source;
      const tone = toneOf(tones, cell);
      const both =
        KIND_OF_TONE[tone] === OPEN &&
        KIND_OF_TONE[tones[back] ?? 0] === OPEN &&
        mayMerge(cell) &&
        mayMerge(back);
      if (both && source > destination) return [];
      return [{ source, destination, tone, both }];
    });
}
