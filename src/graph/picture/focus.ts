import type { Entity, EntityId, Topology } from '../../engine';
import type { Seen } from '../../state/seen';
import type { Selection } from '../../state/viewStore';
import type { Strength } from './looks';

/** What is pointed at, as cards and cells of the picture. */
export interface Focus {
  /** Cards all of whose lines matter. */
  readonly ends: ReadonlySet<number>;
  /** Cells that matter whatever is hidden. */
  readonly cells: ReadonlySet<number>;
  /** Only pointed at: everything else keeps its strength. */
  readonly passing: boolean;
}

export const noFocus: Focus = { ends: new Set(), cells: new Set(), passing: true };

export const isFocused = ({ ends, cells, passing }: Focus): boolean =>
  !passing && (ends.size > 0 || cells.size > 0);

/** Without what a lens hides: nothing steps back for something that is not there. */
export function seenFocus(focus: Focus, seen: Seen | null): Focus {
  if (seen === null) return focus;
  const left = (all: ReadonlySet<number>, hidden: Uint8Array): ReadonlySet<number> =>
    new Set([...all].filter((at) => hidden[at] !== 2));
  return { ...focus, ends: left(focus.ends, seen.cards), cells: left(focus.cells, seen.cells) };
}

/** The cards of what is selected: what is folded has that of its fold, what is unfolded those of its parts. */
export function focusOf(selection: Selection, topology: Topology): Focus {
  switch (selection.kind) {
    case 'nothing':
      return noFocus;
    case 'entity':
      return { ends: new Set(homesOf(topology, selection.entity)), cells: new Set(), passing: false };
    case 'pair': {
      const size = topology.entities.length;
      const destinations = homesOf(topology, selection.destination);
      const cells = homesOf(topology, selection.source).flatMap((source) =>
        destinations.filter((end) => end !== source).map((destination) => source * size + destination),
      );
      return { ends: new Set(), cells: new Set(cells), passing: false };
    }
  }
}

/** Indices of the cards that show an entity. */
export function homesOf({ entities }: Pick<Topology, 'entities'>, id: EntityId): readonly number[] {
  const where = (is: (entity: Entity) => boolean): readonly number[] =>
    entities.flatMap((entity, index) => (is(entity) ? [index] : []));
  const own = where((entity) => entity.id === id);
  if (own.length > 0) return own;
  const [kind = '', namespace = '', name = ''] = id.split('/');
  // A group that is unfolded: it is called after its first.
  if (kind === 'alike') return homesOf({ entities }, id.slice(`alike/${namespace}/`.length));
  const parts = where(
    (entity) =>
      (entity.kind === 'pod' && entity.workload === id) ||
      (kind === 'Namespace' && 'namespace' in entity && entity.namespace === namespace) ||
      (id === 'outside' && entity.kind === 'external'),
  );
  if (parts.length > 0) return parts;
  const wholes = where(
    (entity) =>
      (entity.kind === 'alike' && entity.members.includes(id)) ||
      (entity.kind === 'workload' &&
        kind === 'Pod' &&
        entity.namespace === namespace &&
        entity.pods.includes(name)) ||
      (entity.kind === 'namespace' && kind !== 'Namespace' && entity.namespace === namespace) ||
      (entity.kind === 'outside' && kind === 'external'),
  );
  return wholes.slice(0, 1);
}

/** How strongly the line of a cell is drawn. */
export function strengthOf(focus: Focus, seen: Seen | null, size: number, cell: number): Strength {
  const { ends, cells } = focus;
  const touches = ends.has(Math.floor(cell / size)) || ends.has(cell % size) || cells.has(cell);
  if (touches) return 'strong';
  return isFocused(focus) || (seen?.cells[cell] ?? 0) !== 0 ? 'faded' : 'plain';
}

/** How strongly each card is drawn: what is selected, what has a line with it, and all others. */
export function strengths(
  focus: Focus,
  seen: Seen | null,
  pairs: readonly { readonly source: number; readonly destination: number }[],
  size: number,
): (index: number) => Strength {
  const { ends, cells } = focus;
  if (!isFocused(focus)) return (index) => ((seen?.cards[index] ?? 0) === 0 ? 'plain' : 'faded');
  const strong = new Set(ends);
  for (const cell of cells) strong.add(Math.floor(cell / size)).add(cell % size);
  const near = new Set<number>();
  if (ends.size > 0)
    for (const { source, destination } of pairs) {
      if (ends.has(source)) near.add(destination);
      if (ends.has(destination)) near.add(source);
    }
  return (index) => (strong.has(index) ? 'strong' : near.has(index) ? 'plain' : 'faded');
}
