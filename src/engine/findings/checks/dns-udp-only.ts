import { t } from '../../../language/t';
import type { NetworkPolicy } from '../../model/policy';
import type { NamespaceCheck } from '../check';
import { appendItem } from '../edit';
import { unitsOf } from '../lookup/classes';
import { dnsAccess, dnsByRule } from '../lookup/dnsAccess';
import { dnsServerOf } from '../lookup/dnsServers';
import { pages } from '../lookup/pages';
import { isolatedRows } from '../lookup/rowsOf';
import { rulesInForce, type PlacedRule } from '../lookup/rules';
import { namesOf } from '../lookup/words';
import { fixInRule, listIn } from '../lookup/written';

/** Rules that open DNS for UDP, to pods for which nothing opens it for TCP. */
export const dnsUdpOnly: NamespaceCheck = {
  code: 'dns-udp-only',
  severity: 'warning',
  docs: pages.dnsForPods,
  looksAt: 'namespace',
  find: (namespace, _policies, ask) => {
    const { state } = ask;
    const found = new Map<PlacedRule, { readonly policy: NetworkPolicy; readonly classes: number[] }>();
    for (const [row, classes] of isolatedRows(state, namespace, 'Egress')) {
      if (dnsAccess(state, row, 'UDP') === 'no' || dnsAccess(state, row, 'TCP') !== 'no') continue;
      for (const policy of row.selecting.policies) {
        for (const placed of rulesInForce(policy)) {
          if (placed.type !== 'Egress' || dnsByRule(state, policy, placed.rule, 'UDP') === 'no') continue;
          const one = found.get(placed) ?? { policy, classes: [] };
          one.classes.push(...classes);
          found.set(placed, one);
        }
      }
    }
    return [...found].map(([placed, { policy, classes }]) => {
      const concerns = unitsOf(state, classes);
      const port = placed.rule.ports.find(({ protocol }) => protocol === 'UDP');
      const { TCP } = dnsServerOf(state);
      return {
        object: policy,
        range: port?.range ?? placed.rule.range,
        message: t`${namesOf(concerns)} may ask DNS over UDP only.`,
        explanation: t`An answer that is too long for a UDP packet comes shortened, and the program asks again over TCP. With UDP alone most lookups work and some fail, those with many addresses among them, which is hard to find. Open the port for TCP as well.`,
        concerns,
        fixes: fixInRule(ask, policy, placed, t`Add TCP ${TCP}`, (sheet, rule) => {
          const ports = listIn(rule, 'ports');
          return ports && appendItem(sheet, ports, { protocol: 'TCP', port: TCP });
        }),
      };
    });
  },
};
