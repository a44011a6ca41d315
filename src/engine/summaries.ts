import type { PolicySummary } from './answer';
import type { NetworkPolicy } from './model/policy';

/** What is told of each policy. What says the same as before is the same object: a summary, and the list of all. */
export class Summaries {
  #policies: readonly NetworkPolicy[] = [];
  #list: readonly PolicySummary[] = [];

  of(policies: readonly NetworkPolicy[]): readonly PolicySummary[] {
    const before = this.#list;
    const list = policies.map((policy, index) => {
      const last = before[index];
      if (last && policy === this.#policies[index]) return last;
      const now = summaryOf(policy);
      return last && saysSame(last, now) ? last : now;
    });
    this.#policies = policies;
    const isSame = list.length === before.length && list.every((one, index) => one === before[index]);
    if (!isSame) this.#list = list;
    return this.#list;
  }
}

function saysSame(a: PolicySummary, b: PolicySummary): boolean {
  return a.id === b.id && a.selectsAll === b.selectsAll && a.types.join() === b.types.join();
}

function summaryOf(policy: NetworkPolicy): PolicySummary {
  return {
    id: `${policy.namespace}/${policy.name}`,
    name: policy.name,
    namespace: policy.namespace,
    types: policy.policyTypes,
    selectsAll: policy.podSelector.requirements.length === 0,
  };
}
