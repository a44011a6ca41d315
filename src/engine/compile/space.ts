import type { Address } from '../model/address';
import type { Cluster, ClusterPod } from '../model/cluster';
import type { CniProfile } from '../answer';
import type { ContainerPort } from '../model/objects';
import type { IpBlockPeer, LabelSelector, Peer, PodPeer } from '../model/policy';
import { blockKey, blockOf, contains, coverage, groupAddresses } from './addressRanges';
import type { AddressRange, Block } from './addressRanges';
import type { PolicyBook } from './policyBook';
import { matchesLabels } from '../model/matchesLabels';
import { selectorKey } from './selectorKey';

/** Pods no policy at hand can tell apart: same namespace, same labels and named ports as far as any policy asks. */
export interface PodClass {
  readonly kind: 'pods';
  readonly id: number;
  /** Any one of them; labels and ports of the others agree wherever a policy looks. */
  readonly example: ClusterPod;
  readonly faces: readonly Face[];
}

/** External addresses no policy at hand can tell apart. */
export interface AddressClass {
  readonly kind: 'external';
  readonly id: number;
  /** The smallest CIDR any policy names around it, canonical; null: no policy names one. */
  readonly cidr: string | null;
  /** What of that CIDR no smaller one takes. */
  readonly ranges: readonly AddressRange[];
  readonly faces: readonly Face[];
}

/**
 * One class as seen through one address family: what a peer can match. Pods with an address in both families have two,
 * for each may be treated differently.
 */
export interface Face {
  readonly id: number;
  readonly class: number;
  /** 0 for both at once (external addresses outside every block). */
  readonly family: 4 | 6 | 0;
}

/** Whether a peer matches a face. maybe: its address is not known. */
export const Match = { no: 0, yes: 1, maybe: 2 } as const;
export type Match = (typeof Match)[keyof typeof Match];

/** Who can send and receive, cut exactly as finely as the policies at hand look. */
export interface Space {
  readonly cluster: Cluster;
  readonly cni: CniProfile;
  readonly classes: readonly (PodClass | AddressClass)[];
  readonly faces: readonly Face[];
  /** Class of each of the cluster's pods. */
  readonly classOfPod: Uint32Array;
  /** Classes of external addresses, the one outside every block last. */
  readonly external: readonly AddressClass[];
  /** Every interval of the address space with the class it belongs to. */
  readonly intervals: readonly { readonly range: AddressRange; readonly class: number }[];
  /**
   * Per face the best match of any of the peers of one rule, which is written in a policy of `namespace`. No peers
   * match everyone. The array is kept: do not change it.
   */
  matchesOf(peers: readonly Peer[], namespace: string): Uint8Array;
}

/** Everything a Space depends on besides the cluster, as one string: equal keys, equal spaces. */
export function projectionKey(book: PolicyBook, cni: CniProfile): string {
  const { keys, portNames, blocks } = questionsOf(book);
  return JSON.stringify([
    cni,
    [...keys].sort(),
    [...portNames].sort(),
    blocks.map((block) => block.key).sort(),
  ]);
}

/** Label keys of pods that any selector asks for. */
export function podKeysOf(book: PolicyBook): ReadonlySet<string> {
  return questionsOf(book).keys;
}

interface Questions {
  readonly keys: ReadonlySet<string>;
  readonly portNames: ReadonlySet<string>;
  readonly blocks: readonly {
    readonly key: string;
    readonly peers: readonly IpBlockPeer[];
    readonly block: Block;
  }[];
}

