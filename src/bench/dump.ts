import { parseAllDocuments } from 'yaml';
import { hash, kubectlPods, uid } from '../engine/parse/regular/kubectl.test-data';
import { kubectlYaml, type Value } from '../engine/parse/regular/kubectlYaml.test-data';
import { namespacesOf, podsOf, random, TEMPLATE_HASH, type GeneratedPod, type Size } from './generate';

type Fields = Readonly<Record<string, Value>>;

/** Different templates; each is that of a share of the workloads. */
const MOLDS = 16;

/**
 * The generated cluster as `kubectl get namespaces,pods,networkpolicies -A -o yaml` prints it: one List, about 5.6 KB
 * to a pod with its volumes, probes, annotations and status. `policies` is the text of policies to put in as well.
 */
export function kubectlDump(size: Size, seed: number, policies = ''): string {
  const { start, end } = listFrame();
  return [start, ...namespaces(size), ...pods(size, seed), ...listed(policies), end].join('');
}

/** The same with a tag at the labels of each pod, which only the real parser reads. */
export function taggedDump(dump: string): string {
  return dump.replaceAll('\n    labels:\n', '\n    labels: !!map\n');
}

function listFrame(): { readonly start: string; readonly end: string } {
  const empty = kubectlYaml({
    apiVersion: 'v1',
    items: ['x'],
    kind: 'List',
    metadata: { resourceVersion: '' },
  });
  const [start = '', end = ''] = empty.split('- x\n');
  return { start, end };
}

function namespaces(size: Size): readonly string[] {
  return namespacesOf(size).map(({ name, team }) =>
    item({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        creationTimestamp: '2026-03-01T08:15:30Z',
        labels: { 'kubernetes.io/metadata.name': name, team },
        name,
        resourceVersion: '1042',
        uid: '5f0c3a53-8a43-4d92-9f4e-0a9a7a1f6f11',
      },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    }),
  );
}

function listed(policies: string): readonly string[] {
  if (policies === '') return [];
  return parseAllDocuments(policies).map((document) => item(document.toJS() as Value));
}

function item(value: Value): string {
  return kubectlYaml([value]).replace(/^\n/, '');
}

/**
 * As kubectl prints them: by namespace, and the pods of a workload one after the other, with its template in common and
 * names, addresses, identifiers and times of their own. A mold is cut where it leaves these open.
 */
function pods(size: Size, seed: number): readonly string[] {
  const molds = kubectlPods(2 * MOLDS, 1, seed)
    .filter((pod) => fieldsOf(pod['spec'])['hostNetwork'] === undefined)
    .slice(0, MOLDS)
    .map((pod) => item(mold(pod, size.ownLabels ?? false)).split(/zz-(\w+)-zz/));
  return podsOf(size)
    .map((pod, index) => ({ ...pod, index, workload: Math.floor(index / size.replicas) }))
    .sort((a, b) => (a.namespace === b.namespace ? 0 : a.namespace < b.namespace ? -1 : 1))
    .map((pod) => {
      const pieces = molds[pod.workload % MOLDS] ?? [];
      const own = ownOf(pod);
      return pieces.map((piece, at) => (at % 2 === 0 ? piece : (own[piece] ?? filling(piece, pod)))).join('');
    });
}

/** What a server makes up for each pod, and for the ReplicaSet it is of. */
function ownOf({ index, workload }: Numbered): Readonly<Record<string, string>> {
  const next = random(index);
  const minutes = String(index % 60).padStart(2, '0');
  return {
    uid: uid(next),
    owner: uid(random(workload + 1_000_000)),
    container: uid(next).replaceAll('-', '').repeat(2),
    volume: hash(next, 5),
    version: `"${String(100_000 + index)}"`,
    created: `"2026-03-01T08:${minutes}:30Z"`,
    started: `"2026-03-01T09:${minutes}:30Z"`,
  };
}

interface Numbered {
  readonly index: number;
  readonly workload: number;
}

function filling(what: string, pod: GeneratedPod): string {
  switch (what) {
    case 'namespace':
      return pod.namespace;
    case 'name':
      return pod.name;
    case 'app':
      return pod.app;
    case 'tier':
      return pod.tier;
    case 'ip':
      return pod.ip;
    case 'node':
      return pod.node;
    case 'host':
      return `192.168.0.${pod.node.replace(/\D/g, '')}`;
    case 'port':
      return String(pod.port);
    default:
      return pod.instance ?? '';
  }
}

/** A pod with everything a real one has; what decides connectivity is left open. */
function mold(pod: Fields, ownLabels: boolean): Fields {
  const metadata = fieldsOf(pod['metadata']);
  const spec = fieldsOf(pod['spec']);
  const status = fieldsOf(pod['status']);
  const [container] = listOf(spec['containers']);
  const [containerStatus] = listOf(status['containerStatuses']);
  const conditions = listOf(status['conditions']);
  const owner = {
    apiVersion: 'apps/v1',
    blockOwnerDeletion: true,
    controller: true,
    kind: 'ReplicaSet',
    name: `zz-app-zz-${TEMPLATE_HASH}`,
    uid: 'zz-owner-zz',
  };
  return {
    ...pod,
    metadata: {
      ...metadata,
      creationTimestamp: 'zz-created-zz',
      generateName: `zz-app-zz-${TEMPLATE_HASH}-`,
      labels: {
        app: 'zz-app-zz',
        ...(ownLabels ? { instance: 'zz-instance-zz' } : {}),
        'pod-template-hash': TEMPLATE_HASH,
        tier: 'zz-tier-zz',
      },
      name: 'zz-name-zz',
      namespace: 'zz-namespace-zz',
      ownerReferences: [owner],
      resourceVersion: 'zz-version-zz',
      uid: 'zz-uid-zz',
    },
    spec: {
      ...spec,
      containers: [
        {
          ...container,
          name: 'main',
          ports: [{ containerPort: 'zz-port-zz', name: 'http', protocol: 'TCP' }],
          volumeMounts: renamed(container?.['volumeMounts']),
        },
      ],
      nodeName: 'zz-node-zz',
      volumes: renamed(spec['volumes']),
    },
    status: {
      ...status,
      conditions: conditions.map((condition) => ({ ...condition, lastTransitionTime: 'zz-started-zz' })),
      containerStatuses: [
        {
          ...containerStatus,
          containerID: 'containerd://zz-container-zz',
          state: { running: { startedAt: 'zz-started-zz' } },
        },
      ],
      hostIP: 'zz-host-zz',
      hostIPs: [{ ip: 'zz-host-zz' }],
      phase: 'Running',
      podIP: 'zz-ip-zz',
      podIPs: [{ ip: 'zz-ip-zz' }],
      startTime: 'zz-started-zz',
    },
  };
}

/** The volume with the token is called otherwise in each pod. */
function renamed(listed: Value | undefined): Value {
  return listOf(listed).map((one) => {
    const { name } = one;
    const isToken = typeof name === 'string' && name.startsWith('kube-api-access-');
    return isToken ? { ...one, name: 'kube-api-access-zz-volume-zz' } : one;
  });
}

function listOf(value: Value | undefined): readonly Fields[] {
  return Array.isArray(value) ? (value as readonly Fields[]) : [];
}

function fieldsOf(value: Value | undefined): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
}
