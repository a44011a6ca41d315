import { t } from '../../language/t';
import { Tone } from '../answer';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { PairPorts } from '../evaluate/pair';
import type { LabelSelector, PolicyType, Requirement } from '../model/policy';
import { allOf, oneOf } from './lists';
import { portText } from './portText';

/** All wording about verdicts. Everything here is derived from evidence, so it cannot disagree with the picture. */

export function pairSentence(
  tone: Tone,
  from: string,
  to: string,
  sets: PortSets,
  { definite, egress, ingress }: PairPorts,
  isEnforced: boolean,
): string {
  const ports = portText(sets, definite);
  switch (tone) {
    case Tone.none:
      return t`${from} and ${to} are not a pair that policies decide about.`;
    case Tone.open:
      if (!isEnforced) return t`${from} can reach ${to} on every port: the plugin enforces no policy.`;
      return t`${from} can reach ${to} on every port: nothing decides this, no policy selects either end.`;
    case Tone.allowed:
      return t`${from} can reach ${to} on every port.`;
    case Tone.partial:
      return t`${from} can reach ${to} on ${ports}, and on nothing else.`;
    case Tone.blockedEgress:
      return t`${from} cannot reach ${to}: its egress policies let nothing out to it.`;
    case Tone.blockedIngress:
      return ingress === PortSets.none
        ? t`${from} cannot reach ${to}: the ingress policies of ${to} let nothing in from it.`
        : t`${from} cannot reach ${to}: what may leave (${portText(sets, egress)}) and what may enter (${portText(sets, ingress)}) have no port in common.`;
    case Tone.unknown:
      return definite === PortSets.none
        ? t`Whether ${from} can reach ${to} cannot be said.`
        : t`${from} can reach ${to} on ${ports}; the rest cannot be said.`;
  }
}

/** Why these ports are shut, whatever passes on others or cannot be said. */
export function shutSentence(
  from: string,
  to: string,
  sets: PortSets,
  { egress, ingress }: Pick<PairPorts, 'egress' | 'ingress'>,
  shut: PortSetId,
): string {
  const ports = portText(sets, shut);
  if (sets.intersect(egress, shut) === PortSets.none)
    return t`${from} cannot reach ${to} on ${ports}: its egress policies do not let that out to it.`;
  return sets.intersect(ingress, shut) === PortSets.none
    ? t`${from} cannot reach ${to} on ${ports}: the ingress policies of ${to} do not let that in from it.`
    : t`${from} cannot reach ${to} on ${ports}: nothing of it may both leave and enter.`;
}

export function sideSentence(
  type: PolicyType,
  subject: string,
  isolated: boolean,
  sets: PortSets,
  passes: PortSetId,
): string {
  const isEgress = type === 'Egress';
  if (!isolated) {
    return isEgress
      ? t`No policy selects ${subject} for egress: everything may leave.`
      : t`No policy selects ${subject} for ingress: everything may enter.`;
  }
  if (passes === PortSets.none) {
    return isEgress
      ? t`${subject} is isolated for egress and no rule lets this through.`
      : t`${subject} is isolated for ingress and no rule lets this through.`;
  }
  const ports = portText(sets, passes);
  return isEgress
    ? t`${subject} is isolated for egress; its rules let ${ports} leave.`
    : t`${subject} is isolated for ingress; its rules let ${ports} enter.`;
}

/** Of a side of which it cannot be said whether it lets anything through. */
export function unsureSideSentence(type: PolicyType, subject: string, isolated: boolean): string {
  if (type === 'Egress')
    return isolated
      ? t`${subject} is isolated for egress; whether this may leave cannot be said.`
      : t`Whether ${subject} is isolated for egress cannot be said.`;
  return isolated
    ? t`${subject} is isolated for ingress; whether this may enter cannot be said.`
    : t`Whether ${subject} is isolated for ingress cannot be said.`;
}

/** Where the plugin enforces nothing, whoever is selected. */
export const notEnforcedSentence = (type: PolicyType): string =>
  type === 'Egress'
    ? t`The plugin enforces no policy: everything may leave.`
    : t`The plugin enforces no policy: everything may enter.`;

