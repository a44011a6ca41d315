import type { NetworkPolicy, Rule } from '../../model/policy';
import type { Inquiry, PolicyCheck } from '../check';

/** Whether one of these checks tells of something in a rule or peer already: one mistake is to be one finding. */
export function isToldBy(
  checks: readonly PolicyCheck[],
  policy: NetworkPolicy,
  { range: { start, end } }: Pick<Rule, 'range'>,
  ask: Inquiry,
): boolean {
  return checks.some((check) =>
    check.find(policy, ask).some(({ range }) => start <= range.start && range.end <= end),
  );
}
