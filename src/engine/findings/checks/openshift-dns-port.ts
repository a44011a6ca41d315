import { t } from '../../../language/t';
import type { NetworkPolicy, Rule } from '../../model/policy';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { classesSelected, unitsOf } from '../lookup/classes';
import { DNS_PORT, OPENSHIFT_DNS, OPENSHIFT_DNS_PORT } from '../lookup/dnsServers';
import { opensNumber } from '../lookup/openedPorts';
import { pages } from '../lookup/pages';
import { appendItems } from '../lookup/replaceItem';
import { podPeersOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { fixInRule, listIn } from '../lookup/written';

/** A rule towards OpenShift's DNS on the port of its Service. */
export const openshiftDnsPort: PolicyCheck = {
  code: 'openshift-dns-port',
  severity: 'warning',
  docs: pages.openShiftDns,
  looksAt: 'policy',
  find: (policy, ask) => {
    const rules = rulesInForce(policy).filter(({ type, rule }) => type === 'Egress' && isForOpenShift(rule));
    return rules.flatMap((placed) => findInRule(policy, placed, rules, ask));
  },
};

function isForOpenShift(rule: Rule): boolean {
  return podPeersOf(rule).some(({ namespaceSelector }) =>
    namespaceSelector?.requirements.some(
      ({ operator, values }) => operator === 'In' && values.includes(OPENSHIFT_DNS),
    ),
  );
}

function findInRule(
  policy: NetworkPolicy,
  placed: PlacedRule,
  all: readonly PlacedRule[],
  ask: Inquiry,
): readonly Found[] {
  const missing = placed.rule.ports.filter(
    ({ protocol, port, endPort }) =>
      port === DNS_PORT &&
      endPort === null &&
      !all.some(({ rule }) => opensNumber(rule.ports, protocol, OPENSHIFT_DNS_PORT)),
  );
  const [first] = missing;
  if (first === undefined) return [];
  return [
    {
      object: policy,
      range: first.range,
      message: t`The DNS pods of ${OPENSHIFT_DNS} listen on ${OPENSHIFT_DNS_PORT}; port ${DNS_PORT} is that of their Service.`,
      explanation: t`A policy sees a connection after the Service has handed it to a pod, so it is the pod's port that counts. On OpenShift the DNS pods listen on ${OPENSHIFT_DNS_PORT} behind a Service on ${DNS_PORT}: with ${DNS_PORT} alone no name can be looked up. Add ${OPENSHIFT_DNS_PORT} for UDP and TCP.`,
      concerns: unitsOf(ask.state, classesSelected(ask.state, policy)),
      fixes: fixInRule(ask, policy, placed, t`Add port ${OPENSHIFT_DNS_PORT}`, (sheet, rule) => {
        const ports = listIn(rule, 'ports');
        const added = missing.map(({ protocol }) => ({ protocol, port: OPENSHIFT_DNS_PORT }));
        return ports && appendItems(sheet, ports, added);
      }),
    },
  ];
}
