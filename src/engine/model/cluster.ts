import type { Address } from './address';
import { formatAddress, parseAddress } from './address';
import { foldPods, type Folded, type FoldedPod, type Workload } from './fold';
import type {
  DecodedObject,
  GatewayObject,
  IgnoredObject,
  IngressObject,
  Labels,
  NamespaceObject,
  NodeObject,
  PodObject,
  PodShape,
  RouteObject,
  ServiceObject,
  WorkloadObject,
} from './objects';
import { joinedNetwork, networkOf, type PodNetwork } from './podNetwork';

/** Everything but policies: who is there. Depends on no policy, save for `bookkeepingKeys` (see fold). */
export interface Cluster {
  readonly namespaces: ReadonlyMap<string, ClusterNamespace>;
  /** Names of those that are declared in a way the API server would refuse. */
  readonly refusedNamespaces: ReadonlySet<string>;
  readonly pods: readonly ClusterPod[];
  /** The same by namespace, in the order of names; '' for nodes. */
  readonly homes: ReadonlyMap<string, Home>;
  /** Sorted by namespace, name, kind; they share out all pods but `nodePods`. */
  readonly workloads: readonly Workload[];
  readonly services: readonly ServiceObject[];
  readonly ingresses: readonly IngressObject[];
  readonly gateways: readonly GatewayObject[];
  readonly routes: readonly RouteObject[];
  /** They say which Services the API server calls. */
  readonly webhooks: readonly IgnoredObject[];
  /** Each known address of a node as a hostNetwork pod, for that is how policies see it: index into `pods` by address. */
  readonly nodePods: ReadonlyMap<string, number>;
  /** Where pods are whose address is not known. */
  readonly podNetwork: PodNetwork;
  readonly foldedPods: number;
  readonly completedPods: readonly PodObject[];
}

/** The pods of one namespace: they stand in the cluster's list from `from` on. */
export interface Home {
  readonly from: number;
  /** The same list from one edit to the next while it holds the same. */
  readonly pods: readonly ClusterPod[];
}

/** The labels of something, as far as they are known. */
export interface KnownLabels {
  readonly labels: Labels;
  /** False: it may have others. Of a namespace that is because the API server would refuse what declares it. */
  readonly labelsKnown: boolean;
}

export interface ClusterNamespace extends KnownLabels {
  readonly name: string;
  /** null: only mentioned by others; then it has just the label every namespace has. */
  readonly object: NamespaceObject | null;
}

/** One pod, or the one pod a template stands for while no pod of it is known. */
export interface ClusterPod extends PodShape {
  readonly name: string;
  readonly namespace: string;
  /** At most one per family; its node's for a hostNetwork pod; empty: not known. */
  readonly addresses: readonly Address[];
  readonly object: PodObject | WorkloadObject | NodeObject;
}

/** The pod stands for a template of which there are none. */
export function isScaledToNone({ object }: Pick<ClusterPod, 'object'>): boolean {
  return 'replicas' in object && object.replicas === 0;
}

/** https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** What is known of nodes from all objects together. */
interface Nodes {
  /** By the name of a node what its Node object says. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  /** The names by address. */
  readonly names: ReadonlyMap<string, string>;
}

/** What lives in one namespace. */
interface Inhabitants {
  readonly workloads: WorkloadObject[];
  readonly pods: PodObject[];
}

/** The pods of one namespace, with all they were made from. */
interface KnownHome extends Inhabitants {
  readonly nodes: Nodes;
  readonly bookkeeping: string;
  readonly folded: Folded;
  readonly home: Home;
  readonly network: PodNetwork | null;
  /** Their `pods` are indices into the cluster's. */
  readonly placed: readonly Workload[];
}

/** What building found out about objects, which stay the same from one edit to the next. */
export class ClusterMemory {
  /** Pods shared out among workloads since the memory was made. */
  folded = 0;
  #homes = new Map<string, KnownHome>();
  #nodes: Nodes = { addresses: new Map(), names: new Map() };
  #nodePods: readonly ClusterPod[] = [];

