import { n, t } from '../language/t';

/** How many blocks were left out, by what they were. */
export interface DroppedCounts {
  /** env and envFrom blocks. */
  readonly env: number;
  /** args and command lists. */
  readonly args: number;
  /** data, stringData and binaryData. */
  readonly data: number;
  readonly annotations: number;
  readonly status: number;
  /** Everything else policy does not need: volumes, probes, uids, comments that could be commented-out settings. */
  readonly other: number;
}

export type DroppedBlock = keyof DroppedCounts;

/** Counts that are still being added up; local to one projection. */
export type Tally = Record<DroppedBlock, number>;

/** Nothing left out. */
export const nothingDropped: DroppedCounts = {
  env: 0,
  args: 0,
  data: 0,
  annotations: 0,
  status: 0,
  other: 0,
};

/** A tally that starts at nothing. */
export const newTally = (): Tally => ({ ...nothingDropped });

/** The counts of two texts together. */
export function addDropped(a: DroppedCounts, b: DroppedCounts): DroppedCounts {
  return {
    env: a.env + b.env,
    args: a.args + b.args,
    data: a.data + b.data,
    annotations: a.annotations + b.annotations,
    status: a.status + b.status,
    other: a.other + b.other,
  };
}

const inOrder: readonly DroppedBlock[] = ['env', 'args', 'data', 'annotations', 'status', 'other'];

/** "12 env blocks", "3 args lists", … of what was left out. */
export const droppedWords = (counts: DroppedCounts): readonly string[] =>
  inOrder.filter((block) => counts[block] > 0).map((block) => blockWords(block, counts[block]));

function blockWords(block: DroppedBlock, count: number): string {
  switch (block) {
    case 'env':
      return n(count)`${count} env block|${count} env blocks`;
    case 'args':
      return n(count)`${count} args list|${count} args lists`;
    case 'data':
      return n(count)`${count} data block|${count} data blocks`;
    case 'annotations':
      return n(count)`${count} annotations block|${count} annotations blocks`;
    case 'status':
      return n(count)`${count} status block|${count} status blocks`;
    case 'other':
      return n(count)`${count} other field|${count} other fields`;
  }
}

/** "Kept labels, ports, selectors; 12 env blocks, 3 args lists dropped", or null when nothing was. */
export function droppedSentence(counts: DroppedCounts): string | null {
  const parts = droppedWords(counts);
  return parts.length === 0 ? null : t`Kept labels, ports, selectors; ${parts.join(', ')} dropped`;
}

const blocks: ReadonlyMap<string, DroppedBlock> = new Map([
  ['env', 'env'],
  ['envFrom', 'env'],
  ['args', 'args'],
  ['command', 'args'],
  ['data', 'data'],
  ['stringData', 'data'],
  ['binaryData', 'data'],
  ['annotations', 'annotations'],
  ['status', 'status'],
]);

/** What a key is counted as when it is left out. */
export const blockOf = (key: string): DroppedBlock => blocks.get(key) ?? 'other';
