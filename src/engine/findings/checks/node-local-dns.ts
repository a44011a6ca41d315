import { t } from '../../../language/t';
import { parseAddress } from '../../model/address';
import type { Evaluated } from '../../evaluate/evaluated';
import type { NetworkPolicy } from '../../model/policy';
import type { Found, Inquiry, WorkspaceCheck } from '../check';
import { appendItem } from '../edit';
import { classesSelected, unitsOf } from '../lookup/classes';
import { dnsByRule } from '../lookup/dnsAccess';
import { DNS_PORT, dnsServerOf, OPENSHIFT_DNS, SYSTEM } from '../lookup/dnsServers';
import { faceOf } from '../lookup/external';
import { hostWorkloadsOf } from '../lookup/hostWorkloads';
import { opensNumber } from '../lookup/openedPorts';
import { pages } from '../lookup/pages';
import { podPeersOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { fixInRule, listIn } from '../lookup/written';

/**
 * DNS is opened by selectors, and the cluster runs a cache on each node, under an address of its own. Said of each rule
 * where the manifests show the cache, and once where they do not say whether there is one.
 */
export const nodeLocalDns: WorkspaceCheck = {
  code: 'node-local-dns',
  severity: 'info',
  docs: pages.nodeLocalDns,
  looksAt: 'workspace',
  *find(ask) {
    const { state } = ask;
    const cache = parseAddress(CACHE_ADDRESS);
    const answer = runsCache(state);
    if (cache === null || answer === 'no') return;
    const face = faceOf(state.space, cache);
    const told = new Set<number>();
    for (const [index, policy] of state.book.policies.entries()) {
      if (index % PAUSE === PAUSE - 1) yield null;
      for (const placed of rulesInForce(policy)) {
        if (!opensDnsByLabels(policy, placed, state)) continue;
        const classes = classesSelected(state, policy).filter((id) => {
          const row = state.rows.Egress[id];
          const isShut = row?.isolated === true && !state.sets.has(row.possibleAt(face), 'UDP', DNS_PORT);
          return isShut && !told.has(id);
        });
        if (classes.length === 0) continue;
        for (const id of classes) told.add(id);
        yield foundAt(policy, placed, classes, answer, ask);
        if (answer === 'maybe') return;
      }
    }
  },
};

/** After so many policies it may be interrupted. */
const PAUSE = 50;

/** https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/ */
const CACHE_ADDRESS = '169.254.20.10';

/** What runs on each node of the cluster is seen only where some of it is among the manifests; OpenShift has its own. */
function runsCache(state: Evaluated): 'yes' | 'maybe' | 'no' {
  const hosts = hostWorkloadsOf(state.space.cluster).get(SYSTEM)?.hosts ?? [];
  if (hosts.some(({ pod }) => pod.labels.get('k8s-app') === 'node-local-dns')) return 'yes';
  return hosts.length > 0 || dnsServerOf(state).namespace === OPENSHIFT_DNS ? 'no' : 'maybe';
}

function opensDnsByLabels(policy: NetworkPolicy, { type, rule }: PlacedRule, state: Evaluated): boolean {
  return (
    type === 'Egress' &&
    podPeersOf(rule).length > 0 &&
    opensNumber(rule.ports, 'UDP', DNS_PORT) &&
    dnsByRule(state, policy, rule, 'UDP') !== 'no'
  );
}

function foundAt(
  policy: NetworkPolicy,
  placed: PlacedRule,
  classes: readonly number[],
  answer: 'yes' | 'maybe',
  ask: Inquiry,
): Found {
  return {
    object: policy,
    range: placed.rule.range,
    message:
      answer === 'yes'
        ? t`DNS is opened by labels only; NodeLocal DNSCache answers on ${CACHE_ADDRESS}.`
        : t`DNS is opened by labels only: add ${CACHE_ADDRESS}/32 if NodeLocal DNSCache is on.`,
    explanation:
      answer === 'yes'
        ? t`This cluster runs NodeLocal DNSCache: pods ask a cache on their own node, at ${CACHE_ADDRESS} unless it was set up otherwise, and no selector matches that address. Some network plugins let a pod always reach its own node, others do not, and then lookups fail. Allow the address as well.`
        : t`The manifests do not show whether the cluster runs NodeLocal DNSCache. Where it does, pods ask a cache on their own node, at ${CACHE_ADDRESS} unless it was set up otherwise, and no selector matches that address. Some network plugins let a pod always reach its own node, others do not, and then lookups fail. Allow the address as well; without the cache it does no harm. This is said once, and is the same for every policy that opens DNS so.`,
    concerns: unitsOf(ask.state, classes),
    fixes: fixInRule(ask, policy, placed, t`Allow ${CACHE_ADDRESS}`, (sheet, rule) => {
      const peers = listIn(rule, 'to');
      return peers && appendItem(sheet, peers, { ipBlock: { cidr: `${CACHE_ADDRESS}/32` } });
    }),
  };
}
