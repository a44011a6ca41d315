import { t } from '../../../language/t';
import type { Evaluated } from '../../evaluate/evaluated';
import type { NetworkPolicy, PolicyType } from '../../model/policy';
import { rulesOf } from '../../evaluate/row';
import type { Found, NamespaceCheck } from '../check';
import { classesSelected, unitsOf } from '../lookup/classes';
import { coverOf } from '../lookup/cover';
import { pages } from '../lookup/pages';
import { blocksOf } from '../lookup/rules';

/** A policy that restricts nothing, since another one allows the same pods all of what it allows, and more. */
export const cancelledByBroader: NamespaceCheck = {
  code: 'cancelled-by-broader',
  severity: 'warning',
  docs: pages.isolation,
  looksAt: 'namespace',
  find: (_namespace, policies, { state }) =>
    policies.flatMap((policy) =>
      policy.policyTypes.flatMap((type): Found[] => {
        const broader = broaderThan(policy, type, state);
        const [first] = rulesOf(policy, type);
        if (broader === null || first === undefined) return [];
        return [
          {
            object: policy,
            range: first.range,
            message:
              type === 'Ingress'
                ? t`The ingress rules of ${policy.name} restrict nothing: ${broader.name} allows the same pods more.`
                : t`The egress rules of ${policy.name} restrict nothing: ${broader.name} allows the same pods more.`,
            explanation: t`Policies only add up: what any of them allows is allowed, and there is neither order nor precedence. ${broader.name} selects these pods too and allows all of what stands here and more, so whoever you meant to keep out still gets through. Narrow ${broader.name}, or take these pods out of its podSelector.`,
            concerns: unitsOf(state, classesSelected(state, policy)),
            fixes: [],
          },
        ];
      }),
    ),
};

function broaderThan(policy: NetworkPolicy, type: PolicyType, state: Evaluated): NetworkPolicy | null {
  const classes = classesSelected(state, policy);
  const [first] = classes;
  const rules = rulesOf(policy, type);
  if (first === undefined || rules.length === 0) return null;
  // What is excepted and open all the same is told of there.
  if (rules.some((rule) => blocksOf(rule).some(({ except }) => except.length > 0))) return null;
  const selecting = (id: number): readonly NetworkPolicy[] => state.rows[type][id]?.selecting.policies ?? [];
  return (
    selecting(first).find((other) => {
      if (other === policy || rulesOf(other, type).length === 0) return false;
      let isWider = false;
      for (const rule of rules) {
        const cover = coverOf(state, policy, rule, rulesOf(other, type));
        if (cover === 'none') return false;
        if (cover === 'wider') isWider = true;
      }
      if (!isWider) return false;
      return classes.every((id) => selecting(id).includes(other));
    }) ?? null
  );
}
