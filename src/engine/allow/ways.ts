import { protocols, firstPort, lastPort, PortSets, type PortSetId } from '../compile/portSet';
import type { AddressClass } from '../compile/space';
import type { Evaluated } from '../evaluate/evaluated';
import { rulesOf } from '../evaluate/row';
import type { Part } from '../explain/parts';
import type { Plain } from '../findings/edit';
import { narrowestOf } from '../findings/lookup/narrowest';
import { peersKey } from '../findings/lookup/written';
import { parseCidr, type Cidr } from '../model/address';
import { NAMESPACE_NAME_LABEL } from '../model/cluster';
import type { NetworkPolicy, PolicyType } from '../model/policy';
import type { Gate } from './gates';
import { tellingLabels } from './tellingLabels';

/** One way to open a gate. */
export type Way = AddedRule | AddedPolicy;

/** One more rule in a policy that selects the subject. */
export interface AddedRule {
  readonly kind: 'rule';
  readonly type: PolicyType;
  readonly policy: NetworkPolicy;
  readonly rule: Plain;
  /** The policy is there to shut a whole namespace, and is best left alone. */
  readonly widensDenial: boolean;
}

/** A policy of its own for the subject. */
export interface AddedPolicy {
  readonly kind: 'policy';
  readonly type: PolicyType;
  readonly namespace: string;
  /** What it would be called, if that name is free. */
  readonly name: string;
  readonly spec: Readonly<Record<string, Plain>>;
}

/** How the direction's rules are called in a policy's spec. */
export const rulesKey = (type: PolicyType): 'ingress' | 'egress' =>
  type === 'Ingress' ? 'ingress' : 'egress';

/** The ways to open a gate; whether they do, and what else they do, has to be tried. */
export function waysToOpen(state: Evaluated, gate: Gate): readonly Way[] {
  const { type, subject } = gate;
  const home = namespaceOf(subject);
  if (home === null) return [];
  const peers = peersFor(state, gate.other, home);
  if (peers.length === 0) return [];
  const rule: Plain = { [peersKey(type)]: peers, ports: portsFor(state, gate.ports) };
  const policy = policyToWiden(state, gate);
  const labels = tellingLabels(state.space.cluster, subject.named?.end.pods ?? []);
  const added: AddedPolicy = {
    kind: 'policy',
    type,
    namespace: home,
    name: nameFor(gate),
    spec: { podSelector: matching(labels), policyTypes: [type], [rulesKey(type)]: [rule] },
  };
  return policy
    ? [{ kind: 'rule', type, policy, rule, widensDenial: isDenial(policy, type) }, added]
    : [added];
}

/** Of those that select every pod of the subject that is isolated at all the narrowest. */
function policyToWiden(state: Evaluated, { type, subject }: Gate): NetworkPolicy | null {
  const lists = (subject.named?.end.classes ?? []).flatMap((id) => {
    const policies = state.rows[type][id]?.selecting.policies ?? [];
    return policies.length > 0 ? [policies] : [];
  });
  const [first = [], ...others] = lists;
  const all = first.filter((policy) => others.every((list) => list.includes(policy)));
  const opening = all.filter((policy) => !isDenial(policy, type));
  return narrowestOf(state, opening.length > 0 ? opening : all);
}

/** It selects everybody and lets nothing through: there to shut the namespace. */
function isDenial(policy: NetworkPolicy, type: PolicyType): boolean {
  return policy.podSelector.requirements.length === 0 && rulesOf(policy, type).length === 0;
}

function peersFor({ space }: Evaluated, other: Part, home: string): readonly Plain[] {
  const namespace = namespaceOf(other);
  if (namespace === null) {
    const group = space.external.find(({ id }) => id === other.named?.end.classes[0]);
    return group ? blocksFor(group, space.external) : [];
  }
  const podSelector = matching(tellingLabels(space.cluster, other.named?.end.pods ?? []));
  if (namespace === home) return [{ podSelector }];
  return [{ namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: namespace } }, podSelector }];
}

/** The addresses of one group: its CIDR, without the CIDRs in it that are groups of their own. */
function blocksFor({ cidr, ranges }: AddressClass, all: readonly AddressClass[]): readonly Plain[] {
  const families = new Set(ranges.map(({ family }) => family));
  const wholes =
    cidr === null ? [...families].map((family) => (family === 4 ? '0.0.0.0/0' : '::/0')) : [cidr];
  const written = all.flatMap((group) => {
    const block = group.cidr === null ? null : parseCidr(group.cidr);
    return block === null || group.cidr === null ? [] : [{ text: group.cidr, block }];
  });
  return wholes.map((text) => {
    const whole = parseCidr(text);
    const inside = written.filter(({ block }) => whole !== null && isInside(block, whole));
    const except = inside.filter(({ block }) => !inside.some((other) => isInside(block, other.block)));
    return {
      ipBlock: { cidr: text, except: except.length > 0 ? except.map((one) => one.text) : undefined },
    };
  });
}

const isInside = (a: Cidr, b: Cidr): boolean =>
  a.family === b.family && a.prefix > b.prefix && b.first <= a.first && a.last <= b.last;

/** Undefined: every port. */
function portsFor({ sets }: Evaluated, id: PortSetId): Plain | undefined {
  if (id === PortSets.all) return undefined;
  const ports = sets.get(id);
  return protocols.flatMap((protocol) =>
    ports[protocol].map(([port, endPort]): Plain => {
      if (port === firstPort && endPort === lastPort) return { protocol };
      return { protocol, port, endPort: endPort > port ? endPort : undefined };
    }),
  );
}

function matching(labels: ReadonlyMap<string, string>): Plain {
  return labels.size === 0 ? {} : { matchLabels: Object.fromEntries(labels) };
}

/** Null: outside the cluster. */
function namespaceOf({ facts }: Part): string | null {
  return facts.kind === 'external' || facts.kind === 'outside' ? null : facts.namespace;
}

/** `db-from-web`, in characters a name may have. */
function nameFor({ type, subject, other }: Gate): string {
  const name = `${subject.facts.name}-${type === 'Ingress' ? 'from' : 'to'}-${other.facts.name}`;
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, 60).replace(/^-+|-+$/g, '') || 'allowed';
}
