import { Tone, type Picture, type Topology } from '../engine';

/** How much of the picture is open. */
export interface PairCounts {
  readonly workloads: number;
  /** Ordered pairs of different workloads. */
  readonly pairs: number;
  /** Those of them where at least one port certainly passes. */
  readonly open: number;
  /** Pairs, also with the outside, for which at least one port is not decided here. */
  readonly unknown: number;
}

/** Counts the pairs of a picture. */
export function countPairs({ entities }: Topology, { tones }: Picture): PairCounts {
  const isWorkload = entities.map(({ kind }) => kind === 'workload');
  const workloads = isWorkload.filter(Boolean).length;
  let open = 0;
  let unknown = 0;
  for (let source = 0; source < entities.length; source++) {
    const row = source * entities.length;
    for (let destination = 0; destination < entities.length; destination++) {
      const tone = tones[row + destination];
      if (tone === Tone.unknown) unknown++;
      else if (tone === Tone.open || tone === Tone.allowed || tone === Tone.partial) {
        if (isWorkload[source] === true && isWorkload[destination] === true) open++;
      }
    }
  }
  return { workloads, pairs: workloads * Math.max(workloads - 1, 0), open, unknown };
}
