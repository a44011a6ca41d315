import type { EntityPort, Topology } from '../../engine';
import { compare, natural } from '../../language/natural';
import { CARD, externalSize, podsSize, workloadSize } from './cardSize';
import type { Size } from './input';

/** Node id of the frame around the world outside, and of its one card. */
export const OUTSIDE = 'outside';
/** Id of a namespace's frame and of its one card. */
export const frameOf = (namespace: string): string => `Namespace/${namespace}`;

/** What belongs together: the workloads of a namespace, or the groups of addresses outside. */
export interface Kin {
  readonly frame: string;
  /** Null: outside the cluster. */
  readonly namespace: string | null;
  /** How many workloads it has, shown or not; 0 for the outside. */
  readonly workloads: number;
  /** Index of the entity that stands for all of it; null: its units are shown. */
  readonly fold: number | null;
  /** In order of name. */
  readonly units: readonly Unit[];
}

/** A workload or an external group, which always has one place, however it is shown there. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly ports: readonly EntityPort[];
  readonly size: Size;
  /** It is not known how large its own card is. */
  readonly guessed: boolean;
  /** Indices of the entities that stand there: its card, its pods, or nothing when a fold elsewhere includes it. */
  readonly entities: number[];
  readonly pods: boolean;
}

/** The units of every namespace and of the outside, sorted so that nothing in it depends on what is folded. */
export function kinsOf({ namespaces, entities, level }: Topology): readonly Kin[] {
  const units = new Map<string, Map<string, Unit>>();
  const folds = new Map<string, number>();
  const add = (frame: string, unit: Unit): void => {
    const kin = units.get(frame) ?? new Map<string, Unit>();
    units.set(frame, kin.set(unit.id, unit));
  };
  const unit = (id: string, namespace: string, more: Partial<Unit> & Pick<Unit, 'entities'>): Unit => ({
    id,
    name: id.slice(id.indexOf('/', id.indexOf('/') + 1) + 1),
    namespace,
    ports: [],
    size: CARD,
    guessed: true,
    pods: false,
    ...more,
  });
  entities.forEach((entity, index) => {
    switch (entity.kind) {
      case 'namespace':
        folds.set(entity.id, index);
        break;
      case 'outside':
        folds.set(OUTSIDE, index);
        break;
      case 'external': {
        const { id, name } = entity;
        const own = { name, size: externalSize(entity), guessed: false, entities: [index] };
        add(OUTSIDE, unit(id, '', own));
        break;
      }
      case 'workload': {
        const { id, name, namespace, ports } = entity;
        const own = { name, ports, size: workloadSize(entity), guessed: false, entities: [index] };
        add(frameOf(namespace), unit(id, namespace, own));
        break;
      }
      case 'alike':
        entity.members.forEach((member, at) => {
          const own = { ports: entity.ports, entities: at === 0 ? [index] : [] };
          add(frameOf(entity.namespace), unit(member, entity.namespace, own));
        });
        break;
      case 'pod': {
        const frame = frameOf(entity.namespace);
        const known = units.get(frame)?.get(entity.workload);
        if (known) known.entities.push(index);
        else {
          const own = { ports: entity.ports, entities: [index], pods: true };
          add(frame, unit(entity.workload, entity.namespace, own));
        }
      }
    }
  });
  const byLevel = (one: Unit): Unit =>
    one.pods && level === 'pods' ? { ...one, size: podsSize(one.entities.length), guessed: false } : one;
  const kin = (frame: string, namespace: string | null, workloads: number): Kin => ({
    frame,
    namespace,
    workloads,
    fold: folds.get(frame) ?? null,
    // The engine has the outside in order, the part that no policy names last.
    units: [...(units.get(frame)?.values() ?? [])].map(byLevel).sort(namespace === null ? () => 0 : byName),
  });
  return [
    kin(OUTSIDE, null, 0),
    ...namespaces.map(({ name, workloads }) => kin(frameOf(name), name, workloads)),
  ].filter(({ fold, units }) => fold !== null || units.length > 0);
}

const byName = (a: Unit, b: Unit): number => compare(natural(a.name), natural(b.name)) || compare(a.id, b.id);
