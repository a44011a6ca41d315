import { Tone, type Entity, type EntityId, type Picture, type Topology } from '../engine';

/** out: from the entity to others. in: from others to the entity. */
export type Way = 'out' | 'in';

/** One pair of an entity, told from its side. */
export interface ReachRow {
  readonly other: Entity;
  readonly source: EntityId;
  readonly destination: EntityId;
  readonly tone: Tone;
  /** What certainly passes, as in Picture.portTexts. */
  readonly ports: string;
}

/** Everything one entity can or cannot reach in one way. */
export interface Reach {
  /** Decided by a policy and passing at least in part, or undecidable: every port first, then some, then unknown. */
  readonly passing: readonly ReachRow[];
  /** Nothing decides these. */
  readonly open: readonly ReachRow[];
  readonly blocked: readonly ReachRow[];
}

/** Position in a list, or that something is folded away, or not a pair. */
type Shelf = 0 | 1 | 2 | 'open' | 'blocked' | 'none';

function shelf(tone: Tone): Shelf {
  switch (tone) {
    case Tone.none:
      return 'none';
    case Tone.allowed:
      return 0;
    case Tone.partial:
      return 1;
    case Tone.unknown:
      return 2;
    case Tone.open:
      return 'open';
    case Tone.blockedEgress:
    case Tone.blockedIngress:
      return 'blocked';
  }
}

/** Reads one row (out) or one column (in) of the picture; empty when the entity is not part of it. */
export function reachOf(topology: Topology, picture: Picture, entity: EntityId, way: Way): Reach {
  const { entities } = topology;
  const self = entities.findIndex(({ id }) => id === entity);
  const passing: [ReachRow[], ReachRow[], ReachRow[]] = [[], [], []];
  const open: ReachRow[] = [];
  const blocked: ReachRow[] = [];
  if (self < 0) return { passing: [], open, blocked };
  entities.forEach((other, index) => {
    const pair = way === 'out' ? self * entities.length + index : index * entities.length + self;
    const row: ReachRow = {
      other,
      source: way === 'out' ? entity : other.id,
      destination: way === 'out' ? other.id : entity,
      ...cellAt(picture, pair),
    };
    const place = shelf(row.tone);
    if (place === 'none') return;
    if (place === 'open') open.push(row);
    else if (place === 'blocked') blocked.push(row);
    else passing[place].push(row);
  });
  return { passing: passing.flat(), open, blocked };
}

/** What one cell of the picture says; nothing passes where there is no cell. */
export function cellAt(picture: Picture, pair: number): { readonly tone: Tone; readonly ports: string } {
  // The array holds only numbers of Tone: the engine wrote them.
  const tone = (picture.tones[pair] ?? Tone.none) as Tone;
  return { tone, ports: picture.portTexts[picture.ports[pair] ?? 0] ?? '' };
}
