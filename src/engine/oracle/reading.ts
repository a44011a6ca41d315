import type { CniProfile } from '../answer';
import type { Labels, NamespaceObject, NodeObject, PodObject, Protocol } from '../model/objects';
import type {
  IpBlockPeer,
  LabelSelector,
  NetworkPolicy,
  Peer,
  PodPeer,
  PolicyPort,
  PolicyType,
  Requirement,
  Rule,
} from '../model/policy';
import { blockSpan, loopback, meets, without } from './address';
import type { Span } from './address';
import { all, any, truth, whatever } from './truth';
import type { Truth } from './truth';

/** A pod as far as policies can see it. */
export type OraclePod = Pick<
  PodObject,
  | 'namespace'
  | 'name'
  | 'labels'
  | 'ports'
  | 'hostNetwork'
  | 'nodeName'
  | 'completed'
  | 'addresses'
  | 'hostAddresses'
> & {
  /** It stands for those of a DaemonSet, of which there is one on each node. */
  readonly isOnEachNode?: boolean;
  /** Keys of labels that it has with values that nobody knows. */
  readonly hidden?: readonly string[];
};

/** What there is. */
export interface OracleCluster {
  readonly namespaces: readonly NamespaceObject[];
  readonly pods: readonly OraclePod[];
  readonly policies: readonly NetworkPolicy[];
  readonly nodes?: readonly NodeObject[];
  /** Names of namespaces that are declared, but not so that the API server would take it. */
  readonly refused?: readonly string[];
}

/** One end of a connection: the pod, if it is one, and where its address may lie. */
export interface End {
  readonly pod: OraclePod | null;
  readonly spans: readonly Span[];
}

/** One connection attempt, in one address family. */
export interface Attempt {
  readonly cluster: OracleCluster;
  readonly cni: CniProfile;
  readonly source: End;
  readonly destination: End;
  readonly protocol: Protocol;
  readonly port: number;
}

/** The rules of the specification, one sentence each; a test may replace one to see what depends on it. */
export interface Reading {
  passes(attempt: Attempt): Truth;
  side(attempt: Attempt, type: PolicyType): Truth;
  exists(pod: OraclePod): boolean;
  isSubject(pod: OraclePod): boolean;
  isOwnAddress(attempt: Attempt): boolean;
  isOwnNode(attempt: Attempt): Truth;
  isolates(policy: NetworkPolicy, type: PolicyType): boolean;
  selects(policy: NetworkPolicy, pod: OraclePod): boolean;
  rule(attempt: Attempt, policy: NetworkPolicy, type: PolicyType, rule: Rule): Truth;
  peers(attempt: Attempt, policy: NetworkPolicy, type: PolicyType, peers: readonly Peer[]): Truth;
  podPeer(attempt: Attempt, policy: NetworkPolicy, type: PolicyType, peer: PodPeer): boolean;
  /** The addresses it stands for, as far as they count for the far end. */
  blockPeer(attempt: Attempt, type: PolicyType, peer: IpBlockPeer): readonly Span[];
  ports(attempt: Attempt, ports: readonly PolicyPort[]): boolean;
  portEntry(attempt: Attempt, entry: PolicyPort): boolean;
  selector(selector: LabelSelector, labels: Labels): boolean;
  requirement(requirement: Requirement, labels: Labels): boolean;
  namespaceLabels(cluster: OracleCluster, namespace: string): Labels;
}

/** The end the policies of this type look out at. */
export const far = (attempt: Attempt, type: PolicyType): End =>
  type === 'Ingress' ? attempt.source : attempt.destination;

/** The end the policies of this type protect. */
const near = (attempt: Attempt, type: PolicyType): End =>
  type === 'Ingress' ? attempt.destination : attempt.source;

/** A block with its holes cut out. */
export function pieces(block: Span, holes: readonly Span[]): readonly Span[] {
  return holes.reduce<readonly Span[]>((rest, hole) => rest.flatMap((r) => without(r, hole)), [block]);
}

/** All, none or some of the addresses in `spans` lie in one of the pieces. */
export function coverage(spans: readonly Span[], inside: readonly Span[]): Truth {
  if (!spans.some((span) => inside.some((piece) => meets(span, piece)))) return 'no';
  const uncovered = inside.reduce((rest, piece) => rest.flatMap((r) => without(r, piece)), [...spans]);
  return uncovered.length === 0 ? 'yes' : 'maybe';
}

