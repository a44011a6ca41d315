import type { CniProfile } from '../answer';
import type { Cluster, ClusterPod } from '../model/cluster';
import { UNKNOWN_VALUE } from '../model/matchesLabels';
import type { ContainerPort } from '../model/objects';
import type { PodNetwork } from '../model/podNetwork';
import type { IpBlockPeer, LabelSelector, Peer, PodPeer } from '../model/policy';
import { blockKey, type AddressRange } from './addressRanges';
import { AddressMap, type Whereabouts } from './addressMap';
import { LabelIndex } from './labelIndex';
import { Match } from './match';
import { matchKnown, matchPod } from './matchKnown';
import type { Questions } from './questions';
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

/** Class ids from (inclusive) to (exclusive). */
export interface ClassSpan {
  readonly from: number;
  readonly to: number;
}

/** Who can send and receive, cut exactly as finely as the policies at hand look. */
export interface Space {
  readonly cluster: Cluster;
  readonly cni: CniProfile;
  /** The plugin, and where pods of unknown address are: spaces with others say nothing of each other's pods. */
  readonly premises: string;
  /** Of one namespace one after the other; those of addresses last. */
  readonly classes: readonly (PodClass | AddressClass)[];
  readonly faces: readonly Face[];
  /** The classes of each namespace that has pods; '' for nodes. */
  readonly spans: ReadonlyMap<string, ClassSpan>;
  /** Class of each of the cluster's pods. */
  readonly classOfPod: Uint32Array;
  /** Classes of external addresses, the one outside every block last. */
  readonly external: readonly AddressClass[];
  /** Every interval of the address space, sorted, with the class it belongs to. */
  readonly intervals: readonly { readonly range: AddressRange; readonly class: number }[];
  /** Equal for pods no policy tells apart although their labels differ: in values that no selector names. */
  alikeKey(id: number, named: ReadonlySet<string>): string;
  /**
   * Faces of external addresses, of which one stands for wherever a face of unknown address is: a block holds both or
   * neither. None where the address is known.
   */
  standInsOf(face: number): readonly number[];
  /** What blocks say of a pod of which no more is known than that it is one. */
  ofUnknownPod(blocks: readonly IpBlockPeer[]): Match;
  /** Whether a pod of its own network whose address is not known may have one of these. */
  mayHoldPod(range: AddressRange): boolean;
  /** Ids of the classes among `span` whose pods the selector matches; never one on the host network. */
  selectedIn(span: ClassSpan, selector: LabelSelector | null): readonly number[];
  /** The same of those it may match: it asks for the value of a label that only a controller knows. */
  perhapsIn(span: ClassSpan, selector: LabelSelector | null): readonly number[];
  /**
   * Per face the best match of any of the peers of one rule, which is written in a policy of `namespace`. No peers
   * match everyone. The array is kept: do not change it.
   */
  matchesOf(peers: readonly Peer[], namespace: string): Uint8Array;
  /** The same for one face; where few are asked for, the others need not be worked out. */
  matchAt(peers: readonly Peer[], namespace: string, face: number): Match;
  /** The same as a list: mostly only a few faces are matched. */
  matchedBy(peers: readonly Peer[], namespace: string): Matched;
}

/** The faces that some peer matches, or may. */
export interface Matched {
  readonly faces: Uint32Array;
  /** Not all of them for certain. */
  readonly hasMaybe: boolean;
}

/** The classes of the namespaces that a selector matches, and of those it may match. */
interface SelectedSpans {
  readonly yes: readonly ClassSpan[];
  readonly maybe: readonly ClassSpan[];
}

/** Arrays of matches are kept up to this many bytes; beyond, they are computed again when asked for. */
const KEPT_BYTES = 64 << 20;

/** The pods of one namespace cut into classes. */
interface Cut {
  readonly classes: readonly { readonly example: ClusterPod; readonly at: readonly Seen[] }[];
  /** Of each pod the place of its class above. */
  readonly ofPod: readonly number[];
}

/** One address of a pod. */
interface Seen {
  readonly family: 4 | 6 | 0;
  readonly where: Whereabouts;
}

