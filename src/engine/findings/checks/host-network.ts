import { n, t } from '../../../language/t';
import { Match } from '../../compile/match';
import { matchKnown } from '../../compile/matchKnown';
import { namespaceIn } from '../../model/cluster';
import { matchesLabels } from '../../model/matchesLabels';
import type { LabelSelector, NetworkPolicy, PodPeer, PolicyType } from '../../model/policy';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { selectsApiServer } from '../lookup/apiServer';
import { hostWorkloadsOf, type HostWorkload } from '../lookup/hostWorkloads';
import { pages } from '../lookup/pages';
import { podPeersOf, rulesInForce } from '../lookup/rules';
import { namesOf } from '../lookup/words';

/** A selector that is meant for pods on the host network, which policies neither select nor match. */
export const hostNetwork: PolicyCheck = {
  code: 'host-network',
  severity: 'warning',
  docs: pages.hostNetwork,
  looksAt: 'policy',
  find: (policy, ask) => {
    if (hostWorkloadsOf(ask.state.space.cluster).size === 0) return [];
    const peers = rulesInForce(policy).flatMap(({ type, rule }) =>
      podPeersOf(rule).flatMap((peer) => findAtPeer(policy, peer, type, ask)),
    );
    return [...findAtSubject(policy, ask), ...peers];
  },
};

const nobody = { hosts: [], others: 0 };

/** Everything of a namespace is not said of its host pods in particular, unless there are no others. */
function findAtSubject(policy: NetworkPolicy, ask: Inquiry): readonly Found[] {
  const { state } = ask;
  const { hosts, others } = hostWorkloadsOf(state.space.cluster).get(policy.namespace) ?? nobody;
  const meant = meantBy(policy.podSelector, hosts, others === 0);
  if (meant.length === 0) return [];
  const concerns = meant.flatMap(({ index }) => state.units.workloads[index] ?? []);
  const names = namesOf(concerns);
  return [
    {
      object: policy,
      range: policy.podSelector.range,
      message: n(
        concerns.length,
      )`${policy.name} has no effect on ${names}: it uses the network of the node.|${policy.name} has no effect on ${names}: they use the network of the node.`,
      explanation: t`A pod with hostNetwork: true has its node’s address, and to the network its traffic is the node’s. Network plugins ignore such pods when a podSelector matches them, so nothing here is closed or opened for them. Take hostNetwork away where it is not needed, or protect the node by other means.`,
      concerns,
      fixes: [],
    },
  ];
}

function findAtPeer(policy: NetworkPolicy, peer: PodPeer, type: PolicyType, ask: Inquiry): readonly Found[] {
  // The API server is a case of its own.
  if (selectsApiServer(peer.podSelector)) return [];
  const { state } = ask;
  const { cluster } = state.space;
  const meant: HostWorkload[] = [];
  for (const [name, { hosts, others }] of hostWorkloadsOf(cluster)) {
    const { namespaceSelector, podSelector } = peer;
    const isThere =
      namespaceSelector === null
        ? name === policy.namespace
        : matchKnown(namespaceSelector, namespaceIn(cluster, name)) === Match.yes;
    // A namespace that is selected whole is meant for its host pods when it has no others.
    const isNamed = namespaceSelector !== null && namespaceSelector.requirements.length > 0;
    if (isThere) meant.push(...meantBy(podSelector, hosts, isNamed && others === 0));
  }
  if (meant.length === 0) return [];
  const concerns = meant.flatMap(({ index }) => state.units.workloads[index] ?? []);
  const names = namesOf(concerns);
  return [
    {
      object: policy,
      range: peer.range,
      message: n(
        concerns.length,
      )`Selectors do not match ${names}: it uses the network of the node.|Selectors do not match ${names}: they use the network of the node.`,
      explanation:
        type === 'Ingress'
          ? t`A pod with hostNetwork: true has its node’s address, so a connection from it is one from the node, and no podSelector or namespaceSelector matches that. This peer lets nothing through for it. Name the addresses of the nodes with an ipBlock.`
          : t`A pod with hostNetwork: true has its node’s address, so a connection to it is one to the node, and no podSelector or namespaceSelector matches that. This peer lets nothing through for it. Name the addresses of the nodes with an ipBlock.`,
      concerns,
      fixes: [],
    },
  ];
}

function meantBy(
  selector: LabelSelector | null,
  hosts: readonly HostWorkload[],
  meansAll: boolean,
): readonly HostWorkload[] {
  if (selector === null || selector.requirements.length === 0) return meansAll ? hosts : [];
  return hosts.filter(({ pod }) => matchesLabels(selector, pod.labels));
}
