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