/** How namespaces were cut: as long as the same is asked of the same pods, they are not cut again. */
export class SpaceMemory {
  #version = -1;
  #cni: CniProfile = 'spec';
  #network = '';
  #addresses: AddressMap | null = null;
  #cuts = new WeakMap<readonly ClusterPod[], Cut>();
  /** Pods sorted into classes since the memory was made. */
  cut = 0;

  addressMap({ version, blocks }: Questions, cni: CniProfile, pods: PodNetwork): AddressMap {
    const network = `${pods.families.join()} ${String(pods.isPrivate)}`;
    const isSame = version === this.#version && cni === this.#cni && network === this.#network;
    if (this.#addresses === null || !isSame) {
      const sorted = [...blocks.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
      this.#addresses = new AddressMap(sorted, cni, pods);
      this.#cuts = new WeakMap();
      this.#version = version;
      this.#cni = cni;
      this.#network = network;
    }
    return this.#addresses;
  }

  cutOf(pods: readonly ClusterPod[], make: () => Cut): Cut {
    let cut = this.#cuts.get(pods);
    if (!cut) {
      this.cut += pods.length;
      this.#cuts.set(pods, (cut = make()));
    }
    return cut;
  }
}

function cutPods(
  pods: readonly ClusterPod[],
  addresses: AddressMap,
  keys: readonly string[],
  portNames: ReadonlySet<string>,
): Cut {
  const known = new Map<string, number>();
  const classes: { readonly example: ClusterPod; readonly at: readonly Seen[] }[] = [];
  let last: ClusterPod | null = null;
  let lastPlace = -1;
  const ofPod = pods.map((pod) => {
    const at = addresses.ofPod(pod);
    // Replicas stand one after the other, and kubectl's are decoded with one object for what they share.
    const isLike =
      last?.labels === pod.labels && last.ports === pod.ports && last.hostNetwork === pod.hostNetwork;
    if (isLike && isSameAt(classes[lastPlace]?.at ?? [], at)) return lastPlace;
    const key = classKey(pod, keys, portNames, at);
    let place = known.get(key);
    if (place === undefined) known.set(key, (place = classes.push({ example: pod, at }) - 1));
    last = pod;
    lastPlace = place;
    return place;
  });
  return { classes, ofPod };
}

function isSameAt(a: readonly Seen[], b: readonly Seen[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ family, where }, index) => family === b[index]?.family && where === b[index].where)
  );
}

