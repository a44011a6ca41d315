import { Tone, type Picture } from '../engine';
import type { Line } from './lines';

/** What stands in one cell. */
export interface Cell {
  readonly tone: Tone;
  readonly total: number;
  readonly passing: number;
  readonly unknown: number;
  /** Something passes to or from a part of the outside only. */
  readonly isPart: boolean;
  /** What passes, of a single pair; empty otherwise. */
  readonly ports: string;
}

const noPair: Cell = { tone: Tone.none, total: 0, passing: 0, unknown: 0, isPart: false, ports: '' };
const tones: readonly Tone[] = Object.values(Tone);

/** The cell of two lines: the picture's own, or the sum of those of a heading. `size`: entities of the picture. */
export function cellOf(picture: Picture, size: number, row: Line, column: Line): Cell {
  const [source = 0, anotherSource] = row.members;
  const [destination = 0, anotherDestination] = column.members;
  if (anotherSource === undefined && anotherDestination === undefined) {
    return pictureCell(picture, source * size + destination);
  }
  let [total, passing, unknown] = [0, 0, 0];
  let isPart = false;
  const seen = new Set<Tone>();
  for (const from of row.members) {
    for (const to of column.members) {
      const one = pictureCell(picture, from * size + to);
      if (one.total === 0) continue;
      total += one.total;
      passing += one.passing;
      unknown += one.unknown;
      isPart ||= one.isPart;
      seen.add(one.tone);
    }
  }
  if (total === 0) return noPair;
  return { tone: toneOfMany(seen, total, passing, unknown), total, passing, unknown, isPart, ports: '' };
}

function pictureCell(
  { tones: all, totals, passing, unknown, inPart, ports, portTexts }: Picture,
  cell: number,
): Cell {
  const total = totals[cell] ?? 0;
  if (total === 0) return noPair;
  return {
    tone: tones[all[cell] ?? Tone.none] ?? Tone.none,
    total,
    passing: passing[cell] ?? 0,
    unknown: unknown[cell] ?? 0,
    isPart: inPart.has(cell),
    ports: portTexts[ports[cell] ?? 0] ?? '',
  };
}

/** The same rule as for a folded card, so that folding changes no cell's look. */
function toneOfMany(seen: ReadonlySet<Tone>, total: number, passing: number, unknown: number): Tone {
  const [only, another] = seen;
  if (only !== undefined && another === undefined) return only;
  if (unknown === total || (unknown > 0 && passing === 0)) return Tone.unknown;
  if (passing > 0)
    return seen.has(Tone.open) && seen.has(Tone.allowed) && seen.size === 2 ? Tone.allowed : Tone.partial;
  return Tone.blockedIngress;
}