/** The network policy API read aloud; `change` replaces sentences. */
export function readingWith(change: (base: Reading) => Partial<Reading>): Reading {
  /** What one side says when just these policies select it. */
  const sideOf = (attempt: Attempt, type: PolicyType, applied: readonly NetworkPolicy[]): Truth => {
    if (applied.length === 0) return 'yes';
    const rules = applied.flatMap((policy) =>
      (type === 'Ingress' ? policy.ingress : policy.egress).map((rule) => ({ policy, rule })),
    );
    const peers = rules.flatMap(({ rule }) => rule.peers);
    const answers = placesOf(far(attempt, type), peers).map((place) =>
      any(rules.map(({ policy, rule }) => r.rule(seenAt(attempt, type, place), policy, type, rule))),
    );
    if (answers.every((answer) => answer === 'yes')) return 'yes';
    return answers.every((answer) => answer === 'no') ? 'no' : 'maybe';
  };
  const base: Reading = {
    passes: (attempt) => {
      if (attempt.cni === 'none' || r.isOwnAddress(attempt)) return 'yes';
      return any([r.isOwnNode(attempt), all([r.side(attempt, 'Egress'), r.side(attempt, 'Ingress')])]);
    },
    side: (attempt, type) => {
      const { pod } = near(attempt, type);
      if (pod === null || !r.isSubject(pod)) return 'yes';
      const isolating = attempt.cluster.policies.filter((p) => r.isolates(p, type));
      const selectors = isolating.map(({ podSelector }) => podSelector);
      const answers = guises(pod, selectors).map((guise) =>
        sideOf(
          attempt,
          type,
          isolating.filter((p) => r.selects(p, guise)),
        ),
      );
      if (answers.every((answer) => answer === 'yes')) return 'yes';
      return answers.every((answer) => answer === 'no') ? 'no' : 'maybe';
    },
    exists: (pod) => !pod.completed,
    isSubject: (pod) => !pod.hostNetwork,
    isOwnAddress: ({ source, destination: { pod, spans } }) => {
      if (source.pod === null) return false;
      const isLoopback = spans.some((span) => loopback.some((own) => meets(own, span)));
      return source.pod === pod || (pod === null && isLoopback);
    },
    isOwnNode: ({ source, destination, cluster, cni }) =>
      any([
        onOneNode(source, destination, cluster),
        cni === 'cilium' ? 'no' : onOneNode(destination, source, cluster),
      ]),
    isolates: (policy, type) => policy.policyTypes.includes(type),
    selects: (policy, pod) =>
      policy.namespace === pod.namespace && r.selector(policy.podSelector, pod.labels),
    rule: (attempt, policy, type, rule) =>
      all([
        rule.peers.length === 0 ? 'yes' : r.peers(attempt, policy, type, rule.peers),
        truth(rule.ports.length === 0 || r.ports(attempt, rule.ports)),
      ]),
    peers: (attempt, policy, type, peers) =>
      any([
        ...peers.map((peer) =>
          peer.kind === 'pods'
            ? whatever(
                disguised(attempt, type, peer)
                  .flatMap((one) => conceivable(one, type, peer))
                  .map((one) => r.podPeer(one, policy, type, peer)),
              )
            : 'no',
        ),
        // Together: several blocks may hold every address the end can have, though none of them does.
        coverage(
          far(attempt, type).spans,
          peers.flatMap((peer) => (peer.kind === 'ipBlock' ? r.blockPeer(attempt, type, peer) : [])),
        ),
      ]),
    podPeer: (attempt, policy, type, peer) => {
      const { pod } = far(attempt, type);
      if (pod === null || pod.hostNetwork) return false;
      const inNamespace =
        peer.namespaceSelector === null
          ? pod.namespace === policy.namespace
          : r.selector(peer.namespaceSelector, r.namespaceLabels(attempt.cluster, pod.namespace));
      return inNamespace && (peer.podSelector === null || r.selector(peer.podSelector, pod.labels));
    },
    blockPeer: (attempt, type, peer) => {
      if (attempt.cni === 'cilium' && isInCluster(far(attempt, type), attempt.cluster)) return [];
      return pieces(blockSpan(peer.cidr), peer.except.map(blockSpan));
    },
    ports: (attempt, ports) => ports.some((entry) => r.portEntry(attempt, entry)),
    portEntry: ({ destination, protocol, port }, entry) => {
      if (entry.protocol !== protocol) return false;
      if (entry.port === null) return true;
      if (typeof entry.port === 'number') return entry.port <= port && port <= (entry.endPort ?? entry.port);
      if (destination.pod === null || destination.pod.hostNetwork) return false;
      return destination.pod.ports.some(
        (declared) =>
          declared.name === entry.port && declared.protocol === protocol && declared.port === port,
      );
    },
    selector: (selector, labels) =>
      selector.requirements.every((requirement) => r.requirement(requirement, labels)),
    requirement: ({ key, operator, values }, labels) => {
      const value = labels.get(key);
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
      }
    },
    namespaceLabels: (cluster, namespace) => {
      const written = cluster.namespaces.find(({ name }) => name === namespace)?.labels ?? [];
      return new Map([...written, ['kubernetes.io/metadata.name', namespace]]);
    },
  };
  const r: Reading = { ...base, ...change(base) };
  return r;
}

