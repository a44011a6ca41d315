import type { PairCounts } from '../engine';

/** How much of the pairs passes, as a bar: undecided by any policy hatched, the rest solid. Words beside it say the same. */
export function ShareBar({ counts: { pairs, passing, open, unknown } }: { readonly counts: PairCounts }) {
  const width = (part: number): string => `${String(pairs === 0 ? 0 : (part / pairs) * 100)}%`;
  return (
    <span className="coverage-bar" aria-hidden>
      <span data-part="open" style={{ width: width(open) }} />
      <span data-part="allowed" style={{ width: width(passing - open) }} />
      <span data-part="unknown" style={{ width: width(Math.min(unknown, pairs - passing)) }} />
    </span>
  );
}
