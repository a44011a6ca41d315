import { collect, rounded, timed } from './clock';

/** One of two ways of doing the same; `scale` is by how much a run has to be multiplied to stand for the whole. */
export interface Way {
  readonly run: () => void;
  readonly scale: number;
}

/** More runs of the shorter way are not made to match one of the longer. */
const MOST_RUNS = 500;

/**
 * How many times more CPU the first way takes than the second. Both run in turn (first, second, second, first) in this
 * one process, so that whatever else the machine does hits both; the first fifth of the rounds is warm-up. The shorter
 * way runs as often as it takes to be as long as the other: the collector's threads go on for a while after what they
 * work for, and would be charged to whichever is next.
 */
export function ratioOf(first: Way, second: Way, rounds: number): number {
  const [once, other] = [wall(first), wall(second)];
  const firstRuns = runsFor(other / once);
  const secondRuns = runsFor(once / other);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    collect();
    const a = cpu(first, firstRuns);
    const b = cpu(second, secondRuns) + cpu(second, secondRuns);
    ratios.push((a + cpu(first, firstRuns)) / b);
  }
  const kept = ratios.slice(Math.ceil(rounds / 5)).sort((a, b) => a - b);
  return rounded(kept[kept.length >> 1] ?? 0);
}

const runsFor = (times: number): number => Math.max(1, Math.min(MOST_RUNS, Math.round(times)));

/** Milliseconds of a warm run. */
function wall({ run }: Way): number {
  return Math.max(0.01, Math.min(...Array.from({ length: 3 }, () => timed(run).ms)));
}

/** Microseconds to a run, of all threads of this process, the collector's as well. */
function cpu({ run, scale }: Way, runs: number): number {
  const before = process.cpuUsage();
  for (let count = 0; count < runs; count++) run();
  const { user, system } = process.cpuUsage(before);
  return (Math.max(1, user + system) * scale) / runs;
}
