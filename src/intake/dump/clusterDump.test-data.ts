import { stringify } from 'yaml';

/** A cluster as kubectl prints it, with a secret in every place that can hold one. */

/** Stands wherever a secret could. */
export const secret = 's3cr3t';

export type Fields = Readonly<Record<string, unknown>>;

const teams = ['shop', 'pay', 'default', 'kube-system'];
const apps = ['web', 'api', 'db', 'cache', 'worker'];
const uid = '5f0c3a53-8a43-4d92-9f4e-0a9a7a1f6f11';

function metadata(name: string, namespace: string | null, more: Fields = {}): Fields {
  return {
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': `{"a":"${secret}"}\n`,
      note: `first\n---\n${secret}\n  - kind: Secret\n`,
    },
    creationTimestamp: '2026-03-01T08:15:30Z',
    managedFields: [{ manager: secret, fieldsV1: { 'f:metadata': { 'f:labels': {} } } }],
    name,
    ...(namespace !== null && { namespace }),
    resourceVersion: '1042',
    uid,
    ...more,
  };
}

const owner = (kind: string, name: string, apiVersion = 'apps/v1'): Fields => ({
  ownerReferences: [{ apiVersion, blockOwnerDeletion: true, controller: true, kind, name, uid }],
});

const podSpec = (app: string, more: Fields = {}): Fields => ({
  containers: [
    {
      args: ['--token', secret],
      command: ['sh', '-c', `echo ${secret}`],
      env: [
        { name: 'PASSWORD', value: secret },
        { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
      ],
      image: `registry.example/${app}:1.2@sha256:0a9a7a1f`,
      name: app,
      ports: [
        { containerPort: app === 'db' ? 5432 : 8080, name: 'main', protocol: 'TCP' },
        { containerPort: 9090, name: 'metrics', protocol: 'TCP' },
      ],
      readinessProbe: {
        httpGet: { httpHeaders: [{ name: 'Cookie', value: secret }], path: '/', port: 'main' },
      },
      volumeMounts: [{ mountPath: '/secrets', name: 'keys', readOnly: true }],
    },
  ],
  initContainers: [{ env: [{ name: 'A', value: secret }], image: 'init:1', name: 'init' }],
  ...more,
  volumes: [{ name: 'keys', secret: { secretName: 'keys' } }],
});

interface PodAs {
  readonly name: string;
  readonly namespace: string;
  readonly app: string;
  readonly index: number;
  readonly metadata: Fields;
  readonly spec?: Fields;
  readonly phase?: string;
  readonly labels?: Fields;
}

function pod({ name, namespace, app, index, metadata: more, spec = {}, phase, labels = {} }: PodAs): Fields {
  const ip = `10.0.${String(index >> 8)}.${String(index & 255)}`;
  const hostIP = `192.168.0.${String(index % 3)}`;
  const podIP = spec['hostNetwork'] === true ? hostIP : ip;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata(name, namespace, { labels: { app, ...labels }, ...more }),
    spec: podSpec(app, { nodeName: `node-${String(index % 3)}`, ...spec }),
    status: {
      conditions: [{ message: secret, status: 'True', type: 'Ready' }],
      hostIP,
      hostIPs: [{ ip: hostIP }],
      phase: phase ?? 'Running',
      podIP,
      podIPs: [{ ip: podIP }],
    },
  };
}

const workload = (
  kind: string,
  app: string,
  namespace: string,
  more: Fields = {},
  spec: Fields = {},
): Fields => ({
  apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
  kind,
  metadata: metadata(app, namespace, { labels: { app }, ...more }),
  spec: {
    replicas: 2,
    ...(kind !== 'Job' && { selector: { matchLabels: { app } } }),
    ...spec,
    template: { metadata: { annotations: { a: secret }, labels: { app } }, spec: podSpec(app) },
  },
  status: { observedGeneration: 3 },
});

function appIn(namespace: string, app: string, index: number): readonly Fields[] {
  const hash = `5d4f8c7b${String(index % 10)}`;
  const set = `${app}-${hash}`;
  const hashed = { 'pod-template-hash': hash };
  const replicas = [0, 1, 2].map((replica) =>
    pod({
      name: `${set}-${String(replica)}`,
      namespace,
      app,
      index: index * 8 + replica,
      metadata: owner('ReplicaSet', set),
      labels: { ...hashed, ...(replica === 2 && index % 4 === 0 && { canary: 'true' }) },
      ...(replica === 1 && index % 5 === 0 && { phase: 'Succeeded' }),
    }),
  );
  return [
    workload('Deployment', app, namespace),
    workload('ReplicaSet', app, namespace, { ...owner('Deployment', app), name: set }),
    workload(
      'ReplicaSet',
      app,
      namespace,
      { ...owner('Deployment', app), name: `${app}-0ld` },
      { replicas: 0 },
    ),
    ...replicas,
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(app, namespace),
      spec: {
        clusterIP: app === 'db' ? 'None' : `10.96.0.${String(index)}`,
        clusterIPs: [app === 'db' ? 'None' : `10.96.0.${String(index)}`],
        internalTrafficPolicy: 'Cluster',
        ports: [{ name: 'main', port: 80, protocol: 'TCP', targetPort: 'main' }],
        selector: { app },
        sessionAffinity: 'None',
        type: 'ClusterIP',
      },
      status: { loadBalancer: {} },
    },
    ...[0, 1].map((event) => ({
      apiVersion: 'v1',
      kind: 'Event',
      message: secret,
      metadata: metadata(`${app}.${String(event)}`, namespace),
    })),
  ];
}

