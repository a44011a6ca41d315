import { t } from '../../language/t';
import { blockOf } from '../compile/addressRanges';
import { Match } from '../compile/match';
import { matchKnown } from '../compile/matchKnown';
import { nothingSelects } from '../compile/policyBook';
import type { Evaluated } from '../evaluate/evaluated';
import { doubts } from '../explain/sentences';
import { namespaceIn, type ClusterPod } from '../model/cluster';
import { matchesLabels } from '../model/matchesLabels';
import type { IpBlockPeer, Rule } from '../model/policy';
import { evaluateQuery, type Party } from '../query';
import { pairOf } from './pairOf';
import { step } from './step';
import type { AttemptStep } from './attempt';

const DNS_NAMESPACE = 'kube-system';
/** https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/ */
const DNS_LABELS: ReadonlyMap<string, string> = new Map([['k8s-app', 'kube-dns']]);
const DNS_PORT = 53;

/** May the pod ask the cluster's DNS? Every lookup begins with UDP; TCP is for answers that are too long. */
export function dnsStep(state: Evaluated, from: Party, pod: ClusterPod): AttemptStep {
  const server = state.space.cluster.pods.find(
    ({ namespace, labels }) =>
      namespace === DNS_NAMESPACE && labels.get('k8s-app') === DNS_LABELS.get('k8s-app'),
  );
  if (server) {
    const to = { pod: `${server.namespace}/${server.name}` };
    const answer = evaluateQuery(state, { from, to, protocol: 'UDP', port: DNS_PORT });
    const pair = pairOf(state, from, to);
    switch (answer.verdict) {
      case 'allow':
        return step('dns', 'pass', t`The name is looked up: DNS (UDP 53) can be reached.`, null, pair);
      case 'deny':
        return step('dns', 'stop', t`The name cannot be looked up: ${answer.reason}`, null, pair);
      case 'unknown':
        return step(
          'dns',
          'doubt',
          t`Whether the name can be looked up is not decided: ${answer.reason}`,
          null,
          pair,
        );
    }
  }
  return withoutServer(state, pod);
}

/** The manifests do not show the DNS server: it is taken to be where every cluster has it. */
function withoutServer(state: Evaluated, pod: ClusterPod): AttemptStep {
  const { space, rows } = state;
  const index = space.cluster.pods.indexOf(pod);
  const row = rows.Egress[space.classOfPod[index] ?? 0];
  const { policies, perhaps, rejected, unsupported } = row?.selecting ?? nothingSelects;
  const assumed = t`DNS is not among the manifests; it is taken to be kube-dns in kube-system.`;
  const opening = policies.flatMap(({ namespace, egress }) =>
    egress.flatMap((rule) => (opensDnsPort(rule) ? [{ rule, namespace }] : [])),
  );
  const selected = opening.map(({ rule, namespace }) => selectsDns(rule, namespace, state));
  // Together: each of several rules may hold only some of the addresses it can have.
  const addressed = holdsDns(
    opening.flatMap(({ rule }) => rule.peers.filter((peer) => peer.kind === 'ipBlock')),
    state,
  );
  const isOpened = selected.includes(Match.yes) || addressed === Match.yes;
  // As for any pair: a policy that is refused could isolate or allow more, one of another kind could do anything.
  const reasons = [
    ...unsupported.flatMap(({ policyKind, name, isAboutOutside }) =>
      isAboutOutside ? [] : doubts.unsupported(policyKind, name),
    ),
    ...(isOpened ? [] : perhaps.map((policy) => doubts.perhaps(policy.name, pod.name))),
    ...(isOpened ? [] : rejected.map(({ name }) => doubts.rejected(name))),
  ];
  if (reasons.length > 0) {
    const reason = reasons.join(' ');
    return step('dns', 'doubt', t`Whether the name can be looked up is not decided: ${reason} ${assumed}`);
  }
  if (policies.length === 0)
    return step('dns', 'pass', t`The name is looked up: nothing stops egress. ${assumed}`);
  if (isOpened) return step('dns', 'pass', t`The name is looked up: egress to DNS is allowed. ${assumed}`);
  if (selected.includes(Match.maybe)) {
    const reason = doubts.labels(DNS_NAMESPACE);
    return step('dns', 'doubt', t`Whether the name can be looked up is not decided: ${reason} ${assumed}`);
  }
  if (addressed === Match.maybe) {
    return step('dns', 'doubt', t`Whether an ipBlock holds the address of DNS is not known. ${assumed}`);
  }
  const [first] = policies;
  const place = first ? state.locate(first, first.nameRange) : null;
  const names = policies.map(({ name }) => name).join(', ');
  return step(
    'dns',
    'stop',
    t`The name cannot be looked up: egress is closed by ${names}, and no rule opens UDP 53 to DNS. ${assumed}`,
    place,
  );
}

function opensDnsPort({ ports }: Rule): boolean {
  if (ports.length === 0) return true;
  return ports.some(({ protocol, port, endPort }) => {
    if (protocol !== 'UDP') return false;
    // CoreDNS names its ports so everywhere.
    if (port === null || port === 'dns') return true;
    return typeof port === 'number' && port <= DNS_PORT && DNS_PORT <= (endPort ?? port);
  });
}

/** A rule without peers is for everyone. */
function selectsDns({ peers }: Rule, namespace: string, { space }: Evaluated): Match {
  const own = namespaceIn(space.cluster, DNS_NAMESPACE);
  const matches = peers.map((peer): Match => {
    if (peer.kind === 'ipBlock') return Match.no;
    if (peer.podSelector !== null && !matchesLabels(peer.podSelector, DNS_LABELS)) return Match.no;
    if (peer.namespaceSelector !== null) return matchKnown(peer.namespaceSelector, own);
    return namespace === DNS_NAMESPACE ? Match.yes : Match.no;
  });
  if (peers.length === 0 || matches.includes(Match.yes)) return Match.yes;
  return matches.includes(Match.maybe) ? Match.maybe : Match.no;
}

function holdsDns(blocks: readonly IpBlockPeer[], { space }: Evaluated): Match {
  if (blocks.length === 0) return Match.no;
  const match = space.ofUnknownPod(blocks);
  // Who opens a link-local address means the cache on each node; whether there is one is not shown either.
  return match === Match.no && blocks.some(isLinkLocal) ? Match.maybe : match;
}

/** https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/ */
function isLinkLocal(peer: IpBlockPeer): boolean {
  const ranges = blockOf(peer);
  return (
    ranges.length > 0 &&
    ranges.every(({ family, first, last }) => family === 4 && first >= 0xa9fe0000n && last <= 0xa9feffffn)
  );
}
