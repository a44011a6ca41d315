import { n, t } from '../../../language/t';
import { Match } from '../../compile/match';
import { matchKnown } from '../../compile/matchKnown';
import { namespaceIn } from '../../model/cluster';
import { matchesLabels } from '../../model/matchesLabels';
import type { ClusterPod } from '../../model/cluster';
import type { LabelSelector, NetworkPolicy, PodPeer, PolicyType, Rule } from '../../model/policy';
import type { Range } from '../../source';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { selectsApiServer } from '../lookup/apiServer';
import { classesSelected, podsMatched, workloadsOf } from '../lookup/classes';
import { hostWorkloadsOf, type HostWorkload } from '../lookup/hostWorkloads';
import { opensNumber } from '../lookup/openedPorts';
import { pages } from '../lookup/pages';
import { podPeersOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { namesOf } from '../lookup/words';

/**
 * Selectors whose labels fit pods on the host network, which policies neither select nor match: those that are meant for
 * them each, and once of a policy those that mostly are for ordinary pods.
 */
export const hostNetwork: PolicyCheck = {
  code: 'host-network',
  severity: 'warning',
  docs: pages.hostNetwork,
  looksAt: 'policy',
  find: (policy, ask) => {
    if (hostWorkloadsOf(ask.state.space.cluster).size === 0) return [];
    const fits = [
      ...fitOfSubject(policy, ask),
      ...rulesInForce(policy).flatMap((placed) =>
        podPeersOf(placed.rule).flatMap((peer) => fitOfPeer(policy, placed, peer, ask)),
      ),
    ];
    const meant = fits.filter(({ isMeant }) => isMeant);
    if (meant.length > 0) return meant.map((fit) => foundAt(policy, fit, fit.hosts, ask));
    const [first] = fits;
    if (first === undefined) return [];
    const all = fits.flatMap(({ hosts, type }) => (type === first.type ? hosts : []));
    return [foundAt(policy, first, [...new Set(all)], ask)];
  },
};

/** A selector with the host pods its labels fit. */
interface Fit {
  readonly range: Range;
  /** Of the rule it is a peer in; null: it says whom the policy is about. */
  readonly type: PolicyType | null;
  readonly hosts: readonly HostWorkload[];
  /** Named by a selector that fits few others. */
  readonly isMeant: boolean;
}

const nobody = { hosts: [], others: 0 };

function fitOfSubject(policy: NetworkPolicy, { state }: Inquiry): readonly Fit[] {
  const { podSelector, namespace } = policy;
  const there = hostWorkloadsOf(state.space.cluster).get(namespace) ?? nobody;
  const hosts = fitting(podSelector, there.hosts);
  if (hosts.length === 0) return [];
  const others = workloadsOf(state, classesSelected(state, policy)).length;
  const isMeant = isEmpty(podSelector) ? others === 0 : others <= hosts.length;
  return [{ range: podSelector.range, type: null, hosts, isMeant }];
}

function fitOfPeer(
  { namespace }: NetworkPolicy,
  { type, rule }: PlacedRule,
  peer: PodPeer,
  { state }: Inquiry,
): readonly Fit[] {
  const { namespaceSelector, podSelector, range } = peer;
  // The API server is a case of its own.
  if (selectsApiServer(podSelector)) return [];
  const { cluster } = state.space;
  const hosts = [...hostWorkloadsOf(cluster)].flatMap(([name, there]) => {
    const isThere =
      namespaceSelector === null
        ? name === namespace
        : matchKnown(namespaceSelector, namespaceIn(cluster, name)) === Match.yes;
    return isThere ? fitting(podSelector, there.hosts) : [];
  });
  if (hosts.length === 0) return [];
  const others = workloadsOf(state, podsMatched(state, { ...rule, peers: [peer] }, namespace)).length;
  // A namespace that is selected whole is meant for its host pods when it has no others.
  const isNamed = namespaceSelector !== null && !isEmpty(namespaceSelector);
  const isMeant = isEmpty(podSelector) ? isNamed && others === 0 : others <= hosts.length;
  if (isMeant || type === 'Ingress') return [{ range, type, hosts, isMeant }];
  // Whoever listens on none of the ports is not among those who are to be called.
  const called = hosts.filter(({ pod }) => mayListen(pod, rule));
  return called.length === 0 ? [] : [{ range, type, hosts: called, isMeant }];
}

function mayListen({ ports: declared }: ClusterPod, { ports }: Rule): boolean {
  if (declared.length === 0) return ports.length === 0;
  return declared.some(
    ({ protocol, port, name }) =>
      opensNumber(ports, protocol, port) ||
      ports.some((one) => one.port === name && name !== null && one.protocol === protocol),
  );
}

function foundAt(policy: NetworkPolicy, fit: Fit, hosts: readonly HostWorkload[], { state }: Inquiry): Found {
  const concerns = hosts.flatMap(({ index }) => state.units.workloads[index] ?? []);
  const names = namesOf(concerns);
  return {
    object: policy,
    range: fit.range,
    severity: fit.isMeant ? 'warning' : 'info',
    message:
      fit.type === null
        ? n(
            concerns.length,
          )`${policy.name} has no effect on ${names}: it uses the network of the node.|${policy.name} has no effect on ${names}: they use the network of the node.`
        : n(
            concerns.length,
          )`Selectors do not match ${names}: it uses the network of the node.|Selectors do not match ${names}: they use the network of the node.`,
    explanation: explanationOf(fit.type),
    concerns,
    fixes: [],
  };
}

function explanationOf(type: PolicyType | null): string {
  switch (type) {
    case null:
      return t`A pod with hostNetwork: true has its node’s address, and to the network its traffic is the node’s. Network plugins ignore such pods when a podSelector matches them, so nothing here is closed or opened for them. Take hostNetwork away where it is not needed, or protect the node by other means.`;
    case 'Ingress':
      return t`A pod with hostNetwork: true has its node’s address, so a connection from it is one from the node, and no podSelector or namespaceSelector matches that. This peer lets nothing through for it. Name the addresses of the nodes with an ipBlock.`;
    case 'Egress':
      return t`A pod with hostNetwork: true has its node’s address, so a connection to it is one to the node, and no podSelector or namespaceSelector matches that. This peer lets nothing through for it. Name the addresses of the nodes with an ipBlock.`;
  }
}

function fitting(selector: LabelSelector | null, hosts: readonly HostWorkload[]): readonly HostWorkload[] {
  return selector === null ? hosts : hosts.filter(({ pod }) => matchesLabels(selector, pod.labels));
}

function isEmpty(selector: LabelSelector | null): boolean {
  return selector === null || selector.requirements.length === 0;
}
