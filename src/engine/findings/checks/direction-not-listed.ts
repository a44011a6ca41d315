import { n, t } from '../../../language/t';
import { rulesOf } from '../../evaluate/row';
import type { NetworkPolicy, PolicyType } from '../../model/policy';
import { entryOf } from '../../parse/tree';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { appendTo, setEntry } from '../edit';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { fixIn, listIn, mapIn } from '../lookup/written';

/** Rules of a direction that policyTypes does not list. */
export const directionNotListed: PolicyCheck = {
  code: 'direction-not-listed',
  severity: 'warning',
  docs: pages.policyResource,
  looksAt: 'policy',
  find: (policy, ask) =>
    (['Ingress', 'Egress'] as const).flatMap((type) =>
      rulesOf(policy, type).length > 0 && !policy.policyTypes.includes(type)
        ? foundIn(policy, type, ask)
        : [],
    ),
};

function foundIn(policy: NetworkPolicy, type: PolicyType, ask: Inquiry): readonly Found[] {
  const direction = type === 'Ingress' ? 'ingress' : 'egress';
  const spec = mapIn(ask.tree(policy), 'spec');
  const range = (spec && entryOf(spec, direction)?.keyRange) ?? policy.nameRange;
  const count = rulesOf(policy, type).length;
  const rules =
    type === 'Ingress'
      ? n(count)`${count} ingress rule|${count} ingress rules`
      : n(count)`${count} egress rule|${count} egress rules`;
  return [
    {
      object: policy,
      range,
      message: t`${policy.name} has ${rules} without effect: policyTypes does not list ${type}.`,
      explanation:
        type === 'Ingress'
          ? t`Where policyTypes is written it alone says which directions a policy is about. As Ingress is not in it, these rules are ignored and the pods stay open for ingress. With Ingress listed, they pass what the rules allow and nothing else.`
          : t`Where policyTypes is written it alone says which directions a policy is about. As Egress is not in it, these rules are ignored and the pods stay open for egress. With Egress listed, they pass what the rules allow and nothing else.`,
      concerns: unitsOf(ask.state, classesSelected(ask.state, policy)),
      fixes: fixIn(ask, policy, t`Add ${type} to policyTypes`, (sheet, tree) => {
        const map = mapIn(tree, 'spec');
        if (map === null) return null;
        const listed = new Set(policy.policyTypes);
        // More than two entries are refused, also where one stands twice.
        return (listIn(map, 'policyTypes')?.items.length ?? 0) > listed.size
          ? setEntry(sheet, map, 'policyTypes', [...listed, type])
          : appendTo(sheet, map, 'policyTypes', type);
      }),
      replaces: 'ignored-rules',
    },
  ];
}
