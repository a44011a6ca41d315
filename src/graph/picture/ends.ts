import type { Entity } from '../../engine';

/** How many workloads (or pods) a card stands for. */
export function ends(entity: Entity | undefined): number {
  switch (entity?.kind) {
    case 'namespace':
      return entity.workloads;
    case 'alike':
      return entity.members.length;
    case 'workload':
    case 'pod':
    case 'external':
    case 'outside':
    case undefined:
      return 1;
  }
}
