import { Tone, type EntityId, type Picture, type Topology } from '../engine';

/** What the picture says of two of its cards. */
export interface Cell {
  readonly tone: Tone;
  readonly ports: string;
  readonly total: number;
  readonly passing: number;
  /** Something passes to or from a part of the outside only. */
  readonly isPart: boolean;
}

const tones: readonly Tone[] = Object.values(Tone);

/** Null when an end has no card, or the two are no pair. */
export function cellBetween(
  { entities }: Topology,
  picture: Picture,
  source: EntityId,
  destination: EntityId,
): Cell | null {
  const from = entities.findIndex(({ id }) => id === source);
  const to = entities.findIndex(({ id }) => id === destination);
  const cell = from * entities.length + to;
  const total = picture.totals[cell] ?? 0;
  if (from < 0 || to < 0 || total === 0) return null;
  return {
    tone: tones[picture.tones[cell] ?? Tone.none] ?? Tone.none,
    ports: picture.portTexts[picture.ports[cell] ?? 0] ?? '',
    total,
    passing: picture.passing[cell] ?? 0,
    isPart: picture.inPart.has(cell),
  };
}
