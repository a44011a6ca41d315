import type { EntityId } from '../answer';
import type { AddressClass, Space } from '../compile/space';
import type { Workload } from '../model/fold';
import type { End } from './pair';

/** One end that pairs are counted by: a workload, a pod, a group of external addresses, or the outside as a whole. */
export interface Unit {
  readonly id: EntityId;
  readonly end: End;
  readonly isOutside: boolean;
}

/** The units of one space; asked for the same twice, it gives the same object. */
export class Units {
  /** One per workload of the cluster, in its order. */
  readonly workloads: readonly Unit[];
  readonly external: readonly Unit[];
  readonly outside: Unit;
  readonly #space: Space;
  readonly #pods = new Map<number, Unit>();
  #indices: ReadonlyMap<EntityId, number> | null = null;

  constructor(space: Space) {
    this.#space = space;
    this.workloads = space.cluster.workloads.map((workload) => ({
      id: workloadId(workload),
      end: { classes: this.#classesOf(workload.pods), pods: workload.pods },
      isOutside: false,
    }));
    this.external = space.external.map((group) => ({
      id: externalId(group),
      end: { classes: [group.id], pods: [] },
      isOutside: false,
    }));
    this.outside = {
      id: 'outside',
      end: { classes: space.external.map(({ id }) => id), pods: [] },
      isOutside: true,
    };
  }

  /** By index into the cluster's pods. */
  pod(index: number): Unit {
    let unit = this.#pods.get(index);
    if (!unit) {
      const pod = this.#space.cluster.pods[index];
      unit = {
        id: `Pod/${pod?.namespace ?? ''}/${pod?.name ?? ''}`,
        end: { classes: this.#classesOf([index]), pods: [index] },
        isOutside: false,
      };
      this.#pods.set(index, unit);
    }
    return unit;
  }

  /** Index of the workload of this id; -1: there is none. */
  indexOf(id: EntityId): number {
    this.#indices ??= new Map(this.workloads.map((unit, index) => [unit.id, index]));
    return this.#indices.get(id) ?? -1;
  }

  #classesOf(pods: readonly number[]): readonly number[] {
    const first = this.#space.classOfPod[pods[0] ?? 0] ?? 0;
    const isOne = pods.every((pod) => this.#space.classOfPod[pod] === first);
    return isOne ? [first] : [...new Set(pods.map((pod) => this.#space.classOfPod[pod] ?? 0))];
  }
}

export function workloadId({
  kind,
  namespace,
  name,
}: Pick<Workload, 'kind' | 'namespace' | 'name'>): EntityId {
  return `${kind}/${namespace}/${name}`;
}

export function externalId({ cidr }: AddressClass): EntityId {
  return `external/${cidr ?? 'else'}`;
}
