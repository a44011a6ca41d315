import { t } from '../../../language/t';
import { parseAddress } from '../../model/address';
import type { Evaluated } from '../../evaluate/evaluated';
import type { NetworkPolicy } from '../../model/policy';
import type { NamespaceCheck } from '../check';
import { appendItem } from '../edit';
import { unitsOf } from '../lookup/classes';
import { dnsAccess, dnsByRule } from '../lookup/dnsAccess';
import { DNS_PORT, SYSTEM } from '../lookup/dnsServers';
import { faceOf } from '../lookup/external';
import { hostWorkloadsOf } from '../lookup/hostWorkloads';
import { pages } from '../lookup/pages';
import { isolatedRows } from '../lookup/rowsOf';
import { podPeersOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { fixInRule, listIn } from '../lookup/written';

/** DNS is opened by selectors, and the cluster runs a cache on each node, under an address of its own. */
export const nodeLocalDns: NamespaceCheck = {
  code: 'node-local-dns',
  severity: 'info',
  docs: pages.nodeLocalDns,
  looksAt: 'namespace',
  find: (namespace, _policies, ask) => {
    const { state } = ask;
    const cache = parseAddress(CACHE_ADDRESS);
    if (cache === null || !runsCache(state)) return [];
    const face = faceOf(state.space, cache);
    const found = new Map<PlacedRule, { readonly policy: NetworkPolicy; readonly classes: number[] }>();
    for (const [row, classes] of isolatedRows(state, namespace, 'Egress')) {
      if (state.sets.has(row.possibleAt(face), 'UDP', DNS_PORT)) continue;
      if (dnsAccess(state, row, 'UDP') === 'no') continue;
      const opening = row.selecting.policies
        .flatMap((policy) => rulesInForce(policy).map((placed) => ({ policy, placed })))
        .find(
          ({ policy, placed: { type, rule } }) =>
            type === 'Egress' &&
            podPeersOf(rule).length > 0 &&
            dnsByRule(state, policy, rule, 'UDP') !== 'no',
        );
      if (opening === undefined) continue;
      const one = found.get(opening.placed) ?? { policy: opening.policy, classes: [] };
      one.classes.push(...classes);
      found.set(opening.placed, one);
    }
    return [...found].map(([placed, { policy, classes }]) => ({
      object: policy,
      range: placed.rule.range,
      message: t`DNS is opened by labels only; NodeLocal DNSCache answers on ${CACHE_ADDRESS}.`,
      explanation: t`This cluster runs NodeLocal DNSCache: pods ask a cache on their own node, at ${CACHE_ADDRESS} unless it was set up otherwise, and no selector matches that address. Some network plugins let a pod always reach its own node, others do not, and then lookups fail. Allow the address as well.`,
      concerns: unitsOf(state, classes),
      fixes: fixInRule(ask, policy, placed, t`Allow ${CACHE_ADDRESS}`, (sheet, rule) => {
        const peers = listIn(rule, 'to');
        return peers && appendItem(sheet, peers, { ipBlock: { cidr: `${CACHE_ADDRESS}/32` } });
      }),
    }));
  },
};

/** https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/ */
const CACHE_ADDRESS = '169.254.20.10';

function runsCache({ space }: Evaluated): boolean {
  const hosts = hostWorkloadsOf(space.cluster).get(SYSTEM)?.hosts ?? [];
  return hosts.some(({ pod }) => pod.labels.get('k8s-app') === 'node-local-dns');
}
