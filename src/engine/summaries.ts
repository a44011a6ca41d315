import type { PolicySummary } from './answer';
import type { NetworkPolicy } from './model/policy';

/** What is told of each policy; a list that says the same as the last is the last. */
export class Summaries {
  #policies: readonly NetworkPolicy[] = [];
  #list: readonly PolicySummary[] = [];

  of(policies: readonly NetworkPolicy[]): readonly PolicySummary[] {
    const isSame =
      policies.length === this.#policies.length &&
      policies.every((policy, index) => policy === this.#policies[index] || this.#says(policy, index));
    this.#policies = policies;
    if (!isSame) this.#list = policies.map(summaryOf);
    return this.#list;
  }

  #says(policy: NetworkPolicy, index: number): boolean {
    const last = this.#list[index];
    const now = summaryOf(policy);
    return (
      last?.id === now.id && last.selectsAll === now.selectsAll && last.types.join() === now.types.join()
    );
  }
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
