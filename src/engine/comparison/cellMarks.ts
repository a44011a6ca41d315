import type { EntityId, Topology } from '../answer';
import type { ChangedBlock } from './changedPairs';
import type { CommonEnd } from './commonEnds';
import type { ChangedCells } from './comparison';

/** Collects in which cells of a picture pairs changed. */
export class CellMarks {
  readonly #topology: Topology;
  readonly #cards: readonly number[];
  readonly #marks: Uint8Array<ArrayBuffer>;
  readonly #known = new Map<readonly number[], ReadonlyMap<number, number>>();

  constructor(topology: Topology, ends: readonly CommonEnd[]) {
    this.#topology = topology;
    this.#cards = cardsOf(topology, ends);
    this.#marks = new Uint8Array(topology.entities.length ** 2);
  }

  mark({ from, to }: ChangedBlock): void {
    const size = this.#topology.entities.length;
    if (from.length === 1 && to.length === 1) {
      const [source = -1, destination = -1] = [this.#cards[from[0] ?? -1], this.#cards[to[0] ?? -1]];
      if (source >= 0 && destination >= 0) this.#marks[source * size + destination] = 1;
      return;
    }
    const isSame = from[0] === to[0];
    const destinations = this.#countsOf(to);
    for (const [source, count] of this.#countsOf(from)) {
      for (const destination of destinations.keys()) {
        // One end alone is no pair with itself.
        if (isSame && source === destination && count < 2) continue;
        this.#marks[source * size + destination] = 1;
      }
    }
  }

  get told(): ChangedCells {
    return { topology: this.#topology.id, concerned: this.#marks };
  }

  /** On which cards the ends are, and how many on each. */
  #countsOf(ends: readonly number[]): ReadonlyMap<number, number> {
    const known = this.#known.get(ends);
    if (known) return known;
    const counts = new Map<number, number>();
    for (const end of ends) {
      const card = this.#cards[end] ?? -1;
      if (card >= 0) counts.set(card, (counts.get(card) ?? 0) + 1);
    }
    this.#known.set(ends, counts);
    return counts;
  }
}

/** The card each end is on; -1: none. */
function cardsOf({ entities }: Topology, ends: readonly CommonEnd[]): readonly number[] {
  const byId = new Map<EntityId, number>();
  const byNamespace = new Map<string, number>();
  let outside = -1;
  for (const [index, entity] of entities.entries()) {
    switch (entity.kind) {
      case 'workload':
      case 'pod':
      case 'external':
        byId.set(entity.id, index);
        break;
      case 'alike':
        for (const member of entity.members) byId.set(member, index);
        break;
      case 'namespace':
        byNamespace.set(entity.namespace, index);
        break;
      case 'outside':
        outside = index;
        break;
    }
  }
  return ends.map(({ after: { id, end } }) => {
    if (end.pods.length === 0) return byId.get(id) ?? outside;
    const [, namespace = ''] = id.split('/');
    return byId.get(id) ?? byNamespace.get(namespace) ?? -1;
  });
}
