import { n, t } from '../../../language/t';
import type { Row } from '../../evaluate/row';
import type { NetworkPolicy } from '../../model/policy';
import type { Found, Inquiry, NamespaceCheck } from '../check';
import { appendTo } from '../edit';
import { unitsOf } from '../lookup/classes';
import { dnsAccess } from '../lookup/dnsAccess';
import { dnsRule } from '../lookup/dnsRule';
import { DNS_PORT, dnsServerOf } from '../lookup/dnsServers';
import { pages } from '../lookup/pages';
import { isolatedRows } from '../lookup/rowsOf';
import { isToldBy } from '../lookup/toldBy';
import { namesOf } from '../lookup/words';
import { fixIn, mapIn } from '../lookup/written';
import { namespaceLabelMissing } from './namespace-label-missing';
import { openshiftDnsPort } from './openshift-dns-port';
import { protocolForgotten } from './protocol-forgotten';

/**
 * Pods that may talk to somebody, but not to DNS. Those that may talk to nobody need no names: whoever writes that
 * means it.
 */
export const dnsForgotten: NamespaceCheck = {
  code: 'dns-forgotten',
  severity: 'warning',
  docs: pages.dnsDebugging,
  looksAt: 'namespace',
  find: (namespace, policies, ask) => {
    const { state } = ask;
    const lacking = new Map<Row, readonly number[]>();
    for (const [row, classes] of isolatedRows(state, namespace, 'Egress')) {
      if (!mayTalk(row) || dnsAccess(state, row, 'UDP') !== 'no') continue;
      if (!isMeant(row, ask)) lacking.set(row, classes);
    }
    return coveredBy(lacking, policies).map(([policy, classes]) => foundIn(policy, classes, ask));
  },
};

/** A slip in a rule that is about DNS is told of there. */
const slips = [namespaceLabelMissing, openshiftDnsPort, protocolForgotten];

function isMeant({ selecting }: Row, ask: Inquiry): boolean {
  return selecting.policies.some((policy) =>
    policy.egress.some(
      (rule) => rule.ports.some(({ port }) => port === DNS_PORT) && isToldBy(slips, policy, rule, ask),
    ),
  );
}

function mayTalk({ selecting }: Row): boolean {
  return selecting.policies.some(({ egress }) => egress.length > 0);
}

/** As few policies as together select all these pods; of equals the one with more rules. */
function coveredBy(
  lacking: Map<Row, readonly number[]>,
  policies: readonly NetworkPolicy[],
): readonly (readonly [NetworkPolicy, readonly number[]])[] {
  const found: (readonly [NetworkPolicy, readonly number[]])[] = [];
  const selects = new Map<NetworkPolicy, Row[]>(policies.map((policy) => [policy, []]));
  for (const row of lacking.keys())
    for (const policy of row.selecting.policies) selects.get(policy)?.push(row);
  while (lacking.size > 0) {
    let best: NetworkPolicy | null = null;
    let most = 0;
    for (const [policy, rows] of selects) {
      const count = rows.filter((row) => lacking.has(row)).length;
      const isBetter = count > most || (count === most && policy.egress.length > (best?.egress.length ?? 0));
      if (count > 0 && isBetter) [best, most] = [policy, count];
    }
    if (best === null) break;
    const rows = (selects.get(best) ?? []).filter((row) => lacking.has(row));
    found.push([best, rows.flatMap((row) => lacking.get(row) ?? [])]);
    for (const row of rows) lacking.delete(row);
  }
  return found;
}

function foundIn(policy: NetworkPolicy, classes: readonly number[], ask: Inquiry): Found {
  const { state } = ask;
  const concerns = unitsOf(state, classes);
  return {
    object: policy,
    range: policy.nameRange,
    message: t`${namesOf(concerns)} cannot ask DNS: egress is closed, and no rule opens UDP 53.`,
    explanation: [
      t`Before a program connects to a name it asks the cluster's DNS for the address.`,
      n(
        concerns.length,
      )`${policy.name} isolates this workload for egress, and DNS is egress like any other, so even connections the rules allow fail as long as they use names.|${policy.name} isolates these workloads for egress, and DNS is egress like any other, so even connections the rules allow fail as long as they use names.`,
      t`Allow UDP and TCP 53 to DNS.`,
    ].join(' '),
    concerns,
    fixes: fixIn(ask, policy, t`Allow DNS`, (sheet, tree) => {
      const spec = mapIn(tree, 'spec');
      return spec && appendTo(sheet, spec, 'egress', dnsRule(dnsServerOf(state)));
    }),
  };
}