  /** The same object as last time when nothing about nodes is another. */
  nodes(nodes: Nodes): Nodes {
    const last = this.#nodes;
    if (!sameMap(last.addresses, nodes.addresses) || !sameMap(last.names, nodes.names)) this.#nodes = nodes;
    return this.#nodes;
  }

  /** The same list as last time when it holds the same. */
  nodePods(pods: readonly ClusterPod[]): readonly ClusterPod[] {
    const last = this.#nodePods;
    const isSame = pods.length === last.length && pods.every((pod, index) => isSameNodePod(pod, last[index]));
    if (!isSame) this.#nodePods = pods;
    return this.#nodePods;
  }

  /** Folds namespace after namespace; of one with the same objects as last time nothing is done again. */
  homes(
    inhabitants: ReadonlyMap<string, Inhabitants>,
    bookkeepingKeys: ReadonlySet<string>,
    nodes: Nodes,
  ): ReadonlyMap<string, KnownHome> {
    const last = this.#homes;
    const bookkeeping = [...bookkeepingKeys].sort().join();
    this.#homes = new Map();
    let from = 0;
    for (const namespace of [...inhabitants.keys()].sort()) {
      const { workloads, pods } = inhabitants.get(namespace) ?? { workloads: [], pods: [] };
      const known = last.get(namespace);
      const isSame =
        known?.nodes === nodes &&
        known.bookkeeping === bookkeeping &&
        sameList(known.workloads, workloads) &&
        sameList(known.pods, pods);
      if (!isSame) this.folded += pods.length;
      const folded = isSame ? known.folded : foldPods(namespace, workloads, pods, bookkeepingKeys);
      const home = {
        from,
        pods: isSame ? known.home.pods : podsOf(folded, nodes, known),
      };
      const network = isSame ? known.network : networkOf(home.pods);
      const placed =
        isSame && known.home.from === from ? known.placed : folded.workloads.map(placedFrom(from));
      this.#homes.set(namespace, { workloads, pods, nodes, bookkeeping, folded, home, network, placed });
      from += home.pods.length;
    }
    return this.#homes;
  }
}

/** Those of a namespace: the same pods as last time, but for those whose node is another. */
function podsOf(folded: Folded, nodes: Nodes, known: KnownHome | undefined): readonly ClusterPod[] {
  const before = new Map(known?.home.pods.map((pod) => [pod.object, pod]));
  return folded.pods.map(({ name, object, labels }) => {
    const nodeName = nodeNameOf(object, nodes);
    const own = addressesOfNode(object, nodes);
    const last = before.get(object);
    const isSameNode =
      known?.nodes === nodes || (known && sameList(addressesOfNode(object, known.nodes), own));
    const isSame = last?.name === name && last.labels === labels && last.nodeName === nodeName && isSameNode;
    if (isSame) return last;
    return {
      name,
      namespace: object.namespace,
      labels,
      ports: object.ports,
      hostNetwork: object.hostNetwork,
      nodeName,
      addresses: addressesOf(object, own),
      object,
    };
  });
}

const addressesOfNode = ({ nodeName }: FoldedPod['object'], nodes: Nodes): readonly string[] =>
  (nodeName === null ? undefined : nodes.addresses.get(nodeName)) ?? [];

function isSameNodePod(a: ClusterPod, b: ClusterPod | undefined): boolean {
  const [address, other] = [a.addresses[0], b?.addresses[0]];
  return (
    a.object === b?.object &&
    a.nodeName === b.nodeName &&
    address?.family === other?.family &&
    address?.value === other?.value
  );
}

function placedFrom(from: number): (workload: Workload) => Workload {
  return (workload) => ({ ...workload, pods: workload.pods.map((index) => from + index) });
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function sameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (b.get(key) !== value) return false;
  return true;
}

