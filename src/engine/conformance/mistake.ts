import type { NetworkPolicy, PolicyType, Rule } from '../model/policy';
import { readingWith } from '../oracle/reading';
import type { Attempt, End, OraclePod, Reading } from '../oracle/reading';
import type { RuleId } from './row';

/** One misreading of the specification: some row of its rule must notice. */
export interface Mistake {
  readonly id: RuleId;
  /** What it gets wrong. */
  readonly what: string;
  readonly reading: Reading;
}

/** The specification with some of its sentences replaced. */
export function mistake(id: RuleId, what: string, change: (base: Reading) => Partial<Reading>): Mistake {
  return { id, what, reading: readingWith(change) };
}

/** The rules of a policy for one direction. */
export function rulesOf(policy: NetworkPolicy, type: PolicyType): readonly Rule[] {
  return type === 'Ingress' ? policy.ingress : policy.egress;
}

/** The same attempt between pods that were changed. */
export function withPods(attempt: Attempt, change: (pod: OraclePod) => OraclePod): Attempt {
  const changed = (end: End): End => (end.pod === null ? end : { ...end, pod: change(end.pod) });
  return { ...attempt, source: changed(attempt.source), destination: changed(attempt.destination) };
}
