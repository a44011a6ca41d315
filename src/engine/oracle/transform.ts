import type { NamespaceObject } from '../model/objects';
import type { LabelSelector, NetworkPolicy, Peer, Rule } from '../model/policy';
import { blockSpan, without } from './address';
import type { Family, Span } from './address';
import type { RandomCluster } from './randomCluster';
import { selectorOf, nowhere } from './randomPolicy';

/** The rules of both directions rewritten. */
export function mapRules(
  policy: NetworkPolicy,
  change: (rules: readonly Rule[]) => readonly Rule[],
): NetworkPolicy {
  return { ...policy, ingress: change(policy.ingress), egress: change(policy.egress) };
}

/** Every peer replaced by the ones `change` makes of it. */
export const mapPeers = (
  policy: NetworkPolicy,
  change: (peer: Peer, policy: NetworkPolicy) => readonly Peer[],
): NetworkPolicy =>
  mapRules(policy, (rules) =>
    rules.map((rule) => ({ ...rule, peers: rule.peers.flatMap((peer) => change(peer, policy)) })),
  );

/** Everything a policy lists in the opposite order. */
export const reversed = (policy: NetworkPolicy): NetworkPolicy => ({
  ...mapRules(policy, (rules) =>
    rules
      .map((rule) => ({ ...rule, peers: rule.peers.toReversed(), ports: rule.ports.toReversed() }))
      .toReversed(),
  ),
  policyTypes: policy.policyTypes.toReversed(),
});

/** A rule of n peers and m ports as n·m rules of one each. */
export const split = (policy: NetworkPolicy): NetworkPolicy =>
  mapRules(policy, (rules) =>
    rules.flatMap((rule) => {
      const peers = rule.peers.length === 0 ? [[]] : rule.peers.map((peer) => [peer]);
      const ports = rule.ports.length === 0 ? [[]] : rule.ports.map((port) => [port]);
      return peers.flatMap((one) =>
        ports.map((other): Rule => ({ peers: one, ports: other, range: nowhere })),
      );
    }),
  );

/** A podSelector alone, with the own namespace written out. */
export function withOwnNamespace(peer: Peer, { namespace }: NetworkPolicy): readonly Peer[] {
  if (peer.kind === 'ipBlock' || peer.namespaceSelector !== null) return [peer];
  const own = {
    key: 'kubernetes.io/metadata.name',
    operator: 'In' as const,
    values: [namespace],
    range: nowhere,
  };
  return [{ ...peer, namespaceSelector: selectorOf(own) }];
}

/** A block with holes as the blocks that remain. */
export function withoutHoles(peer: Peer): readonly Peer[] {
  if (peer.kind === 'pods' || peer.except.length === 0) return [peer];
  const rest = peer.except.reduce(
    (spans, hole) => spans.flatMap((span) => without(span, blockSpan(hole))),
    [blockSpan(peer.cidr)],
  );
  return rest.flatMap(cidrs).map((cidr) => ({ kind: 'ipBlock', cidr, except: [], range: nowhere }));
}

/** The fewest CIDRs that make up a span. */
function cidrs({ family, first, last }: Span): readonly string[] {
  const bits = family === 4 ? 32 : 128;
  const found: string[] = [];
  for (let next = first; next <= last;) {
    let length = bits;
    while (length > 0) {
      const size = 2n ** BigInt(bits - length + 1);
      if (next % size !== 0n || next + size - 1n > last) break;
      length--;
    }
    found.push(`${addressText(next, family)}/${String(length)}`);
    next += 2n ** BigInt(bits - length);
  }
  return found;
}

function addressText(value: bigint, family: Family): string {
  const [count, size, base, sign] = family === 4 ? [4, 256n, 10, '.'] : [8, 65536n, 16, ':'];
  return Array.from({ length: count }, (_, index) => (value / size ** BigInt(count - 1 - index)) % size)
    .map((part) => part.toString(base))
    .join(sign);
}

/** Every namespace and pod under another name; selectors that ask for the name of a namespace follow. */
export function renamed(cluster: RandomCluster): RandomCluster {
  const value = (key: string, text: string): string =>
    key === 'kubernetes.io/metadata.name' ? newNamespace(text) : text;
  const selector = (one: LabelSelector): LabelSelector => ({
    ...one,
    requirements: one.requirements.map((requirement) => ({
      ...requirement,
      values: requirement.values.map((text) => value(requirement.key, text)),
    })),
  });
  const peer = (one: Peer): readonly Peer[] =>
    one.kind === 'ipBlock'
      ? [one]
      : [{ ...one, namespaceSelector: one.namespaceSelector && selector(one.namespaceSelector) }];
  return {
    nodes: cluster.nodes,
    refused: cluster.refused.map(newNamespace),
    namespaces: cluster.namespaces.map((one): NamespaceObject => {
      const labels = new Map([...one.labels].map(([key, text]) => [key, value(key, text)]));
      return { ...one, name: newNamespace(one.name), labels };
    }),
    pods: cluster.pods.map((pod) => ({
      ...pod,
      namespace: newNamespace(pod.namespace),
      name: newPod(pod.name),
    })),
    policies: cluster.policies.map((policy) => ({
      ...mapPeers(policy, peer),
      namespace: newNamespace(policy.namespace),
    })),
  };
}

/** x, y, z in another order of the alphabet. */
export const newNamespace = (name: string): string => ({ x: 'team-two', y: 'a', z: 'middle' })[name] ?? name;

/** Pods in the opposite order of the alphabet. */
export const newPod = (name: string): string => `r${String(9 - Number(name.slice(1)))}`;
