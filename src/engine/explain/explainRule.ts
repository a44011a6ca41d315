import { TOLD_PEERS, TOLD_PORTS, type RuleExplanation } from '../answer';
import type { PortExplanation } from '../evidence';
import { Match } from '../compile/match';
import { PortSets, type PortSetId } from '../compile/portSet';
import { portsOf } from '../compile/rulePorts';
import type { Evaluated } from '../evaluate/evaluated';
import { grantedPorts } from '../evaluate/row';
import type { ContainerPort } from '../model/objects';
import type { NetworkPolicy, Peer, PolicyPort, PolicyType, Rule } from '../model/policy';
import { explainPeer } from './checkPeer';
import { checkWords, writtenPort } from './checkWords';
import { matchOf } from './matchOf';
import type { OtherEnd } from './otherEnd';
import { peerPhrase } from './phrases';
import { portText } from './portText';
import { doubts, ruleSentence, togetherSentence } from './sentences';

/** What a rule gives a pair, before it is told. */
export interface Gift {
  readonly rule: Rule;
  /** Position among the policy's rules of that direction. */
  readonly index: number;
  readonly match: Match;
  readonly ports: PortSetId;
  /** 3 grants something, 2 matches but grants nothing, 1 may match, 0 does not. */
  readonly rank: number;
}

/** Of a rule that may match, what it and others like it grant wherever the other end is. */
export function certainPorts({ sets }: Evaluated, { match, ports }: Gift, together: PortSetId): PortSetId {
  return match === Match.maybe ? sets.intersect(ports, together) : ports;
}

/** `declared`: the container ports of an ingress side's own pods. */
export function giftOf(
  { space, sets }: Evaluated,
  type: PolicyType,
  policy: NetworkPolicy,
  rule: Rule,
  index: number,
  declared: readonly ContainerPort[] | null,
  face: number,
): Gift {
  const match = matchOf(space, rule.peers, policy.namespace, face);
  const ports = match === Match.no ? PortSets.none : grantedPorts(space, sets, rule, type, declared, face);
  const rank = match === Match.no ? 0 : match === Match.maybe ? 1 : ports === PortSets.none ? 2 : 3;
  return { rule, index, match, ports, rank };
}

/**
 * Tells one rule: who it is for, peer by peer, and which ports; `receiver` is the destination's name. `together`: what
 * all rules that may match grant wherever the other end is.
 */
export function explainRule(
  state: Evaluated,
  type: PolicyType,
  policy: NetworkPolicy,
  gift: Gift,
  together: PortSetId,
  declared: readonly ContainerPort[] | null,
  other: OtherEnd,
  receiver: string,
): RuleExplanation {
  const { space, sets, locate } = state;
  const { rule, index, match } = gift;
  const certain = certainPorts(state, gift, together);
  const isDoubtful = match === Match.maybe && certain === PortSets.none;
  const ports = isDoubtful ? gift.ports : certain;
  const field = type === 'Ingress' ? 'from' : 'to';
  const peers = rule.peers
    .map((peer, at) => ({ peer, at, match: matchOf(space, [peer], policy.namespace, other.face) }))
    .sort((a, b) => orderOf[a.match] - orderOf[b.match]);
  const [first] = peers;
  const peer = first !== undefined && first.match !== Match.no ? first.peer : null;
  const meant = match === Match.no ? rule.peers[0] : peer;
  return {
    path: `${type === 'Ingress' ? 'ingress' : 'egress'}[${String(index)}]`,
    place: locate(policy, rule.range),
    grants: portText(sets, ports),
    granted: match !== Match.no && certain !== PortSets.none,
    isDoubtful: isDoubtful && ports !== PortSets.none,
    peerPlace: match === Match.no || peer === null ? null : locate(policy, peer.range),
    sentence:
      match === Match.maybe && peer !== null
        ? isDoubtful
          ? doubtOf(peer, other)
          : togetherSentence(other.name, sets, certain)
        : ruleSentence(type, meant ? peerPhrase(meant, null) : null, sets, ports, match !== Match.no),
    peers: peers
      .slice(0, TOLD_PEERS)
      .map((one) => explainPeer(space, locate, policy, one.peer, `${field}[${String(one.at)}]`, other)),
    peerCount: peers.length,
    ports: rule.ports
      .slice(0, TOLD_PORTS)
      .map((port) =>
        explainPort(state, policy, port, receiver, type === 'Ingress' ? declared : declaredBy(other)),
      ),
    portCount: rule.ports.length,
  };
}

/** Why it is not known whether a peer matches. */
function doubtOf(peer: Peer, { name, pod }: OtherEnd): string {
  return peer.kind === 'ipBlock' ? doubts.address(name, peer.cidr) : doubts.labels(pod?.namespace ?? name);
}

/** `declared`: the container ports of the destination, by which a name is resolved. */
function explainPort(
  { sets, locate }: Evaluated,
  policy: NetworkPolicy,
  port: PolicyPort,
  receiver: string,
  declared: readonly ContainerPort[] | null,
): PortExplanation {
  const grants = portsOf(sets, [port], declared);
  return {
    place: locate(policy, port.range),
    written: writtenPort(port),
    grants: portText(sets, grants),
    granted: grants !== PortSets.none,
    note:
      typeof port.port === 'string'
        ? checkWords.namedPort(receiver, port, sets, grants, declared !== null)
        : null,
  };
}

/** Of those that match before those that may, and those before the rest. */
const orderOf: Readonly<Record<Match, number>> = { [Match.yes]: 0, [Match.maybe]: 1, [Match.no]: 2 };

/** By which an egress rule's names of ports are resolved. */
function declaredBy({ pod }: OtherEnd): readonly ContainerPort[] | null {
  return pod === null || pod.hostNetwork ? null : pod.ports;
}
