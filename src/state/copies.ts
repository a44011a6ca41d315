import type { AlikeFold, Entity, NamespaceFold, WorkloadEntity } from '../engine';
import { n, t } from '../language/t';

/** How many run, as far as is known. */
export const copiesOf = ({ replicas, podCount }: WorkloadEntity): number => Math.max(replicas, podCount);

/** Scaled to 0, with all that is folded into it: nothing of it runs. */
export function isIdle(entity: Entity): boolean {
  switch (entity.kind) {
    case 'workload':
      return copiesOf(entity) === 0;
    case 'namespace':
      return entity.idle === entity.workloads;
    case 'alike':
      return entity.idle.length === entity.members.length;
    case 'pod':
    case 'external':
    case 'outside':
      return false;
  }
}

/** The same in words, short and whole. */
export const idleWords = (): string => t`scaled to 0`;

export const idleSentence = (): string => t`scaled to 0: nothing runs, policies apply when it does`;

/** How much of what is folded does not run; null: nothing is scaled to 0. */
export function idleNote(fold: NamespaceFold | AlikeFold): string | null {
  const count = fold.kind === 'namespace' ? fold.idle : fold.idle.length;
  if (count === 0) return null;
  return isIdle(fold) ? idleWords() : n(count)`${count} scaled to 0|${count} scaled to 0`;
}