/** Builds the cluster from objects of which no two have the same kind, namespace and name. */
export function buildCluster(
  objects: readonly DecodedObject[],
  bookkeepingKeys: ReadonlySet<string>,
  memory = new ClusterMemory(),
): Cluster {
  const namespaces = new Map<string, ClusterNamespace>();
  const refusedNamespaces = new Set<string>();
  const inhabitants = new Map<string, Inhabitants>();
  const pods: PodObject[] = [];
  const completedPods: PodObject[] = [];
  const services: ServiceObject[] = [];
  const ingresses: IngressObject[] = [];
  const gateways: GatewayObject[] = [];
  const routes: RouteObject[] = [];
  const webhooks: IgnoredObject[] = [];
  const nodes: NodeObject[] = [];

  const inhabitantsOf = ({ namespace }: PodObject | WorkloadObject): Inhabitants => {
    let own = inhabitants.get(namespace);
    if (!own) inhabitants.set(namespace, (own = { workloads: [], pods: [] }));
    return own;
  };
  for (const object of objects) {
    switch (object.kind) {
      case 'Namespace':
        namespaces.set(object.name, { name: object.name, labels: object.labels, object, labelsKnown: true });
        break;
      case 'RejectedNamespace':
        refusedNamespaces.add(object.name);
        break;
      case 'Pod':
        (object.completed ? completedPods : pods).push(object);
        if (!object.completed) inhabitantsOf(object).pods.push(object);
        break;
      case 'Service':
        services.push(object);
        break;
      case 'Ingress':
        ingresses.push(object);
        break;
      case 'Gateway':
        gateways.push(object);
        break;
      case 'HTTPRoute':
      case 'GRPCRoute':
      case 'TLSRoute':
      case 'TCPRoute':
      case 'UDPRoute':
        routes.push(object);
        break;
      case 'Node':
        nodes.push(object);
        break;
      case 'Deployment':
      case 'StatefulSet':
      case 'DaemonSet':
      case 'ReplicaSet':
      case 'ReplicationController':
      case 'Job':
      case 'CronJob':
        inhabitantsOf(object).workloads.push(object);
        break;
      case 'NetworkPolicy':
      case 'RejectedPolicy':
      case 'UnsupportedPolicy':
      case 'Expectations':
        break;
      case 'Ignored':
        if (isWebhookConfiguration(object)) webhooks.push(object);
        break;
    }
  }
  leaveOutFinished(inhabitants, completedPods);
  for (const object of objects) {
    if (!placesNamespace(object)) continue;
    const name = object.namespace;
    if (name === null || namespaces.has(name)) continue;
    namespaces.set(name, onlyMentioned(name, refusedNamespaces));
  }

  const known = memory.nodes(nodesOf(nodes, pods));
  const homes = memory.homes(inhabitants, bookkeepingKeys, known);
  const ofNodes = memory.nodePods(podsOfNodes(nodes, pods, known));
  const ofNamespaces = [...homes.values()];
  const before = ofNamespaces.reduce((sum, { home }) => sum + home.pods.length, 0);
  const nodePods = new Map<string, number>();
  for (const [index, { addresses }] of ofNodes.entries()) {
    for (const address of addresses) nodePods.set(formatAddress(address), before + index);
  }
  return {
    namespaces,
    refusedNamespaces,
    services,
    ingresses,
    gateways,
    routes,
    webhooks,
    completedPods,
    nodePods,
    podNetwork: joinedNetwork(ofNamespaces.map(({ network }) => network)),
    workloads: ofNamespaces.flatMap(({ placed }) => placed),
    foldedPods: ofNamespaces.reduce((sum, { folded }) => sum + folded.foldedPods, 0),
    pods: [...ofNamespaces.map(({ home }) => home.pods), ofNodes].flat(),
    homes: new Map([
      ...(ofNodes.length > 0 ? [['', { from: before, pods: ofNodes }] as const] : []),
      ...[...homes].map(([namespace, { home }]) => [namespace, home] as const),
    ]),
  };
}

/** A Job whose pods have all finished starts no other: it stands for nobody. */
function leaveOutFinished(inhabitants: Map<string, Inhabitants>, completedPods: readonly PodObject[]): void {
  const jobOf = ({ owner, namespace }: PodObject): string[] =>
    owner?.kind === 'Job' ? [`${namespace}/${owner.name}`] : [];
  const finished = new Set(completedPods.flatMap(jobOf));
  if (finished.size === 0) return;
  for (const [namespace, { workloads, pods }] of inhabitants) {
    const running = new Set(pods.flatMap(jobOf));
    const isFinished = ({ kind, name }: WorkloadObject): boolean =>
      kind === 'Job' && finished.has(`${namespace}/${name}`) && !running.has(`${namespace}/${name}`);
    inhabitants.set(namespace, { workloads: workloads.filter((one) => !isFinished(one)), pods });
  }
}

