import { Tone } from '../answer';
import { NAMESPACE_NAME_LABEL } from '../model/cluster';
import type { LabelSelector, NetworkPolicy, Peer, PolicyType, Requirement } from '../model/policy';

/** All wording about verdicts. Everything here is derived from evidence, so it cannot disagree with the picture. */

export function pairSentence(
  tone: Tone,
  from: string,
  to: string,
  ports: string,
  sides: { readonly egress: string; readonly ingress: string },
): string {
  switch (tone) {
    case Tone.none:
      return `${from} and ${to} are not a pair that policies decide about.`;
    case Tone.open:
      return `${from} can reach ${to} on every port: nothing decides this, no policy selects either end.`;
    case Tone.allowed:
      return `${from} can reach ${to} on every port.`;
    case Tone.partial:
      return `${from} can reach ${to} on ${ports}, and on nothing else.`;
    case Tone.blockedEgress:
      return `${from} cannot reach ${to}: its egress policies let nothing out to it.`;
    case Tone.blockedIngress:
      return sides.ingress === 'nothing'
        ? `${from} cannot reach ${to}: the ingress policies of ${to} let nothing in from it.`
        : `${from} cannot reach ${to}: what may leave (${sides.egress}) and what may enter (${sides.ingress}) have no port in common.`;
    case Tone.unknown:
      return ports === 'nothing'
        ? `Whether ${from} can reach ${to} cannot be said.`
        : `${from} can reach ${to} on ${ports}; the rest cannot be said.`;
  }
}

export function sideSentence(type: PolicyType, subject: string, isolated: boolean, passes: string): string {
  const way = type === 'Egress' ? 'leave' : 'enter';
  if (!isolated) return `No policy selects ${subject} for ${type.toLowerCase()}: everything may ${way}.`;
  return passes === 'nothing'
    ? `${subject} is isolated for ${type.toLowerCase()} and no rule lets this through.`
    : `${subject} is isolated for ${type.toLowerCase()}; its rules let ${passes} ${way}.`;
}

/** Of an end that is no pod. */
export const outsideSideSentence = (type: PolicyType, subject: string): string =>
  `Policies decide about pods only: ${subject} ${type === 'Egress' ? 'may send' : 'may receive'} anything.`;

/** Of a policy that isolates in a direction and has no rule for it. */
export const noRuleSentence = (type: PolicyType): string =>
  `It has no ${type.toLowerCase()} rule: it isolates, and lets nothing ${type === 'Egress' ? 'out' : 'in'}.`;

export const hostNetworkSentence = (subject: string): string =>
  `${subject} uses its node's network: policies neither select it nor see its labels.`;

export const ownNodeSentence = (pod: string, node: string): string =>
  `${node} is the node ${pod} runs on: traffic between a pod and its own node always passes.`;

export function ruleSentence(type: PolicyType, peer: Peer | null, grants: string, matched: boolean): string {
  const who = peer === null ? 'anyone' : peerPhrase(peer);
  const direction = type === 'Egress' ? 'to' : 'from';
  if (!matched) return `Allows ${direction} ${who}: that is not the other end here.`;
  return grants === 'nothing'
    ? `Allows ${direction} ${who}, but on no port the destination has.`
    : `Allows ${grants} ${direction} ${who}.`;
}

/** "pods with app=web in namespaces with team=shop" */
export function peerPhrase(peer: Peer): string {
  if (peer.kind === 'ipBlock') {
    return peer.except.length === 0 ? peer.cidr : `${peer.cidr} except ${peer.except.join(', ')}`;
  }
  const pods = peer.podSelector === null ? 'every pod' : podsPhrase(peer.podSelector);
  if (peer.namespaceSelector === null) return `${pods} of the same namespace`;
  const named = namespaceNamed(peer.namespaceSelector);
  if (named !== null) return `${pods} of ${named}`;
  return peer.namespaceSelector.requirements.length === 0
    ? `${pods} of any namespace`
    : `${pods} in namespaces with ${selectorPhrase(peer.namespaceSelector)}`;
}

