import type { EndRef, ExpectationResult, ExpectationStatus } from '../engine';
import { grouped, n, t } from '../language/t';

/** What a status is called. */
export function statusWord(status: ExpectationStatus): string {
  switch (status) {
    case 'passed':
      return t`Holds`;
    case 'failed':
      return t`Does not hold`;
    case 'undecided':
      return t`Cannot say`;
    case 'invalid':
      return t`Not readable`;
  }
}

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
  if (count === all) return all === 1 ? t`The one expectation holds.` : t`All ${grouped(all)} hold.`;
  return n(all === 1 ? 1 : count)`${count} of ${all} holds.|${count} of ${all} hold.`;
}

/** `shop/web`; what is outside by its name alone. */
export function endWords({ name, namespace }: EndRef): string {
  return namespace === null ? name : `${namespace}/${name}`;
}