/** Where an end may be, cut up so that no block holds only a part of any place. */
function placesOf({ spans }: End, peers: readonly Peer[]): readonly Span[] {
  const edges = peers.flatMap((peer) =>
    peer.kind === 'ipBlock' ? [peer.cidr, ...peer.except].map(blockSpan) : [],
  );
  return edges.reduce<readonly Span[]>(
    (places, edge) =>
      places.flatMap((place) => {
        const outside = without(place, edge);
        const inside = outside.reduce<readonly Span[]>(
          (rest, part) => rest.flatMap((r) => without(r, part)),
          [place],
        );
        return [...outside, ...inside];
      }),
    spans,
  );
}

/** The attempt as it is if the far end is there. */
function seenAt(attempt: Attempt, type: PolicyType, place: Span): Attempt {
  const end = { ...far(attempt, type), spans: [place] };
  return type === 'Ingress' ? { ...attempt, source: end } : { ...attempt, destination: end };
}

/** The attempt with every set of labels the namespace of the far pod may have, as far as the peer tells them apart. */
function conceivable(attempt: Attempt, type: PolicyType, peer: PodPeer): readonly Attempt[] {
  const { cluster } = attempt;
  const name = far(attempt, type).pod?.namespace;
  const isUnknown =
    name !== undefined &&
    cluster.refused?.includes(name) === true &&
    !cluster.namespaces.some((declared) => declared.name === name);
  if (!isUnknown) return [attempt];
  const asked = peer.namespaceSelector?.requirements ?? [];
  let all: readonly (readonly (readonly [string, string])[])[] = [[]];
  for (const key of new Set(asked.map((requirement) => requirement.key))) {
    const named = asked.filter((requirement) => requirement.key === key).flatMap(({ values }) => values);
    const ways = [[], ...[...named, 'yet-another'].map((value) => [[key, value] as const])];
    all = all.flatMap((labels) => ways.map((way) => [...labels, ...way]));
  }
  const range = { start: 0, end: 0 };
  return all.map((labels) => ({
    ...attempt,
    cluster: {
      ...cluster,
      namespaces: [
        ...cluster.namespaces,
        { kind: 'Namespace', name, labels: new Map(labels), nameRange: range, range },
      ],
    },
  }));
}

/** The pod with every set of values its hidden labels may have, as far as the selectors tell them apart. */
function guises(pod: OraclePod, selectors: readonly LabelSelector[]): readonly OraclePod[] {
  let all: readonly OraclePod[] = [pod];
  for (const key of pod.hidden ?? []) {
    const asked = selectors.flatMap(({ requirements }) => requirements.filter((one) => one.key === key));
    const values = [...asked.flatMap((one) => one.values), 'yet-another'];
    all = all.flatMap((one) =>
      values.map((value) => ({ ...one, labels: new Map([...one.labels, [key, value]]) })),
    );
  }
  return all;
}

/** The attempt with every guise of the far pod that the peer tells apart. */
function disguised(attempt: Attempt, type: PolicyType, { podSelector }: PodPeer): readonly Attempt[] {
  const end = far(attempt, type);
  if (end.pod === null || podSelector === null) return [attempt];
  return guises(end.pod, [podSelector]).map((pod) => {
    const seen = { ...end, pod };
    return type === 'Ingress' ? { ...attempt, source: seen } : { ...attempt, destination: seen };
  });
}

/** `host` is the node that `pod` runs on, as a pod of the host's network or as a bare address. */
function onOneNode(host: End, { pod }: End, cluster: OracleCluster): Truth {
  if (pod === null || host.pod?.hostNetwork === false) return 'no';
  if (pod.isOnEachNode || host.pod?.isOnEachNode) {
    // Of its pods one is there, and the others are not.
    return !pod.hostNetwork && isInCluster(host, cluster) ? 'maybe' : 'no';
  }
  if (host.pod !== null) return truth(host.pod.nodeName !== null && host.pod.nodeName === pod.nodeName);
  return truth(host.spans.every((span) => nodeSpans(cluster, pod).some((own) => meets(own, span))));
}

/** Addresses known to be those of the node a pod runs on. */
function nodeSpans(cluster: OracleCluster, pod: OraclePod): Span[] {
  const node = cluster.nodes?.find(({ name }) => name === pod.nodeName);
  return [...pod.hostAddresses, ...(node?.addresses ?? [])].map((text) =>
    blockSpan(`${text}${text.includes(':') ? '/128' : '/32'}`),
  );
}

/** A pod or a node of the cluster. */
function isInCluster(end: End, cluster: OracleCluster): boolean {
  if (end.pod !== null) return true;
  const addresses = [
    ...(cluster.nodes ?? []).flatMap((node) => node.addresses),
    ...cluster.pods.flatMap((pod) => pod.hostAddresses),
  ];
  return addresses
    .map((text) => blockSpan(`${text}${text.includes(':') ? '/128' : '/32'}`))
    .some((own) => end.spans.some((span) => meets(own, span)));
}
