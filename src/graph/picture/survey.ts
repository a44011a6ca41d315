import { Tone, type Answer } from '../../engine';
import type { Seen } from '../../state/seen';
import { isOutside, mayHaveGlobe, tellsMore } from './outside';
import { ALLOWED, KIND_OF_TONE, KINDS, type ToneClass } from './toneClass';

/** Low bits of a surveyed cell: the number of its kind. */
export const KIND_BITS = 7;
/** A badge tells it: what goes on with the world outside. */
export const TOLD = 8;
/** A glyph tells it: a connection with a hub. */
export const HUB = 16;

/** In Seen: it is not drawn, as if it were not there. */
const HIDDEN = 2;

/** What every cell is, before anybody points at anything. */
export interface Survey {
  /** Per cell its kind, with TOLD or HUB. */
  readonly cells: Uint8Array;
  /** Lines that say something of their own, by kind. */
  readonly total: Readonly<Record<ToneClass, number>>;
  /** How many a globe tells, … */
  readonly told: number;
  /** … and a glyph. */
  readonly hubs: number;
  /** Lines that a lens hides; they count nowhere else. */
  readonly hidden: number;
}

/** One walk over all cells. Runs at every keystroke, so it is a plain loop. */
export function surveyOf(answer: Answer, isHub: Uint8Array | null, seen: Seen | null = null): Survey {
  const { entities } = answer.topology;
  const { tones } = answer.picture;
  const size = entities.length;
  const outside = Uint8Array.from(entities, (entity) => Number(isOutside(entity)));
  const globes = Uint8Array.from(entities, (entity) => Number(mayHaveGlobe(entity)));
  const isTold = tellsMore(answer);
  const cells = new Uint8Array(size * size);
  const counts = new Uint32Array(KINDS.length);
  let told = 0;
  let hubs = 0;
  let hidden = 0;
  for (let source = 0; source < size; source++) {
    const fromOutside = outside[source] === 1;
    const fromHub = isHub?.[source] === 1;
    for (let destination = 0; destination < size; destination++) {
      if (source === destination) continue;
      const cell = source * size + destination;
      const kind = KIND_OF_TONE[tones[cell] ?? Tone.none] ?? 0;
      if (kind === 0) continue;
      if (seen?.cells[cell] === HIDDEN) {
        hidden++;
        continue;
      }
      cells[cell] = kind;
      if ((fromOutside || outside[destination] === 1) && !isTold(source, destination)) {
        cells[cell] = kind | TOLD;
        told += globes[fromOutside ? destination : source] ?? 0;
      } else if (kind === ALLOWED && (fromHub || isHub?.[destination] === 1)) {
        cells[cell] = kind | HUB;
        hubs++;
      } else counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return { cells, total: byKind(counts), told, hubs, hidden };
}

/** Counts by the number of the kind, under its name. */
export function byKind(counts: Uint32Array): Readonly<Record<ToneClass, number>> {
  const total = { allowed: 0, blocked: 0, open: 0, unknown: 0 };
  KINDS.forEach((kind, number) => {
    if (kind !== null) total[kind] = counts[number] ?? 0;
  });
  return total;
}
