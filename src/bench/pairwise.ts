import { matchesLabels } from '../engine/model/matchesLabels';
import type { Labels, PodObject, Protocol } from '../engine/model/objects';
import type { NetworkPolicy, Peer, PolicyPort, PolicyType } from '../engine/model/policy';
import type { Inhabitants } from './inhabitants';

/** What one side lets through: null: everything; else the port lists of the rules that match, an empty list being every port. */
type Granted = readonly (readonly PolicyPort[])[] | null;

/** Both sides of one pair. */
export interface Pair {
  readonly egress: Granted;
  readonly ingress: Granted;
}

/**
 * The way most tools go: for every pair of pods, look at every policy of their namespaces and match labels. Says for
 * each pair what both sides let through; joining that is left out, which only makes this way look better.
 */
export class Pairwise {
  readonly #pods: readonly PodObject[];
  readonly #policies = new Map<string, NetworkPolicy[]>();
  readonly #namespaces: ReadonlyMap<string, Labels>;

  constructor({ pods, policies, namespaces }: Inhabitants) {
    this.#pods = pods;
    this.#namespaces = new Map(namespaces.map(({ name, labels }) => [name, labels]));
    for (const policy of policies) {
      const list = this.#policies.get(policy.namespace);
      if (list) list.push(policy);
      else this.#policies.set(policy.namespace, [policy]);
    }
  }

  /** Looks at the pairs of one source with all pods; returns how many of them are closed on one side at least. */
  ofSource(index: number): number {
    const source = this.#pods[index];
    if (!source) return 0;
    let closed = 0;
    for (const destination of this.#pods) {
      const { egress, ingress } = this.pair(source, destination);
      if (egress?.length === 0 || ingress?.length === 0) closed++;
    }
    return closed;
  }

  pair(source: PodObject, destination: PodObject): Pair {
    return {
      egress: this.#side(source, destination, 'Egress'),
      ingress: this.#side(destination, source, 'Ingress'),
    };
  }

  #side(pod: PodObject, other: PodObject, type: PolicyType): Granted {
    let granted: (readonly PolicyPort[])[] | null = null;
    for (const policy of this.#policies.get(pod.namespace) ?? []) {
      if (!policy.policyTypes.includes(type) || !matchesLabels(policy.podSelector, pod.labels)) continue;
      granted ??= [];
      for (const { peers, ports } of type === 'Ingress' ? policy.ingress : policy.egress) {
        if (peers.length === 0 || peers.some((peer) => this.#isPeer(peer, policy, other)))
          granted.push(ports);
      }
    }
    return granted;
  }

  /** The generated blocks hold no address of a pod. */
  #isPeer(peer: Peer, { namespace }: NetworkPolicy, pod: PodObject): boolean {
    if (peer.kind === 'ipBlock') return false;
    const labels = this.#namespaces.get(pod.namespace);
    const inNamespace =
      peer.namespaceSelector === null
        ? pod.namespace === namespace
        : labels !== undefined && matchesLabels(peer.namespaceSelector, labels);
    return inNamespace && (peer.podSelector === null || matchesLabels(peer.podSelector, pod.labels));
  }
}

/** Whether a pair lets one port of the destination through. */
export function admits({ egress, ingress }: Pair, to: PodObject, protocol: Protocol, port: number): boolean {
  const admitted = (granted: Granted): boolean =>
    granted === null ||
    granted.some((ports) => ports.length === 0 || ports.some((one) => isPort(one, to, protocol, port)));
  return admitted(egress) && admitted(ingress);
}

function isPort(one: PolicyPort, to: PodObject, protocol: Protocol, port: number): boolean {
  if (one.protocol !== protocol) return false;
  if (one.port === null) return true;
  if (typeof one.port === 'number') return one.port <= port && port <= (one.endPort ?? one.port);
  return to.ports.some((own) => own.name === one.port && own.protocol === protocol && own.port === port);
}
