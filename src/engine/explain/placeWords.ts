import { n, t } from '../../language/t';
import type { NetworkPolicy, Peer, PolicyType, Rule } from '../model/policy';
import { writtenPort } from './checkWords';
import { listed, oneOf } from './lists';
import { peerAtStart, peerPhrase, subjectAtStart, subjectPhrase } from './phrases';

/** So many rules of one direction are told in a sentence. */
const TOLD_IN_SENTENCE = 3;

/** All wording about what the cursor stands in; who is concerned comes first, those with the widest scope at the front. */
export const placeWords = {
  policy: (policy: NetworkPolicy): string => {
    const { name, policyTypes } = policy;
    const who = subjectPhrase(policy);
    const [receives, sends] = [rulesPhrase(policy, 'Ingress'), rulesPhrase(policy, 'Egress')];
    if (!policyTypes.includes('Egress')) return t`${name}: ${who} may receive ${receives}.`;
    return policyTypes.includes('Ingress')
      ? t`${name}: ${who} may receive ${receives}, and may send ${sends}.`
      : t`${name}: ${who} may send ${sends}.`;
  },
  rule: (policy: NetworkPolicy, type: PolicyType, rule: Rule): string =>
    paragraph(grant(policy, type, rule, portsPhrase(rule)), effect(policy, type)),
  peer: (policy: NetworkPolicy, type: PolicyType, rule: Rule, peer: Peer, who: string): string =>
    paragraph(`${peerAtStart(peer, policy.namespace)}: ${who}.`, gives(policy, type, rule)),
  selector: (field: string, selector: string, who: string): string => t`${field} ${selector} selects ${who}.`,
  peerSelector: (policy: NetworkPolicy, type: PolicyType, rule: Rule, selected: string): string =>
    paragraph(selected, gives(policy, type, rule)),
  /** `possible`: of which not all labels are known. */
  namespaces: (certain: readonly string[], possible: readonly string[]): string => {
    const told = (names: readonly string[]): string =>
      names.length <= TOLD_IN_SENTENCE ? listed(names) : namespacesPhrase(names.length);
    if (possible.length === 0) return certain.length === 0 ? t`no namespace here` : told(certain);
    const others = told(possible);
    return certain.length === 0 ? t`perhaps ${others}` : t`${told(certain)}, and perhaps ${others}`;
  },
  port: (policy: NetworkPolicy, type: PolicyType, rule: Rule, written: string, note: string | null): string =>
    paragraph(
      grant(policy, type, rule, written),
      ...(note === null ? [] : [`${note}.`]),
      effect(policy, type),
    ),
} as const;

/** "web and api", "14 pods of shop", "14 pods of 2 namespaces", "nobody here" */
export function countPhrase(
  names: readonly string[],
  namespaces: ReadonlySet<string>,
  pods: number,
  outside: readonly string[],
): string {
  const parts: string[] = [];
  if (names.length > TOLD_IN_SENTENCE) {
    const [only = '', another] = namespaces;
    const where = another === undefined ? only : namespacesPhrase(namespaces.size);
    parts.push(n(pods)`${pods} pod of ${where}|${pods} pods of ${where}`);
  } else if (names.length > 0) parts.push(listed(names));
  if (outside.length > TOLD_IN_SENTENCE) parts.push(t`addresses outside`);
  else if (outside.length > 0) parts.push(listed(outside));
  return parts.length === 0 ? t`nobody here` : listed(parts);
}

const namespacesPhrase = (count: number): string => n(count)`${count} namespace|${count} namespaces`;

/** "from web on TCP 80; from anywhere on every port; and 2 more rules": what follows "may receive". */
function rulesPhrase(policy: NetworkPolicy, type: PolicyType): string {
  const rules = [...(type === 'Ingress' ? policy.ingress : policy.egress)].sort(
    (a, b) => scope(a) - scope(b),
  );
  if (rules.length === 0) return t`nothing`;
  const told = rules.slice(0, TOLD_IN_SENTENCE).map((rule) => rulePhrase(policy, type, rule));
  const left = rules.length - told.length;
  return [...told, ...(left === 0 ? [] : [n(left)`and ${left} more rule|and ${left} more rules`])].join('; ');
}

function rulePhrase(policy: NetworkPolicy, type: PolicyType, rule: Rule): string {
  const ports = portsPhrase(rule);
  const isIngress = type === 'Ingress';
  if (rule.peers.length === 0) return isIngress ? t`from anywhere on ${ports}` : t`to anywhere on ${ports}`;
  const peers = peersPhrase(policy, rule);
  return isIngress ? t`from ${peers} on ${ports}` : t`to ${peers} on ${ports}`;
}

/** What a rule lets the pods of its policy do. */
function grant(policy: NetworkPolicy, type: PolicyType, rule: Rule, ports: string): string {
  const who = subjectAtStart(policy);
  const isIngress = type === 'Ingress';
  if (rule.peers.length === 0) {
    return isIngress
      ? t`${who} may receive from anywhere on ${ports}.`
      : t`${who} may send to anywhere on ${ports}.`;
  }
  const peers = peersPhrase(policy, rule);
  return isIngress
    ? t`${who} may receive from ${peers} on ${ports}.`
    : t`${who} may send to ${peers} on ${ports}.`;
}

/** What the pods of a policy may do with a peer that was named already. */
function gives(policy: NetworkPolicy, type: PolicyType, rule: Rule): string {
  const who = subjectAtStart(policy);
  const ports = portsPhrase(rule);
  const sentence =
    type === 'Ingress'
      ? t`${who} may receive from there on ${ports}.`
      : t`${who} may send there on ${ports}.`;
  return paragraph(sentence, effect(policy, type));
}

function peersPhrase({ namespace }: NetworkPolicy, { peers }: Rule): string {
  const told = peers.slice(0, TOLD_IN_SENTENCE).map((peer) => peerPhrase(peer, namespace));
  return oneOf([...told, ...more(peers.length - told.length)]);
}

function portsPhrase({ ports }: Rule): string {
  if (ports.length === 0) return t`every port`;
  const told = ports.slice(0, TOLD_IN_SENTENCE + 1).map(writtenPort);
  return [...told, ...more(ports.length - told.length)].join(', ');
}

const more = (left: number): readonly string[] => (left === 0 ? [] : [n(left)`${left} more|${left} more`]);

/** The wider, the smaller. */
function scope({ peers }: Rule): number {
  if (peers.length === 0) return 0;
  return Math.min(
    ...peers.map((peer) => {
      if (peer.kind === 'ipBlock') return peer.cidr.endsWith('/0') ? 1 : 3;
      const asked = peer.podSelector?.requirements.length ?? 0;
      if (peer.namespaceSelector === null) return 4 + asked;
      return (peer.namespaceSelector.requirements.length === 0 ? 1 : 2) + asked;
    }),
  );
}

function effect({ policyTypes }: NetworkPolicy, type: PolicyType): string {
  return policyTypes.includes(type) ? '' : t`It has no effect: policyTypes does not list ${type}.`;
}

/** Sentences one after the other, without those that are empty. */
const paragraph = (...sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ');
