import type { NetworkPolicy, Peer, PolicyType, Rule } from '../model/policy';
import { writtenPort } from './checkWords';
import { peerPhrase, podsPhrase } from './sentences';

/** So many rules of one direction are told in a sentence. */
const TOLD_IN_SENTENCE = 3;

/** All wording about what the cursor stands in; who is concerned comes first, those with the widest scope at the front. */
export const placeWords = {
  policy: (policy: NetworkPolicy): string => {
    const ways = policy.policyTypes.map((type) => directionPhrase(policy, type));
    return `${policy.name}: ${subjectPhrase(policy)} ${ways.join(', and ')}.`;
  },
  rule: (policy: NetworkPolicy, type: PolicyType, rule: Rule): string =>
    capital(`${subjectPhrase(policy)} ${verb(type)} ${rulePhrase(policy, type, rule)}.`) +
    effect(policy, type),
  peer: (policy: NetworkPolicy, type: PolicyType, rule: Rule, peer: Peer, who: string): string =>
    `${capital(ofNamespace(peerPhrase(peer), policy))}: ${who}. ${gives(policy, type, rule)}`,
  selector: (field: string, selector: string, who: string): string => `${field} ${selector} selects ${who}.`,
  peerSelector: (policy: NetworkPolicy, type: PolicyType, rule: Rule, selected: string): string =>
    `${selected} ${gives(policy, type, rule)}`,
  namespaces: (names: readonly string[]): string =>
    names.length === 0
      ? 'no namespace here'
      : names.length <= TOLD_IN_SENTENCE
        ? listed(names)
        : counted(names.length, 'namespace'),
  port: (policy: NetworkPolicy, type: PolicyType, rule: Rule, written: string, note: string | null): string =>
    capital(`${subjectPhrase(policy)} ${verb(type)} ${peersPhrase(policy, type, rule)} on ${written}.`) +
    (note === null ? '' : ` ${capital(note)}.`) +
    effect(policy, type),
} as const;

/** "web and api", "14 pods of shop", "14 pods of 2 namespaces", "nobody here" */
export function countPhrase(
  names: readonly string[],
  namespaces: ReadonlySet<string>,
  pods: number,
  outside: readonly string[],
): string {
  const inside =
    names.length > 0 && names.length <= TOLD_IN_SENTENCE
      ? listed(names)
      : `${counted(pods, 'pod')} of ${namespaces.size === 1 ? listed([...namespaces]) : counted(namespaces.size, 'namespace')}`;
  const parts = [
    ...(names.length === 0 ? [] : [inside]),
    ...(outside.length === 0
      ? []
      : [outside.length > TOLD_IN_SENTENCE ? 'addresses outside' : listed(outside)]),
  ];
  return parts.length === 0 ? 'nobody here' : listed(parts);
}

/** "every pod of shop" */
export function subjectPhrase({ podSelector, namespace }: NetworkPolicy): string {
  const pods = podsPhrase(podSelector);
  return podSelector.requirements.length === 0 ? `${pods} of ${namespace}` : `${pods} in ${namespace}`;
}

function directionPhrase(policy: NetworkPolicy, type: PolicyType): string {
  const rules = [...(type === 'Ingress' ? policy.ingress : policy.egress)].sort(
    (a, b) => scope(a) - scope(b),
  );
  if (rules.length === 0) return `${verb(type)} nothing`;
  const told = rules.slice(0, TOLD_IN_SENTENCE).map((rule) => rulePhrase(policy, type, rule));
  const left = rules.length - told.length;
  const more = left === 0 ? '' : `; and ${counted(left, 'more rule')}`;
  return `${verb(type)} ${told.join('; ')}${more}`;
}

function rulePhrase(policy: NetworkPolicy, type: PolicyType, rule: Rule): string {
  const ports = rule.ports.length === 0 ? 'every port' : portsPhrase(rule);
  return `${peersPhrase(policy, type, rule)} on ${ports}`;
}

function peersPhrase(policy: NetworkPolicy, type: PolicyType, { peers }: Rule): string {
  if (peers.length === 0) return type === 'Ingress' ? 'from anywhere' : 'to anywhere';
  const told = peers.slice(0, TOLD_IN_SENTENCE).map((peer) => ofNamespace(peerPhrase(peer), policy));
  const left = peers.length - told.length;
  const all = left === 0 ? told : [...told, `${String(left)} more`];
  return `${type === 'Ingress' ? 'from' : 'to'} ${all.join(' or ')}`;
}

function portsPhrase({ ports }: Rule): string {
  const told = ports.slice(0, TOLD_IN_SENTENCE + 1).map(writtenPort);
  const left = ports.length - told.length;
  return [...told, ...(left === 0 ? [] : [`${String(left)} more`])].join(', ');
}

/** "the same namespace" is one people know by name. */
function ofNamespace(phrase: string, { namespace }: NetworkPolicy): string {
  return phrase.replace('the same namespace', namespace);
}

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

function verb(type: PolicyType): string {
  return type === 'Ingress' ? 'may receive' : 'may send';
}

/** What the pods of a policy may do with a peer that was named already. */
function gives(policy: NetworkPolicy, type: PolicyType, rule: Rule): string {
  const where = type === 'Ingress' ? 'from there' : 'there';
  const ports = rule.ports.length === 0 ? 'every port' : portsPhrase(rule);
  return capital(`${subjectPhrase(policy)} ${verb(type)} ${where} on ${ports}.`) + effect(policy, type);
}

function effect({ policyTypes }: NetworkPolicy, type: PolicyType): string {
  return policyTypes.includes(type) ? '' : ` It has no effect: policyTypes does not list ${type}.`;
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
