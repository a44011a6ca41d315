import type { Entity, WorkloadEntity } from '../engine';
import { t } from '../language/t';

/** How many run, as far as is known. */
export const copiesOf = ({ replicas, podCount }: WorkloadEntity): number => Math.max(replicas, podCount);

/** Scaled to 0: nothing of it runs. */
export const isIdle = (entity: Entity): boolean => entity.kind === 'workload' && copiesOf(entity) === 0;

/** The same in words, short and whole. */
export const idleWords = (): string => t`scaled to 0`;

export const idleSentence = (): string => t`scaled to 0: nothing runs, policies apply when it does`;