/** Groups pods and addresses into classes and prepares to say which peers match them. */
export function buildSpace(
  cluster: Cluster,
  questions: Questions,
  cni: CniProfile,
  memory = new SpaceMemory(),
): Space {
  const addresses = memory.addressMap(questions, cni, cluster.podNetwork);
  const keys = [...questions.keys].sort();
  const portNames = new Set(questions.portNames);
  const classes: (PodClass | AddressClass)[] = [];
  const faces: Face[] = [];
  const whereabouts: Whereabouts[] = [];
  const addFaces = (at: readonly Seen[]): Face[] =>
    at.map(({ family, where }) => {
      const face: Face = { id: faces.length, class: classes.length, family };
      faces.push(face);
      whereabouts.push(where);
      return face;
    });

  const classOfPod = new Uint32Array(cluster.pods.length);
  const spans = new Map<string, ClassSpan>();
  for (const [namespace, { from: pod, pods }] of cluster.homes) {
    const cut = memory.cutOf(pods, () => cutPods(pods, addresses, keys, portNames));
    const from = classes.length;
    for (const { example, at } of cut.classes) {
      const id = classes.length;
      classes.push({ kind: 'pods', id, example, faces: addFaces(at) });
    }
    for (let index = 0; index < pods.length; index++)
      classOfPod[pod + index] = from + (cut.ofPod[index] ?? 0);
    spans.set(namespace, { from, to: classes.length });
  }

  const external: AddressClass[] = addresses.groups.map(({ cidr, ranges }, where) => {
    const own = addFaces([{ family: 0, where }]);
    const group: AddressClass = { kind: 'external', id: classes.length, cidr, ranges, faces: own };
    classes.push(group);
    return group;
  });
  const intervals = addresses.intervals.map(({ range, group }) => ({
    range,
    class: external[group]?.id ?? 0,
  }));

  const labels = new LabelIndex(classes);
  const namespaces = [...cluster.namespaces.values()];
  const spansOf = new Map<string, SelectedSpans>();
  const spansSelected = (selector: LabelSelector): SelectedSpans => {
    const key = selectorKey(selector);
    let found = spansOf.get(key);
    if (!found) {
      const matched = namespaces.map((one) => ({ one, match: matchKnown(selector, one) }));
      const ofMatch = (wanted: Match): readonly ClassSpan[] =>
        matched
          .flatMap(({ one, match }) => (match === wanted ? (spans.get(one.name) ?? []) : []))
          .sort((a, b) => a.from - b.from);
      found = { yes: ofMatch(Match.yes), maybe: ofMatch(Match.maybe) };
      spansOf.set(key, found);
    }
    return found;
  };

  const markPods = (matches: Uint8Array, { namespaceSelector, podSelector }: PodPeer, own: string): void => {
    const ownSpan = spans.get(own);
    const { yes, maybe } =
      namespaceSelector === null
        ? { yes: ownSpan ? [ownSpan] : [], maybe: [] }
        : spansSelected(namespaceSelector);
    for (const id of labels.select(yes, podSelector)) {
      for (const face of classes[id]?.faces ?? []) matches[face.id] = Match.yes;
    }
    const doubtful = [
      labels.select(maybe, podSelector),
      labels.perhaps(yes, podSelector),
      labels.perhaps(maybe, podSelector),
    ];
    for (const id of doubtful.flat()) {
      for (const face of classes[id]?.faces ?? []) matches[face.id] ||= Match.maybe;
    }
  };

  const byPeers = new WeakMap<
    readonly Peer[],
    { readonly namespace: string; readonly matches: Uint8Array }
  >();
  const kept = new Map<string, Uint8Array>();
  const matchesOf = (peers: readonly Peer[], namespace: string): Uint8Array => {
    const last = byPeers.get(peers);
    if (last?.namespace === namespace) return last.matches;
    const pods = peers.filter((peer) => peer.kind === 'pods');
    const block = blockKeyOf(peers);
    const key = [...pods.map((peer) => podPeerKey(peer, namespace)).sort(), block].join('\n');
    let matches = kept.get(key);
    if (!matches) {
      matches = new Uint8Array(faces.length);
      if (peers.length === 0) matches.fill(Match.yes);
      if (block !== '') {
        const ofBlock = addresses.matchesOf(block);
        for (let face = 0; face < faces.length; face++) matches[face] = ofBlock(whereabouts[face] ?? 0);
      }
      for (const peer of pods) markPods(matches, peer, namespace);
      if (kept.size * faces.length > KEPT_BYTES) kept.clear();
      kept.set(key, matches);
    }
    byPeers.set(peers, { namespace, matches });
    return matches;
  };
  const matchAt = (peers: readonly Peer[], namespace: string, face: number): Match => {
    const last = byPeers.get(peers);
    if (last?.namespace === namespace) return last.matches[face] as Match;
    if (peers.length === 0) return Match.yes;
    const one = classes[faces[face]?.class ?? -1];
    const ofPods = ({ namespaceSelector, podSelector }: PodPeer): Match => {
      if (one?.kind !== 'pods' || one.example.hostNetwork) return Match.no;
      const { namespace: home, labels: own } = one.example;
      const ofPod = podSelector === null ? Match.yes : matchPod(podSelector, own);
      if (ofPod === Match.no) return Match.no;
      if (namespaceSelector === null) return home === namespace ? ofPod : Match.no;
      const around = cluster.namespaces.get(home);
      const ofHome = around === undefined ? Match.no : matchKnown(namespaceSelector, around);
      return ofHome === Match.yes ? ofPod : ofHome;
    };
    const found = peers.map((peer) => (peer.kind === 'pods' ? ofPods(peer) : Match.no));
    if (found.includes(Match.yes)) return Match.yes;
    const block = blockKeyOf(peers);
    const ofBlock = block === '' ? Match.no : addresses.matchesOf(block)(whereabouts[face] ?? 0);
    return ofBlock === Match.no && found.includes(Match.maybe) ? Match.maybe : ofBlock;
  };
  const lists = new WeakMap<Uint8Array, Matched>();
  const matchedBy = (peers: readonly Peer[], namespace: string): Matched => {
    const matches = matchesOf(peers, namespace);
    let known = lists.get(matches);
    if (!known) lists.set(matches, (known = matchedIn(matches)));
    return known;
  };
  const selectedIn = (span: ClassSpan, selector: LabelSelector | null): readonly number[] =>
    labels.select([span], selector);
  const perhapsIn = (span: ClassSpan, selector: LabelSelector | null): readonly number[] =>
    labels.perhaps([span], selector);

  const standIns = new Map<Whereabouts, readonly number[]>();
  const standInsOf = (face: number): readonly number[] => {
    const where = whereabouts[face] ?? 0;
    let known = standIns.get(where);
    if (!known) {
      known = addresses.candidatesOf(where).flatMap((group) => external[group]?.faces[0]?.id ?? []);
      standIns.set(where, known);
    }
    return known;
  };

  const alikeKey = (id: number, named: ReadonlySet<string>): string => {
    const one = classes[id];
    if (one?.kind !== 'pods') return String(id);
    const at = one.faces.map(({ id: face, family }) => ({ family, where: whereabouts[face] ?? 0 }));
    return classKey(one.example, keys, portNames, at, named);
  };

  return {
    cluster,
    cni,
    premises: addresses.premises,
    classes,
    faces,
    spans,
    classOfPod,
    external,
    intervals,
    alikeKey,
    standInsOf,
    ofUnknownPod: (blocks) => addresses.ofUnknownPod(blocks),
    mayHoldPod: (range) => addresses.mayHoldPod(range),
    selectedIn,
    perhapsIn,
    matchesOf,
    matchAt,
    matchedBy,
  };
}

