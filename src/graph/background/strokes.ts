import { Tone, type Answer } from '../../engine';
import { toneName } from '../edges/toneName';
import { besides, type Curve } from '../geometry/curve';
import { arrowCorners, shortened } from '../edges/shapes';
import type { Router } from '../picture/edgeLooks';
import { KIND_OF_TONE, OPEN, toneOf } from '../picture/toneClass';

/** Lines that look alike, in one go. */
export interface Stroke {
  /** As in the style sheet. */
  readonly tone: string;
  /** On the screen. */
  readonly width: number;
  readonly dash: readonly number[];
  readonly lines: readonly Curve[];
  /** Corners of filled heads, three each. */
  readonly heads: readonly (readonly { readonly x: number; readonly y: number }[])[];
}

interface Kind {
  readonly width: number;
  readonly dash: readonly number[];
  readonly head: number;
}

/** Thinner than lines one can point at, and told apart by the same dashes. */
function kindOf(tone: Tone, share: number): Kind {
  switch (tone) {
    case Tone.none:
    case Tone.open:
      return { width: 0.9, dash: [], head: 0 };
    case Tone.allowed:
    case Tone.partial:
      return { width: share > 0.66 ? 2.2 : share > 0.33 ? 1.6 : 1.1, dash: [], head: 7 };
    case Tone.blockedEgress:
    case Tone.blockedIngress:
      return { width: 1, dash: [2, 4], head: 0 };
    case Tone.unknown:
      return { width: 2, dash: [0.1, 5], head: 0 };
  }
}

/** One line, for both directions where nothing decides. */
interface Line {
  readonly cell: number;
  readonly source: number;
  readonly destination: number;
  readonly tone: Tone;
  readonly isOpen: boolean;
  readonly both: boolean;
}

function* linesOf({ topology, picture: { tones } }: Answer, cells: Uint32Array): Generator<Line, void> {
  const size = topology.entities.length;
  const wanted = new Set(cells);
  for (const cell of cells) {
    const source = Math.floor(cell / size);
    const destination = cell % size;
    const tone = toneOf(tones, cell);
    const back = destination * size + source;
    const isOpen = KIND_OF_TONE[tone] === OPEN;
    const both = isOpen && wanted.has(back) && KIND_OF_TONE[tones[back] ?? 0] === OPEN;
    if (both && source > destination) continue;
    yield { cell, source, destination, tone, isOpen, both };
  }
}

/** Finds the way of each line, which the router then knows; a step is one of them. */
export function* findWays(answer: Answer, cells: Uint32Array, route: Router): Generator<undefined, true> {
  for (const { source, destination, both } of linesOf(answer, cells)) {
    route(source, destination, both);
    yield;
  }
  return true;
}

/** The lines of cells, by how they look; `scale` is how much larger a head is than normal. */
export function strokesOf(
  answer: Answer,
  cells: Uint32Array,
  route: Router,
  scale: number,
): readonly Stroke[] {
  const { totals, passing } = answer.picture;
  const strokes = new Map<
    string,
    { tone: string; kind: Kind; lines: Curve[]; heads: Stroke['heads'][number][] }
  >();
  for (const { cell, source, destination, tone, isOpen, both } of linesOf(answer, cells)) {
    const curve = route(source, destination, both);
    if (curve === null) continue;
    const kind = kindOf(tone, (passing[cell] ?? 0) / Math.max(totals[cell] ?? 1, 1));
    const key = `${toneName(tone)} ${String(kind.width)}`;
    let stroke = strokes.get(key);
    if (stroke === undefined) {
      stroke = { tone: toneName(tone), kind, lines: [], heads: [] };
      strokes.set(key, stroke);
    }
    if (isOpen) stroke.lines.push(besides(curve, 1.5 * scale), besides(curve, -1.5 * scale));
    else {
      const head = kind.head * scale;
      stroke.lines.push(head > 0 ? shortened(curve, head - 2) : curve);
      if (head > 0) stroke.heads.push(arrowCorners(curve, head, head));
    }
  }
  return [...strokes.values()].map(({ tone, kind: { width, dash }, lines, heads }) => ({
    tone,
    width,
    dash,
    lines,
    heads,
  }));
}
