import { t } from '../../../language/t';
import { entryOf } from '../../parse/tree';
import type { PolicyCheck } from '../check';
import { setEntry } from '../edit';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { fixIn, mapIn } from '../lookup/written';

/** Only egress rules and no policyTypes: ingress is closed too. */
export const typesOmitted: PolicyCheck = {
  code: 'types-omitted',
  severity: 'warning',
  docs: pages.policyResource,
  looksAt: 'policy',
  find: (policy, ask) => {
    if (policy.egress.length === 0 || policy.ingress.length > 0 || policy.policyTypes.length < 2) return [];
    const spec = mapIn(ask.tree(policy), 'spec');
    const types = spec ? entryOf(spec, 'policyTypes')?.value : undefined;
    const egress = spec ? entryOf(spec, 'egress') : undefined;
    if (!spec || !egress || entryOf(spec, 'ingress') || (types?.kind === 'list' && types.items.length > 0))
      return [];
    const write = (title: string, value: readonly string[]) =>
      fixIn(ask, policy, title, (sheet, tree) => {
        const map = mapIn(tree, 'spec');
        return map && setEntry(sheet, map, 'policyTypes', value, 'podSelector');
      });
    return [
      {
        object: policy,
        range: egress.keyRange,
        message: t`${policy.name} has egress rules only, and closes ingress as well.`,
        explanation: t`Without policyTypes a policy is always about ingress, and about egress if it has egress rules. As there are no ingress rules, nobody may connect to the pods it selects. Say in policyTypes which directions are meant.`,
        concerns: unitsOf(ask.state, classesSelected(ask.state, policy)),
        fixes: [
          ...write(t`Egress only`, ['Egress']),
          ...write(t`Close ingress too, and say so`, ['Ingress', 'Egress']),
        ],
      },
    ];
  },
};
