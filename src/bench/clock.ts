/** Median and 95th percentile of some wall times, in milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly runs: number;
}

/** Wall time of one run, in milliseconds. */
export function timed<Result>(run: () => Result): { readonly ms: number; readonly result: Result } {
  const before = performance.now();
  const result = run();
  return { ms: performance.now() - before, result };
}

/** Runs until it has been long enough, but at least so often; the first fifth is warm-up and not counted. */
export function repeated(least: number, mostMs: number, run: (round: number) => void): Spread {
  const times: number[] = [];
  const start = performance.now();
  while (times.length < least || (times.length < 200 && performance.now() - start < mostMs)) {
    times.push(timed(() => run(times.length)).ms);
  }
  return spreadOf(times.slice(Math.ceil(times.length / 5)));
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: rounded(at(0.5)), p95: rounded(at(0.95)), runs: sorted.length };
}

/** To three significant digits, for tables and diffs. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** A full collection. The programs here run with --expose-gc. */
export function collect(): void {
  globalThis.gc?.();
}
