import { t } from '../../../language/t';
import type { NetworkPolicy, PodPeer, PolicyPort, Rule } from '../../model/policy';
import { NAMESPACE_NAME_LABEL } from '../../model/cluster';
import type { Evaluated } from '../../evaluate/evaluated';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { appendItem } from '../edit';
import { API_SERVER_PORT, apiServerFixes, isApiService, selectsApiServer } from '../lookup/apiServer';
import { classesSelected, podsMatched, unitsOf, workloadsOf } from '../lookup/classes';
import { saidOf } from '../lookup/comments';
import { declaredBy } from '../lookup/declared';
import { opensNumber } from '../lookup/openedPorts';
import { pages } from '../lookup/pages';
import { blocksOf, podPeersOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { fixInRule, listIn } from '../lookup/written';

/** Egress to the API server by labels, to the namespace its Service is in, or on the port of that Service alone. */
export const apiServerSelected: PolicyCheck = {
  code: 'api-server-selected',
  severity: 'info',
  docs: pages.apiFromPod,
  looksAt: 'policy',
  find: (policy, ask) => {
    const rules = rulesInForce(policy).filter(({ type }) => type === 'Egress');
    const selected = rules.flatMap((placed) =>
      podPeersOf(placed.rule)
        .filter(
          (peer) =>
            selectsApiServer(peer.podSelector) || meansItsService(policy, peer, placed.rule, ask.state),
        )
        .map((peer) => selectedAt(policy, placed, peer, ask)),
    );
    return selected.length > 0 ? selected : onItsServicePort(policy, rules, ask);
  },
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

function selectedAt(policy: NetworkPolicy, placed: PlacedRule, peer: PodPeer, ask: Inquiry): Found {
  const { state } = ask;
  return {
    object: policy,
    range: peer.range,
    message: t`The API server cannot be selected: it is no pod of the pod network.`,
    explanation: t`The API server runs on the network of its machine (or is run for you), and its Service kubernetes in default leads to that machine’s address, usually on port ${API_SERVER_PORT}. No selector matches it, nor does the address of the Service. Allow the addresses that "kubectl get endpoints kubernetes" shows, with an ipBlock and their port.`,
    concerns: unitsOf(state, classesSelected(state, policy)),
    fixes: apiServerFixes(policy, placed, peer, ask),
  };
}

/** How people call it. */
const NAMES_IT =
  /\b(?:(?:kube-?|k8s[- ]?|kubernetes[- ]?)api\b|(?:kube-?|k8s[- ]?|kubernetes[- ]?)?api[- ]?server\b)/i;

/** A policy that speaks of the API server, and opens 443 of addresses but nowhere the port behind it. */
function onItsServicePort(
  policy: NetworkPolicy,
  rules: readonly PlacedRule[],
  ask: Inquiry,
): readonly Found[] {
  if (rules.some(({ rule }) => opensNumber(rule.ports, 'TCP', API_SERVER_PORT))) return [];
  const { state } = ask;
  const placed = rules.find(({ rule }) => isForAddresses(rule, state) && rule.ports.every(isHttps));
  const [port] = placed?.rule.ports ?? [];
  if (placed === undefined || port === undefined || !NAMES_IT.test(saidOf(policy, ask))) return [];
  return [
    {
      object: policy,
      range: port.range,
      message: t`Port ${HTTPS} is that of the API server’s Service; the API server itself usually listens on ${API_SERVER_PORT}.`,
      explanation: t`A policy sees a connection after the Service kubernetes was translated: the address and the port of the machine behind it. With kubeadm and most others that is port ${API_SERVER_PORT}; where the API server is run for you it may be ${HTTPS}. "kubectl get endpoints kubernetes" shows both.`,
      concerns: unitsOf(state, classesSelected(state, policy)),
      fixes: fixInRule(ask, policy, placed, t`Open ${API_SERVER_PORT} as well`, (sheet, rule) => {
        const ports = listIn(rule, 'ports');
        return ports && appendItem(sheet, ports, { protocol: 'TCP', port: API_SERVER_PORT });
      }),
    },
  ];
}

function isHttps({ protocol, port, endPort }: PolicyPort): boolean {
  return protocol === 'TCP' && port === HTTPS && endPort === null;
}

/** Pods are somebody's own API, and the address of the Service is another trap. */
function isForAddresses(rule: Rule, { space }: Evaluated): boolean {
  return (
    podPeersOf(rule).length === 0 && !blocksOf(rule).some(({ cidr }) => isApiService(space.cluster, cidr))
  );
}
