import type { EndRef, ExpectationResult, ExpectationStatus } from '../engine';

/** What a status is called. */
export const statusWords: Readonly<Record<ExpectationStatus, string>> = {
  passed: 'Holds',
  failed: 'Does not hold',
  undecided: 'Cannot say',
  invalid: 'Not readable',
};

const order: readonly ExpectationStatus[] = ['failed', 'invalid', 'undecided', 'passed'];

/** The failing ones first; else as in the text. */
export function worstFirst(results: readonly ExpectationResult[]): readonly ExpectationResult[] {
  return order.flatMap((status) => results.filter((one) => one.status === status));
}

/** How many hold. */
export function holding(results: readonly ExpectationResult[]): number {
  return results.filter(({ status }) => status === 'passed').length;
}

/** `3 of 4 hold` */
export function summary(results: readonly ExpectationResult[]): string {
  const [count, all] = [holding(results), results.length];
  if (count === all) return all === 1 ? 'The one expectation holds.' : `All ${String(all)} hold.`;
  return `${String(count)} of ${String(all)} ${all === 1 || count === 1 ? 'holds' : 'hold'}.`;
}

/** `shop/web`; what is outside by its name alone. */
export function endWords({ name, namespace }: EndRef): string {
  return namespace === null ? name : `${namespace}/${name}`;
}
