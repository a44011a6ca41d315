import type { Entity, EntityId, Topology } from '../engine';
import { compare, natural } from '../language/natural';
import { n } from '../language/t';
import { isIdle } from '../state/copies';

/** One row, or one column, of the matrix: an entity, or the heading of an unfolded namespace. */
export interface Line {
  readonly id: EntityId;
  readonly name: string;
  /** The namespace it stands in; empty for a namespace itself and for the outside. */
  readonly kin: string;
  /** Positions in topology.entities of what it stands for. */
  readonly members: readonly number[];
  /** A heading sums up the lines below it; folding it takes them away. */
  readonly kind: 'heading' | 'fold' | 'single';
  /** 1 below a heading. */
  readonly depth: 0 | 1;
  /** Nothing of it runs. */
  readonly isIdle: boolean;
}

/** The lines of both axes: by namespace, workload and pod, the outside last. */
export function linesOf({ entities }: Topology): readonly Line[] {
  const lines: Line[] = [];
  let heading: string | null = null;
  for (const { entity, index } of inOrder(entities)) {
    const namespace = namespaceOf(entity);
    if (namespace !== null && entity.kind !== 'namespace' && namespace !== heading) {
      const members = entities.flatMap((other, at) => (namespaceOf(other) === namespace ? [at] : []));
      lines.push({
        id: `Namespace/${namespace}`,
        name: namespace,
        kin: '',
        members,
        kind: 'heading',
        depth: 0,
        isIdle: false,
      });
      heading = namespace;
    }
    lines.push({
      id: entity.id,
      name: lineName(entity),
      kin: entity.kind === 'namespace' ? '' : (namespace ?? ''),
      members: [index],
      kind: isFold(entity) ? 'fold' : 'single',
      depth: namespace !== null && namespace === heading ? 1 : 0,
      isIdle: isIdle(entity),
    });
  }
  return lines;
}

interface Seat {
  readonly entity: Entity;
  /** Its position in topology.entities. */
  readonly index: number;
}

/** As people count: web-2 before web-10. The outside is in order already. */
function inOrder(entities: readonly Entity[]): readonly Seat[] {
  const inside: (Seat & { readonly words: readonly string[] })[] = [];
  const outside: Seat[] = [];
  entities.forEach((entity, index) => {
    const namespace = namespaceOf(entity);
    if (namespace === null) outside.push({ entity, index });
    else {
      const workload =
        entity.kind === 'pod' ? entity.workload.slice(entity.workload.lastIndexOf('/') + 1) : '';
      const words = [namespace, workload || entity.name, entity.name].map(natural);
      inside.push({ entity, index, words });
    }
  });
  inside.sort((a, b) => a.words.reduce((order, word, at) => order || compare(word, b.words[at] ?? ''), 0));
  return [...inside, ...outside];
}

/** Opening it shows more lines. */
export function isFold({ kind }: Entity): boolean {
  return kind === 'namespace' || kind === 'alike' || kind === 'outside';
}

/** Null: outside the cluster. */
export function namespaceOf(entity: Entity): string | null {
  return entity.kind === 'external' || entity.kind === 'outside' ? null : entity.namespace;
}

function lineName(entity: Entity): string {
  return entity.kind === 'alike' ? withAlike(entity.name, entity.members.length - 1) : entity.name;
}

const withAlike = (name: string, others: number): string =>
  n(others)`${name} and ${others} alike|${name} and ${others} alike`;