const blockKeys = new WeakMap<readonly Peer[], string>();

/** Of all blocks among the peers of one rule; '': there are none. */
function blockKeyOf(peers: readonly Peer[]): string {
  let key = blockKeys.get(peers);
  if (key === undefined)
    blockKeys.set(peers, (key = blockKey(peers.filter((peer) => peer.kind === 'ipBlock'))));
  return key;
}

function matchedIn(matches: Uint8Array): Matched {
  const faces: number[] = [];
  for (let face = 0; face < matches.length; face++) if (matches[face] !== Match.no) faces.push(face);
  return { faces: Uint32Array.from(faces), hasMaybe: matches.includes(Match.maybe) };
}

/**
 * Equal for pods of one namespace that belong to one class. No label, port name or number has a line end. With `named`
 * the values that are not among them count as one.
 */
function classKey(
  pod: ClusterPod,
  keys: readonly string[],
  portNames: ReadonlySet<string>,
  at: readonly Seen[],
  named: ReadonlySet<string> | null = null,
): string {
  let key = pod.hostNetwork ? 'host' : '';
  for (const { family, where } of at) key += `${String(family)}@${String(where)} `;
  if (pod.hostNetwork) return key;
  for (const name of keys) {
    const value = pod.labels.get(name);
    const isNamed = named === null || value === UNKNOWN_VALUE || named.has(`${name}=${value ?? ''}`);
    key += value === undefined ? '\n' : isNamed ? `\n=${value}` : '\n*';
  }
  return portNames.size === 0 ? key : `${key}\n\n${askedPorts(pod.ports, portNames)}`;
}

function askedPorts(ports: readonly ContainerPort[], names: ReadonlySet<string>): string {
  return ports
    .filter(({ name }) => name !== null && names.has(name))
    .map(({ name, protocol, port }) => `${name ?? ''}/${protocol}/${String(port)}`)
    .sort()
    .join();
}

function podPeerKey({ namespaceSelector, podSelector }: PodPeer, own: string): string {
  return namespaceSelector === null
    ? `own ${own} ${selectorKey(podSelector)}`
    : `${selectorKey(namespaceSelector)} ${selectorKey(podSelector)}`;
}
