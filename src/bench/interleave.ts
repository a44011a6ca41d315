import { collect, rounded } from './clock';

/** One of two ways of doing the same; `scale` is by how much a run has to be multiplied to stand for the whole. */
export interface Way {
  readonly run: () => void;
  readonly scale: number;
}

/**
 * How many times more CPU the first way takes than the second. Both run in turn (first, second, second, first) in this
 * one process, so that whatever else the machine does hits both; the first fifth of the rounds is warm-up.
 */
export function ratioOf(first: Way, second: Way, rounds: number): number {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    collect();
    const a = cpu(first);
    const b = cpu(second) + cpu(second);
    ratios.push((a + cpu(first)) / b);
  }
  const kept = ratios.slice(Math.ceil(rounds / 5)).sort((a, b) => a - b);
  return rounded(kept[kept.length >> 1] ?? 0);
}

/** Microseconds of all threads of this process, the collector's as well. */
function cpu({ run, scale }: Way): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, user + system) * scale;
}
