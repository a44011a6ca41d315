import { t } from '../../../language/t';
import type { Cluster } from '../../model/cluster';
import type { Protocol } from '../../model/objects';
import type { NetworkPolicy } from '../../model/policy';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { appendItem, setEntry } from '../edit';
import { barePorts, forgetsUdp, type BarePort } from '../lookup/barePorts';
import { classesSelected, podsMatched, unitsOf, workloadsOf } from '../lookup/classes';
import { declaredBy } from '../lookup/declared';
import { DNS_PORT } from '../lookup/dnsServers';
import { pages } from '../lookup/pages';
import type { PlacedRule } from '../lookup/rules';
import { fixInRule, itemOf, listIn } from '../lookup/written';

/** A port without a protocol, which is TCP, for something that speaks UDP (or SCTP). */
export const protocolForgotten: PolicyCheck = {
  code: 'protocol-forgotten',
  severity: 'warning',
  docs: pages.policyResource,
  looksAt: 'policy',
  find: (policy, ask) => [
    ...forgetsUdp(policy, ask).map((bare) => foundAt(policy, bare, 'UDP', ask)),
    ...barePorts(policy, ask, (port, placed) => meantProtocol(policy, port, placed, ask) !== null).map(
      (bare) => foundAt(policy, bare, meantProtocol(policy, Number(bare.port.port), bare, ask) ?? 'UDP', ask),
    ),
  ],
};

/** Spoken over UDP alone, or nearly so: TFTP, NTP, SNMP, IKE, RADIUS, OpenVPN, VXLAN, WireGuard. */
const udpPorts = new Set([69, 123, 161, 162, 500, 1194, 1812, 1813, 4500, 4789, 8472, 51820]);

/** What the pods declare, or what everybody uses the port for; null: TCP may well be meant. */
function meantProtocol(
  policy: NetworkPolicy,
  port: number,
  { type, rule }: PlacedRule,
  { state }: Inquiry,
): Protocol | null {
  if (type === 'Egress' && port === DNS_PORT) return null;
  const isListed = rule.ports.some((other) => other.protocol !== 'TCP' && other.port === port);
  if (isListed) return null;
  const others = otherPortsOf(state.space.cluster);
  if (others.has(port) && (type === 'Ingress' || rule.peers.length > 0)) {
    const classes =
      type === 'Ingress' ? classesSelected(state, policy) : podsMatched(state, rule, policy.namespace);
    const declared = declaredBy(state, workloadsOf(state, classes));
    if (declared.count('TCP', port) > 0) return null;
    if (declared.count('UDP', port) > 0) return 'UDP';
    if (declared.count('SCTP', port) > 0) return 'SCTP';
  }
  return udpPorts.has(port) ? 'UDP' : null;
}

const known = new WeakMap<Cluster, ReadonlySet<number>>();

/** The ports anything in the cluster uses for another protocol than TCP: few. */
function otherPortsOf(cluster: Cluster): ReadonlySet<number> {
  let ports = known.get(cluster);
  if (!ports) {
    ports = new Set(
      cluster.pods.flatMap((pod) =>
        pod.ports.flatMap(({ protocol, port }) => (protocol === 'TCP' ? [] : port)),
      ),
    );
    known.set(cluster, ports);
  }
  return ports;
}

function foundAt(policy: NetworkPolicy, bare: BarePort, protocol: Protocol, ask: Inquiry): Found {
  const { state } = ask;
  const { port } = bare.port;
  const isDns = port === DNS_PORT && bare.type === 'Egress';
  return {
    object: policy,
    range: bare.port.range,
    message: isDns
      ? t`Port ${String(port)} without a protocol is TCP; DNS asks over UDP first.`
      : t`Port ${String(port)} without a protocol is TCP, and ${protocol} is what is spoken there.`,
    explanation: isDns
      ? t`A port without a protocol is a TCP port, not one of every protocol. Programs look names up over UDP and use TCP only for long answers, so with this entry alone lookups fail. List the port for both.`
      : t`A port without a protocol is a TCP port, not one of every protocol. What listens there uses ${protocol}, so this entry opens nothing that is used. Write the protocol.`,
    concerns: unitsOf(state, classesSelected(state, policy)),
    fixes: fixInRule(
      ask,
      policy,
      bare,
      isDns ? t`Add UDP 53` : t`Write protocol: ${protocol}`,
      (sheet, rule) => {
        const ports = listIn(rule, 'ports');
        if (isDns) return ports && appendItem(sheet, ports, { protocol, port });
        const item = itemOf(ports, bare.at);
        return item && setEntry(sheet, item, 'protocol', protocol, 'port');
      },
    ),
  };
}