/** A namespace by its name, also where nobody says anything of it. */
export function namespaceIn(
  { namespaces, refusedNamespaces }: Pick<Cluster, 'namespaces' | 'refusedNamespaces'>,
  name: string,
): ClusterNamespace {
  return namespaces.get(name) ?? onlyMentioned(name, refusedNamespaces);
}

function onlyMentioned(name: string, refused: ReadonlySet<string>): ClusterNamespace {
  const labels = new Map([[NAMESPACE_NAME_LABEL, name]]);
  return { name, labels, object: null, labelsKnown: !refused.has(name) };
}

/** Node addresses from Node objects and from what pods say of the node they run on. */
function podsOfNodes(
  nodes: readonly NodeObject[],
  pods: readonly PodObject[],
  known: Nodes,
): readonly ClusterPod[] {
  const texts = new Set<string>();
  const found = new Map<string, ClusterPod>();
  const add = (name: string | null, text: string, object: NodeObject | PodObject): void => {
    if (texts.has(text)) return;
    texts.add(text);
    const address = parseAddress(text);
    if (address === null || found.has(formatAddress(address))) return;
    found.set(formatAddress(address), {
      name: name ?? text,
      namespace: '',
      labels: new Map(),
      ports: [],
      hostNetwork: true,
      nodeName: name,
      addresses: [address],
      object,
    });
  };
  for (const node of nodes) for (const text of node.addresses) add(node.name, text, node);
  for (const pod of pods) for (const text of addressesOfHost(pod)) add(nodeNameOf(pod, known), text, pod);
  return [...found.values()];
}

/** https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/ */
function isWebhookConfiguration({ apiVersion, objectKind }: IgnoredObject): boolean {
  const isOne =
    objectKind === 'ValidatingWebhookConfiguration' || objectKind === 'MutatingWebhookConfiguration';
  return isOne && apiVersion.startsWith('admissionregistration.k8s.io/');
}

/** Objects that only exist in a namespace, so mentioning one proves that it is there. */
function placesNamespace(
  object: DecodedObject,
): object is Extract<DecodedObject, { namespace: unknown }> & Exclude<DecodedObject, { kind: 'Ignored' }> {
  return 'namespace' in object && object.kind !== 'Ignored';
}

/** What a pod says of its node's addresses: a pod on the host network has them itself. */
function addressesOfHost({ hostNetwork, hostAddresses, addresses }: PodObject): readonly string[] {
  return hostNetwork ? [...hostAddresses, ...addresses] : hostAddresses;
}

function nodesOf(nodes: readonly NodeObject[], pods: readonly PodObject[]): Nodes {
  const names = new Map<string, string>();
  for (const { name, addresses } of nodes) for (const address of addresses) names.set(address, name);
  for (const pod of pods) {
    if (pod.nodeName !== null) for (const address of addressesOfHost(pod)) names.set(address, pod.nodeName);
  }
  return { addresses: new Map(nodes.map((node) => [node.name, node.addresses])), names };
}

/** The node an object runs on; one that is known by its address alone is called after it. Null: not known. */
function nodeNameOf(object: PodObject | WorkloadObject, { names }: Nodes): string | null {
  if (object.nodeName !== null || object.kind !== 'Pod') return object.nodeName;
  const [address] = addressesOfHost(object);
  return address === undefined ? null : (names.get(address) ?? address);
}

/** `node`: the addresses of its node, as that says. */
function addressesOf(object: PodObject | WorkloadObject, node: readonly string[]): readonly Address[] {
  const own = object.kind === 'Pod' ? object.addresses : [];
  const host = object.kind === 'Pod' ? object.hostAddresses : [];
  const found: Address[] = [];
  for (const text of object.hostNetwork ? [...own, ...host, ...node] : own) {
    const address = parseAddress(text);
    if (address && !found.some(({ family }) => family === address.family)) found.push(address);
  }
  return found;
}