/** The one namespace a selector asks for by its name; null: it asks for something else. */
function namespaceNamed({ requirements: [first, another] }: LabelSelector): string | null {
  if (first?.key !== NAMESPACE_NAME_LABEL || first.operator !== 'In' || another !== undefined) return null;
  const [name, other] = first.values;
  return other === undefined ? (name ?? null) : null;
}

/** "every pod", "pods with app=web" */
export function podsPhrase(selector: LabelSelector): string {
  return selector.requirements.length === 0 ? 'every pod' : `pods with ${selectorPhrase(selector)}`;
}

export function selectorPhrase({ requirements }: LabelSelector): string {
  return requirements.map((requirement) => requirementPhrase(requirement)).join(' and ');
}

function requirementPhrase({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0] ?? ''}` : `${key} one of ${values.join(', ')}`;
    case 'NotIn':
      return `${key} not ${values.join(' or ')}`;
    case 'Exists':
      return `a label ${key}`;
    case 'DoesNotExist':
      return `no label ${key}`;
  }
}

/** "deny-all selects every pod of shop for ingress and allows nothing." */
export function policySentence(policy: NetworkPolicy): string {
  const who =
    policy.podSelector.requirements.length === 0
      ? `every pod of ${policy.namespace}`
      : `${podsPhrase(policy.podSelector)} in ${policy.namespace}`;
  const parts = policy.policyTypes.map((type) => {
    const rules = type === 'Ingress' ? policy.ingress : policy.egress;
    const way = type === 'Ingress' ? 'in' : 'out';
    if (rules.length === 0) return `nothing ${way}`;
    if (rules.some((rule) => rule.peers.length === 0 && rule.ports.length === 0)) return `everything ${way}`;
    return `${String(rules.length)} ${rules.length === 1 ? 'kind' : 'kinds'} of traffic ${way}`;
  });
  return `${policy.name} selects ${who} and allows ${parts.join(' and ')}.`;
}

export const lockSentence = (name: string, type: PolicyType, policies: number): string =>
  policies === 0
    ? `No policy selects ${name} for ${type.toLowerCase()}: ${type === 'Ingress' ? 'anything may reach it' : 'it may reach anything'}, as far as the other side lets it.`
    : `${name} is isolated for ${type.toLowerCase()} by ${String(policies)} ${policies === 1 ? 'policy' : 'policies'}: only what they allow ${type === 'Ingress' ? 'gets in' : 'gets out'}.`;

/** Of several workloads told as one. */
export function foldedLockSentence(type: PolicyType, isolated: number, all: number): string {
  const way = type === 'Ingress' ? 'may be reached by anything' : 'may reach anything';
  const closed = `isolated for ${type.toLowerCase()}`;
  if (isolated === 0)
    return `None of its ${String(all)} is ${closed}: they ${way}, as far as the other side lets it.`;
  if (isolated === all) return `All of its ${String(all)} are ${closed}.`;
  return `${String(isolated)} of its ${String(all)} are ${closed}; the others ${way}, as far as the other side lets it.`;
}

export const doubts = {
  rejected: (policy: string): string =>
    policy === ''
      ? 'A document that cannot be read may be a policy: what it would change is not known.'
      : `The API server would refuse ${policy}: what the cluster enforces in its place is not known.`,
  unsupported: (kind: string, policy: string): string =>
    `${kind} ${policy} is not evaluated here and could change this.`,
  address: (name: string, block: string): string =>
    `The address of ${name} is not known, so whether ${block} contains it is not either.`,
  replicas: 'Not all pods of the two workloads are treated alike.',
  families: 'IPv4 and IPv6 are treated differently.',
  placement:
    'Traffic between a pod and its own node always passes; here that holds for some of the pods only.',
} as const;