/** Of an end that is no pod. */
export const outsideSideSentence = (type: PolicyType, subject: string): string =>
  type === 'Egress'
    ? t`Policies decide about pods only: ${subject} may send anything.`
    : t`Policies decide about pods only: ${subject} may receive anything.`;

/** Of a policy that isolates in a direction and has no rule for it. */
export const noRuleSentence = (type: PolicyType): string =>
  type === 'Egress'
    ? t`It has no egress rule: it isolates, and lets nothing out.`
    : t`It has no ingress rule: it isolates, and lets nothing in.`;

export const hostNetworkSentence = (subject: string): string =>
  t`${subject} uses its node's network: policies neither select it nor see its labels.`;

export const ownNodeSentence = (type: PolicyType, pod: string, node: string): string =>
  type === 'Egress'
    ? t`${node} is the node ${pod} runs on: traffic from a pod to its own node always passes.`
    : t`${node} is the node ${pod} runs on: traffic to a pod from its own node always passes.`;

/** `peer`: whom it is for; null: anyone. */
export function ruleSentence(
  type: PolicyType,
  peer: string | null,
  sets: PortSets,
  grants: PortSetId,
  matched: boolean,
): string {
  const who = peer ?? t`anyone`;
  const isEgress = type === 'Egress';
  if (!matched) {
    return isEgress
      ? t`Allows to ${who}: that is not the other end here.`
      : t`Allows from ${who}: that is not the other end here.`;
  }
  if (grants === PortSets.none) {
    return isEgress
      ? t`Allows to ${who}, but on no port the destination has.`
      : t`Allows from ${who}, but on no port the destination has.`;
  }
  const ports = portText(sets, grants);
  return isEgress ? t`Allows ${ports} to ${who}.` : t`Allows ${ports} from ${who}.`;
}

/** Of a rule that holds only some of the addresses the other end may have. */
export const togetherSentence = (other: string, sets: PortSets, grants: PortSetId): string =>
  t`The address of ${other} is not known, but wherever it is, this rule or another allows ${portText(sets, grants)}.`;

/** "app=web and no label tier", as it follows "pods with"; empty: nothing is asked for. */
export const selectorPhrase = ({ requirements }: LabelSelector): string =>
  allOf(requirements.map((requirement) => requirementPhrase(requirement)));

function requirementPhrase({ key, operator, values }: Requirement): string {
  // An empty value would leave a hole in the sentence.
  const words = values.map((value) => (value === '' ? '""' : value));
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0] ?? ''}` : t`${key} one of ${words.join(', ')}`;
    case 'NotIn':
      return t`${key} not ${oneOf(words)}`;
    case 'Exists':
      return t`a label ${key}`;
    case 'DoesNotExist':
      return t`no label ${key}`;
  }
}

export const doubts = {
  rejected: (policy: string): string =>
    policy === ''
      ? t`A document that cannot be read may be a policy: what it would change is not known.`
      : t`The API server would refuse ${policy}: what the cluster enforces in its place is not known.`,
  perhaps: (policy: string, who: string): string =>
    t`${policy} selects pods by the value of a label that a controller writes: which one ${who} has is not known.`,
  ownLabels: (who: string): string =>
    t`A peer asks for the value of a label that a controller writes: which one ${who} has is not known.`,
  unsupported: (kind: string, policy: string): string =>
    t`${kind} ${policy} is not evaluated here and could change this.`,
  address: (name: string, block: string): string =>
    t`The address of ${name} is not known, so whether ${block} contains it is not either.`,
  labels: (namespace: string): string =>
    t`The API server would refuse namespace ${namespace} as it is declared, so what labels it has is not known.`,
  replicas: (): string => t`Not all pods of the two workloads are treated alike.`,
  families: (): string => t`IPv4 and IPv6 are treated differently.`,
  placement: (type: PolicyType): string =>
    type === 'Egress'
      ? t`Traffic from a pod to its own node always passes; here that holds for some of the pods only.`
      : t`Traffic to a pod from its own node always passes; here that holds for some of the pods only.`,
} as const;
