import type { Address } from './address';
import { formatAddress, parseAddress } from './address';
import { FoldMemory, foldPods, type Workload } from './fold';
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

/** Everything but policies: who is there. Depends on no policy, save for `bookkeepingKeys` (see fold). */
export interface Cluster {
  readonly namespaces: ReadonlyMap<string, ClusterNamespace>;
  /** Names of those that are declared in a way the API server would refuse. */
  readonly refusedNamespaces: ReadonlySet<string>;
  readonly pods: readonly ClusterPod[];
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
  readonly foldedPods: number;
  readonly completedPods: readonly PodObject[];
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

/** https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** What building found out about objects, which stay the same from one edit to the next. */
export class ClusterMemory {
  readonly fold = new FoldMemory();
  readonly #pods = new WeakMap<object, { readonly pod: ClusterPod; readonly node: string }>();

  /** The same pod as last time, unless its node is another. */
  podOf(
    shape: PodShape,
    name: string,
    object: PodObject | WorkloadObject,
    nodeName: string | null,
    nodeAddresses: ReadonlyMap<string, readonly string[]>,
  ): ClusterPod {
    const own = shape.nodeName === null ? undefined : nodeAddresses.get(shape.nodeName);
    const node = `${name} ${nodeName ?? ''} ${own?.join() ?? ''}`;
    const known = this.#pods.get(object);
    if (known?.node === node) return known.pod;
    const pod: ClusterPod = {
      name,
      namespace: object.namespace,
      labels: shape.labels,
      ports: shape.ports,
      hostNetwork: shape.hostNetwork,
      nodeName,
      addresses: addressesOf(shape, object, nodeAddresses),
      object,
    };
    this.#pods.set(object, { pod, node });
    return pod;
  }
}

/** Builds the cluster from objects of which no two have the same kind, namespace and name. */
export function buildCluster(
  objects: readonly DecodedObject[],
  bookkeepingKeys: ReadonlySet<string>,
  memory = new ClusterMemory(),
): Cluster {
  const namespaces = new Map<string, ClusterNamespace>();
  const refusedNamespaces = new Set<string>();
  const pods: PodObject[] = [];
  const completedPods: PodObject[] = [];
  const workloads: WorkloadObject[] = [];
  const services: ServiceObject[] = [];
  const ingresses: IngressObject[] = [];
  const gateways: GatewayObject[] = [];
  const routes: RouteObject[] = [];
  const webhooks: IgnoredObject[] = [];
  const nodes: NodeObject[] = [];

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
        workloads.push(object);
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
  for (const object of objects) {
    if (!placesNamespace(object)) continue;
    const name = object.namespace;
    if (name === null || namespaces.has(name)) continue;
    namespaces.set(name, onlyMentioned(name, refusedNamespaces));
  }

  const nodeAddresses = new Map(nodes.map((node) => [node.name, node.addresses]));
  const nodeOf = nodeNames(nodes, pods);
  const folded = foldPods(workloads, pods, bookkeepingKeys, memory.fold, (shape, name, object) =>
    memory.podOf(shape, name, object, nodeOf(object), nodeAddresses),
  );
  const ofNodes = podsOfNodes(nodes, pods, nodeOf);
  const nodePods = new Map<string, number>();
  for (const [index, { addresses }] of ofNodes.entries()) {
    for (const address of addresses) nodePods.set(formatAddress(address), folded.pods.length + index);
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
    workloads: folded.workloads,
    foldedPods: folded.foldedPods,
    pods: [...folded.pods, ...ofNodes],
  };
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
  nodeOf: (object: PodObject) => string | null,
): readonly ClusterPod[] {
  const found = new Map<string, ClusterPod>();
  const add = (name: string | null, text: string, object: NodeObject | PodObject): void => {
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
  for (const pod of pods) for (const text of addressesOfHost(pod)) add(nodeOf(pod), text, pod);
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

/** The node an object runs on; one that is known by its address alone is called after it. Null: not known. */
function nodeNames(
  nodes: readonly NodeObject[],
  pods: readonly PodObject[],
): (object: PodObject | WorkloadObject) => string | null {
  const byAddress = new Map<string, string>();
  for (const { name, addresses } of nodes) for (const address of addresses) byAddress.set(address, name);
  for (const pod of pods) {
    if (pod.nodeName !== null)
      for (const address of addressesOfHost(pod)) byAddress.set(address, pod.nodeName);
  }
  return (object) => {
    if (object.nodeName !== null || object.kind !== 'Pod') return object.nodeName;
    const [address] = addressesOfHost(object);
    return address === undefined ? null : (byAddress.get(address) ?? address);
  };
}

function addressesOf(
  shape: PodShape,
  object: PodObject | WorkloadObject,
  nodeAddresses: ReadonlyMap<string, readonly string[]>,
): readonly Address[] {
  const own = object.kind === 'Pod' ? object.addresses : [];
  const host = object.kind === 'Pod' ? object.hostAddresses : [];
  const node = shape.nodeName === null ? [] : (nodeAddresses.get(shape.nodeName) ?? []);
  const found: Address[] = [];
  for (const text of shape.hostNetwork ? [...own, ...host, ...node] : own) {
    const address = parseAddress(text);
    if (address && !found.some(({ family }) => family === address.family)) found.push(address);
  }
  return found;
}