const policy = (name: string, namespace: string, spec: Fields): Fields => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: metadata(name, namespace),
  spec,
});

function policiesIn(namespace: string, index: number): readonly Fields[] {
  const app = apps[index % apps.length] ?? 'web';
  return [
    policy('deny', namespace, { podSelector: {}, policyTypes: ['Ingress'] }),
    policy('allow-web', namespace, {
      ingress: [
        {
          from: [
            { podSelector: { matchLabels: { app: 'web' } } },
            {
              namespaceSelector: {
                matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['pay'] }],
              },
              podSelector: { matchExpressions: [{ key: 'canary', operator: 'DoesNotExist' }] },
            },
          ],
          ports: [
            { port: 'main', protocol: 'TCP' },
            { endPort: 9099, port: 9090 },
          ],
        },
      ],
      podSelector: { matchLabels: { app } },
      policyTypes: ['Ingress'],
    }),
    policy('egress', namespace, {
      egress: [
        { ports: [{ port: 53, protocol: 'UDP' }] },
        { to: [{ ipBlock: { cidr: '10.0.0.0/24', except: ['10.0.0.8/30'] } }, { podSelector: {} }] },
      ],
      podSelector: { matchLabels: { app: 'worker' } },
      policyTypes: ['Egress'],
    }),
  ];
}

/** All objects of the cluster, kind by kind as kubectl lists them. */
export function clusterObjects(): readonly Fields[] {
  const objects: Fields[] = [
    ...teams.slice(0, 3).map((name) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: metadata(name, null, { labels: { 'kubernetes.io/metadata.name': name, team: name } }),
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    })),
    ...[0, 1, 2].map((node) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: metadata(`node-${String(node)}`, null, { labels: { zone: 'a' } }),
      status: {
        addresses: [
          { address: `192.168.0.${String(node)}`, type: 'InternalIP' },
          { address: `node-${String(node)}`, type: 'Hostname' },
        ],
        images: [{ names: [secret] }],
      },
    })),
    ...teams.flatMap((team, t) => apps.flatMap((app, a) => appIn(team, app, t * apps.length + a))),
    workload('StatefulSet', 'queue', 'shop', {}, { serviceName: 'queue' }),
    ...[0, 1].map((index) =>
      pod({
        name: `queue-${String(index)}`,
        namespace: 'shop',
        app: 'queue',
        index: 200 + index,
        metadata: owner('StatefulSet', 'queue'),
        labels: { 'statefulset.kubernetes.io/pod-name': `queue-${String(index)}` },
      }),
    ),
    workload('DaemonSet', 'agent', 'kube-system'),
    ...[0, 1, 2].map((index) =>
      pod({
        name: `agent-${String(index)}`,
        namespace: 'kube-system',
        app: 'agent',
        index: 210 + index,
        metadata: owner('DaemonSet', 'agent'),
        spec: { hostNetwork: true },
      }),
    ),
    workload('Job', 'backup-28000000', 'pay', owner('CronJob', 'backup', 'batch/v1')),
    pod({
      name: 'backup-28000000-x',
      namespace: 'pay',
      app: 'backup',
      index: 220,
      metadata: owner('Job', 'backup-28000000', 'batch/v1'),
      phase: 'Succeeded',
    }),
    pod({
      name: 'kube-proxy-node-1',
      namespace: 'kube-system',
      app: 'proxy',
      index: 1,
      metadata: owner('Node', 'node-1', 'v1'),
      spec: { hostNetwork: true },
    }),
    pod({ name: 'debug', namespace: 'default', app: 'debug', index: 230, metadata: {} }),
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadata('front', 'shop'),
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host: '*.shop.example',
            http: {
              paths: [
                {
                  backend: { service: { name: 'web', port: { number: 80 } } },
                  path: '/',
                  pathType: 'Prefix',
                },
              ],
            },
          },
        ],
        tls: [{ secretName: secret }],
      },
    },
    ...['ConfigMap', 'Secret'].map((kind) => ({
      apiVersion: 'v1',
      data: { key: secret, file: `a: ${secret}\n---\nkind: Pod\n` },
      kind,
      metadata: metadata('settings', 'shop'),
    })),
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: metadata('reader', 'shop'),
      rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
    },
    ...teams.flatMap(policiesIn),
    {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: metadata('l7', 'pay'),
      spec: { endpointSelector: { matchLabels: { app: 'api' } }, ingress: [{ fromEntities: ['cluster'] }] },
    },
  ];
  return objects;
}

/** One object, or a list of them, as `kubectl -o yaml` prints it. */
export const asKubectlYaml = (value: unknown): string =>
  stringify(value, { indentSeq: false, lineWidth: 0, sortMapEntries: true, aliasDuplicateObjects: false });

/** The list that kubectl prints. */
export const listOf = (items: readonly unknown[]): Fields => ({
  apiVersion: 'v1',
  items,
  kind: 'List',
  metadata: { resourceVersion: '' },
});