function questionsOf({ policies, rejected }: PolicyBook): Questions {
  const keys = new Set<string>();
  const portNames = new Set<string>();
  const blocks = new Map<string, { key: string; peers: readonly IpBlockPeer[]; block: Block }>();
  const ask = (selector: LabelSelector | null): void => {
    for (const requirement of selector?.requirements ?? []) keys.add(requirement.key);
  };
  for (const policy of rejected) ask(policy.podSelector);
  for (const policy of policies) {
    ask(policy.podSelector);
    for (const rule of [...policy.ingress, ...policy.egress]) {
      for (const { port } of rule.ports) if (typeof port === 'string') portNames.add(port);
      for (const peer of rule.peers) if (peer.kind === 'pods') ask(peer.podSelector);
      const written = rule.peers.filter((peer) => peer.kind === 'ipBlock');
      // Each alone as well, for the retelling names the one that matches.
      for (const peers of [written, ...written.map((peer) => [peer])]) {
        const key = blockKey(peers);
        if (peers.length > 0) blocks.set(key, { key, peers, block: peers.flatMap(blockOf) });
      }
    }
  }
  const sorted = [...blocks.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { keys, portNames, blocks: sorted };
}

/** Groups pods and addresses into classes and prepares to say which peers match them. */
export function buildSpace(cluster: Cluster, book: PolicyBook, cni: CniProfile): Space {
  const questions = questionsOf(book);
  const keys = [...questions.keys].sort();
  const classes: (PodClass | AddressClass)[] = [];
  const faces: Face[] = [];
  /** Per block, the match of each face. */
  const blockMatches = questions.blocks.map((): number[] => []);

  const addFaces = (
    families: readonly (4 | 6 | 0)[],
    match: (block: Block, family: 4 | 6 | 0) => Match,
  ): Face[] => {
    const id = classes.length;
    return families.map((family) => {
      const face: Face = { id: faces.length, class: id, family };
      faces.push(face);
      questions.blocks.forEach(({ block }, index) => blockMatches[index]?.push(match(block, family)));
      return face;
    });
  };

  const classOfPod = new Uint32Array(cluster.pods.length);
  const known = new Map<string, number>();
  cluster.pods.forEach((pod, index) => {
    const families = familiesOf(pod);
    const states = families.map((family) =>
      questions.blocks.map(({ block }) => matchPodAddress(block, pod, family, cni)).join(''),
    );
    const key = JSON.stringify([
      pod.namespace,
      pod.hostNetwork ? null : keys.map((name) => pod.labels.get(name) ?? null),
      pod.hostNetwork ? null : askedPorts(pod.ports, questions.portNames),
      families,
      states,
    ]);
    let id = known.get(key);
    if (id === undefined) {
      id = classes.length;
      known.set(key, id);
      const own = addFaces(families, (block, family) => matchPodAddress(block, pod, family, cni));
      classes.push({ kind: 'pods', id, example: pod, faces: own });
    }
    classOfPod[index] = id;
  });

  const intervals: { range: AddressRange; class: number }[] = [];
  const external: AddressClass[] = [];
  for (const { cidr, ranges } of groupAddresses(questions.blocks.flatMap(({ peers }) => peers))) {
    const [sample] = ranges;
    const id = classes.length;
    const own = addFaces([0], (block) =>
      sample && contains(block, { family: sample.family, value: sample.first }) ? Match.yes : Match.no,
    );
    const group: AddressClass = { kind: 'external', id, cidr, ranges, faces: own };
    classes.push(group);
    external.push(group);
    for (const range of ranges) intervals.push({ range, class: id });
  }
  intervals.sort((a, b) => a.range.family - b.range.family || (a.range.first < b.range.first ? -1 : 1));

  const blockIndex = new Map(questions.blocks.map(({ key }, index) => [key, index]));
  const kept = new Map<string, Uint8Array>();
  const matchesOf = (peers: readonly Peer[], namespace: string): Uint8Array => {
    const pods = peers.filter((peer) => peer.kind === 'pods');
    const addresses = peers.filter((peer) => peer.kind === 'ipBlock');
    const block = addresses.length === 0 ? '' : blockKey(addresses);
    const key = [...pods.map((peer) => podPeerKey(peer, namespace)).sort(), block].join('\n');
    let matches = kept.get(key);
    if (!matches) {
      matches = new Uint8Array(faces.length);
      if (peers.length === 0) matches.fill(Match.yes);
      matches.set(blockMatches[blockIndex.get(block) ?? -1] ?? []);
      for (const peer of pods) markPods(matches, peer, namespace);
      kept.set(key, matches);
    }
    return matches;
  };
  const markPods = (matches: Uint8Array, { namespaceSelector, podSelector }: PodPeer, own: string): void => {
    const namespaces = new Set<string>();
    if (namespaceSelector === null) namespaces.add(own);
    else {
      for (const { name, labels } of cluster.namespaces.values()) {
        if (matchesLabels(namespaceSelector, labels)) namespaces.add(name);
      }
    }
    for (const one of classes) {
      // Selectors never match addresses, nor pods that use their node's address.
      if (one.kind === 'external' || one.example.hostNetwork || !namespaces.has(one.example.namespace))
        continue;
      if (podSelector !== null && !matchesLabels(podSelector, one.example.labels)) continue;
      for (const face of one.faces) matches[face.id] = Match.yes;
    }
  };
  return { cluster, cni, classes, faces, classOfPod, external, intervals, matchesOf };
}

function podPeerKey({ namespaceSelector, podSelector }: PodPeer, own: string): string {
  return namespaceSelector === null
    ? `own ${own} ${selectorKey(podSelector)}`
    : `${selectorKey(namespaceSelector)} ${selectorKey(podSelector)}`;
}

/** A pod whose address is not known is taken to be an IPv4 one. */
export function familiesOf(pod: ClusterPod): readonly (4 | 6)[] {
  return pod.addresses.length === 0 ? [4] : pod.addresses.map(({ family }) => family).sort();
}

/** Where pods of unknown address live: RFC 1918. Nodes may have any address. */
const podSpace: readonly AddressRange[] = [
  { family: 4, first: 0x0a000000n, last: 0x0affffffn },
  { family: 4, first: 0xac100000n, last: 0xac1fffffn },
  { family: 4, first: 0xc0a80000n, last: 0xc0a8ffffn },
];
const nodeSpace: readonly AddressRange[] = [{ family: 4, first: 0n, last: 0xffffffffn }];

/**
 * Upstream's tests require that an ipBlock matches pod addresses; Cilium matches neither pods nor nodes with it.
 * https://docs.cilium.io/en/stable/network/kubernetes/policy/
 */
function matchPodAddress(block: Block, pod: ClusterPod, family: 4 | 6 | 0, cni: CniProfile): Match {
  if (cni === 'cilium') return Match.no;
  const address: Address | undefined = pod.addresses.find((one) => one.family === family);
  if (address) return contains(block, address) ? Match.yes : Match.no;
  switch (coverage(block, pod.hostNetwork ? nodeSpace : podSpace)) {
    case 'all':
      return Match.yes;
    case 'some':
      return Match.maybe;
    case 'none':
      return Match.no;
  }
}

function askedPorts(ports: readonly ContainerPort[], names: ReadonlySet<string>): readonly string[] {
  return ports
    .filter(({ name }) => name !== null && names.has(name))
    .map(({ name, protocol, port }) => `${name ?? ''}/${protocol}/${String(port)}`)
    .sort();
}
