import { t } from '../../../language/t';
import { formatAddress } from '../../model/address';
import type { NetworkPolicy, PodPeer, Rule } from '../../model/policy';
import { NAMESPACE_NAME_LABEL } from '../../model/cluster';
import type { Evaluated } from '../../evaluate/evaluated';
import type { DocumentFix, Found, Inquiry, PolicyCheck } from '../check';
import { appendItem } from '../edit';
import { API_SERVER_PORT, selectsApiServer } from '../lookup/apiServer';
import { classesSelected, podsMatched, unitsOf, workloadsOf } from '../lookup/classes';
import { declaredBy } from '../lookup/declared';
import { hostWorkloadsOf } from '../lookup/hostWorkloads';
import { opensNumber } from '../lookup/openedPorts';
import { pages } from '../lookup/pages';
import { replaceItem } from '../lookup/replaceItem';
import { podPeersOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { fixInRule, listIn } from '../lookup/written';

/** Egress to the API server by labels, or to the namespace its Service is in. */
export const apiServerSelected: PolicyCheck = {
  code: 'api-server-selected',
  severity: 'info',
  docs: pages.apiFromPod,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy)
      .filter(({ type }) => type === 'Egress')
      .flatMap((placed) =>
        podPeersOf(placed.rule)
          .filter(
            (peer) =>
              selectsApiServer(peer.podSelector) || meansItsService(policy, peer, placed.rule, ask.state),
          )
          .map((peer) => foundAt(policy, placed, peer, ask)),
      ),
};

const HTTPS = 443;

/** The Service `kubernetes` is in `default`, and nobody there listens on its port. */
function meansItsService(
  { namespace }: NetworkPolicy,
  { namespaceSelector, podSelector, range }: PodPeer,
  { ports }: Rule,
  state: Evaluated,
): boolean {
  const isDefault = namespaceSelector?.requirements.some(
    ({ key, values }) => key === NAMESPACE_NAME_LABEL && values.length === 1 && values[0] === 'default',
  );
  const isAnyPod = podSelector === null || podSelector.requirements.length === 0;
  const lists = ports.some(({ port }) => port === HTTPS || port === API_SERVER_PORT);
  if (!isDefault || !isAnyPod || !lists || namespace === 'default') return false;
  const peers = [{ kind: 'pods' as const, namespaceSelector, podSelector, range }];
  const pods = workloadsOf(state, podsMatched(state, { peers, ports, range }, namespace));
  return !ports.some(
    ({ protocol, port }) => port !== null && declaredBy(state, pods).count(protocol, port) > 0,
  );
}

function foundAt(policy: NetworkPolicy, placed: PlacedRule, peer: PodPeer, ask: Inquiry): Found {
  const { state } = ask;
  return {
    object: policy,
    range: peer.range,
    message: t`The API server cannot be selected: it is no pod of the pod network.`,
    explanation: t`The API server runs on the network of its machine (or is run for you), and its Service kubernetes in default leads to that machine’s address, usually on port ${API_SERVER_PORT}. No selector matches it, nor does the address of the Service. Allow the addresses that "kubectl get endpoints kubernetes" shows, with an ipBlock and their port.`,
    concerns: unitsOf(state, classesSelected(state, policy)),
    fixes: fixesFor(policy, placed, peer, ask),
  };
}

/** When the manifests show one API server: its address, and its port beside that of the Service. */
function fixesFor(
  policy: NetworkPolicy,
  placed: PlacedRule,
  peer: PodPeer,
  ask: Inquiry,
): readonly DocumentFix[] {
  const hosts = hostWorkloadsOf(ask.state.space.cluster).get('kube-system')?.hosts ?? [];
  const servers = hosts.filter(({ pod }) => pod.labels.get('component') === 'kube-apiserver');
  const addresses = servers.flatMap(({ pod }) => pod.addresses.filter(({ family }) => family === 4));
  const [address, another] = addresses;
  if (address === undefined || another !== undefined) return [];
  const cidr = `${formatAddress(address)}/32`;
  return fixInRule(ask, policy, placed, t`Allow ${cidr}`, (sheet, rule) => {
    const peers = listIn(rule, 'to');
    const edits = peers && replaceItem(sheet, peers, placed.rule.peers.indexOf(peer), { ipBlock: { cidr } });
    if (edits === null || opensNumber(placed.rule.ports, 'TCP', API_SERVER_PORT)) return edits;
    const ports = listIn(rule, 'ports');
    const added = ports && appendItem(sheet, ports, { protocol: 'TCP', port: API_SERVER_PORT });
    return added && [...edits, ...added];
  });
}
