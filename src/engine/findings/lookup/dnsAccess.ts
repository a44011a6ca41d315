import { parseCidr } from '../../model/address';
import { NAMESPACE_NAME_LABEL, namespaceIn } from '../../model/cluster';
import { matchesLabels } from '../../model/matchesLabels';
import type { NetworkPolicy, Peer, PodPeer, Rule } from '../../model/policy';
import { Match } from '../../compile/match';
import { matchKnown } from '../../compile/matchKnown';
import type { Evaluated } from '../../evaluate/evaluated';
import type { Row } from '../../evaluate/row';
import { podsMatched, workloadsOf } from './classes';
import { declaredBy } from './declared';
import {
  DNS_PORT,
  OPENSHIFT_DNS,
  OPENSHIFT_DNS_PORT,
  dnsServerOf,
  SYSTEM,
  usualDns,
  type DnsServer,
} from './dnsServers';

/** maybe: it depends on what the manifests do not say. */
export type Answer = 'yes' | 'maybe' | 'no';

/** Whether the pods of a row may ask the cluster's DNS; of its own rules only, whatever DNS says to it. */
export function dnsAccess(state: Evaluated, row: Row, protocol: 'UDP' | 'TCP'): Answer {
  const { policies, perhaps, rejected } = row.selecting;
  const unsupported = row.selecting.unsupported.filter(({ isAboutOutside }) => !isAboutOutside);
  if (policies.length === 0) return unsupported.length > 0 ? 'maybe' : 'yes';
  const server = dnsServerOf(state);
  const seen = server.classes.length > 0 ? accessTo(state, row, protocol, server) : 'no';
  if (seen === 'yes') return 'yes';
  if (perhaps.length + rejected.length + unsupported.length > 0) return 'maybe';
  return best([
    seen,
    ...policies.flatMap((policy) => policy.egress.map((rule) => dnsByRule(state, policy, rule, protocol))),
  ]);
}

/** Whether one rule of a policy lets its pods ask the cluster's DNS. */
export function dnsByRule(
  state: Evaluated,
  { namespace }: NetworkPolicy,
  rule: Rule,
  protocol: 'UDP' | 'TCP',
): Answer {
  const server = dnsServerOf(state);
  const opening = openingOf(rule, protocol, server[protocol]);
  if (opening === 'no') return 'no';
  if (rule.peers.length === 0) return 'yes';
  return best(rule.peers.map((peer) => holds(state, server, peer, rule, namespace, opening)));
}

/** Each of the server's pods counts, for a client asks any of them. */
function accessTo({ space, sets }: Evaluated, row: Row, protocol: 'UDP' | 'TCP', server: DnsServer): Answer {
  const faces = server.classes.flatMap((id) => space.classes[id]?.faces ?? []);
  const port = server[protocol];
  if (faces.some(({ id }) => sets.has(row.definiteAt(id), protocol, port))) return 'yes';
  return faces.some(({ id }) => sets.has(row.possibleAt(id), protocol, port)) ? 'maybe' : 'no';
}

/** meant: the rule lists the port of DNS as such. */
function openingOf({ ports }: Rule, wanted: 'UDP' | 'TCP', target: number): 'meant' | 'yes' | 'no' {
  if (ports.length === 0) return 'yes';
  let opens: 'yes' | 'no' = 'no';
  for (const { protocol, port, endPort } of ports) {
    if (protocol !== wanted) continue;
    if (
      port === DNS_PORT ||
      port === OPENSHIFT_DNS_PORT ||
      port === target ||
      port === 'dns' ||
      port === 'dns-tcp'
    )
      return 'meant';
    if (port === null || (typeof port === 'number' && port <= target && target <= (endPort ?? port)))
      opens = 'yes';
  }
  return opens;
}

function holds(
  state: Evaluated,
  server: DnsServer,
  peer: Peer,
  rule: Rule,
  namespace: string,
  opening: 'meant' | 'yes',
): Answer {
  const isKnown = server.classes.length > 0;
  if (peer.kind === 'ipBlock') {
    // Whoever opens this port towards an address knows a resolver there.
    if (opening === 'meant') return 'maybe';
    if (isKnown || state.space.cni === 'cilium') return 'no';
    return parseCidr(peer.cidr)?.prefix === 0 ? 'yes' : 'maybe';
  }
  if (isKnown) return opening === 'meant' && listens(state, rule, namespace) ? 'maybe' : 'no';
  return best([holdsUnseen(state, peer, namespace, opening), mayHaveLabels(state, peer, opening)]);
}

/** The peers of the rule are pods that listen on the port: a resolver of their own. */
function listens(state: Evaluated, rule: Rule, namespace: string): boolean {
  const pods = workloadsOf(state, podsMatched(state, rule, namespace));
  const declared = declaredBy(state, pods);
  return declared.count('UDP', DNS_PORT) + declared.count('TCP', DNS_PORT) > 0;
}

/** Judged by what the DNS of nearly every cluster looks like. */
function holdsUnseen(
  { space }: Evaluated,
  { namespaceSelector, podSelector }: PodPeer,
  namespace: string,
  opening: 'meant' | 'yes',
): Answer {
  const ofNamespace = namespaceSelector && matchKnown(namespaceSelector, namespaceIn(space.cluster, SYSTEM));
  const isThere = ofNamespace === null ? namespace === SYSTEM : ofNamespace !== Match.no;
  if (!isThere) return 'no';
  if (podSelector === null || matchesLabels(podSelector, usualDns.labels)) {
    return ofNamespace === Match.maybe ? 'maybe' : 'yes';
  }
  return opening === 'meant' ? 'maybe' : 'no';
}

/** Namespaces that are not declared may have more labels than their name, and DNS may be elsewhere. */
function mayHaveLabels(
  { space }: Evaluated,
  { namespaceSelector }: PodPeer,
  opening: 'meant' | 'yes',
): Answer {
  if (opening !== 'meant' || namespaceSelector === null) return 'no';
  if (matchesLabels(namespaceSelector, new Map([[NAMESPACE_NAME_LABEL, OPENSHIFT_DNS]]))) return 'maybe';
  const declared = space.cluster.namespaces.get(SYSTEM)?.object ?? null;
  return declared === null ? 'maybe' : 'no';
}

function best(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('maybe') ? 'maybe' : 'no';
}
