import { random } from '../../../bench/generate';
import { kubectlYaml, type Value } from './kubectlYaml.test-data';

type Next = (below: number) => number;
type Fields = Readonly<Record<string, Value>>;

/** Objects as a cluster holds them, one kind after the other. */
export function kubectlObjects(count: number, seed: number): readonly Fields[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, index) => (makers[index % makers.length] ?? pod)(next, index));
}

/** Pods of Deployments, about 5.6 KB of YAML to a pod. */
export function kubectlPods(count: number, replicas: number, seed: number): readonly Fields[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, index) => pod(next, index, replicas));
}

/** `kubectl get … -o yaml` of more than one object. */
export function kubectlList(items: readonly Fields[]): string {
  return kubectlYaml({ apiVersion: 'v1', items, kind: 'List', metadata: { resourceVersion: '' } });
}

const words = ['payments', 'catalog', 'checkout', 'search', 'ledger', 'frontend', 'session-cache', 'mailer'];

function pick<Item>(next: Next, items: readonly [Item, ...Item[]]): Item {
  return items[next(items.length)] ?? items[0];
}

/** As in the names of pods. */
export function hash(next: Next, length: number): string {
  return Array.from({ length }, () => 'bcdfghjklmnpqrstvwxz2456789'.charAt(next(27))).join('');
}

export function uid(next: Next): string {
  const hex = (length: number): string => Array.from({ length }, () => next(16).toString(16)).join('');
  return [8, 4, 4, 4, 12].map(hex).join('-');
}

const time = '2026-03-01T08:15:30Z';

function metadata(next: Next, name: string, namespace: string | null, more: Fields = {}): Fields {
  return {
    creationTimestamp: time,
    name,
    ...(namespace === null ? {} : { namespace }),
    resourceVersion: String(100000 + next(900000)),
    uid: uid(next),
    ...more,
  };
}

function labels(app: string, next: Next): Fields {
  return {
    app,
    'app.kubernetes.io/instance': `${app}-prod`,
    'app.kubernetes.io/version': pick(next, ['1.2', '1.24.7', 'v3', '2026', 'true', 'on', '']),
    tier: pick(next, ['web', 'api', 'db']),
    'pod-template-hash': hash(next, 9),
  };
}

function container(app: string, next: Next): Fields {
  const port = 8000 + next(8);
  const probe = {
    failureThreshold: 3,
    httpGet: { path: '/healthz', port: 'http', scheme: 'HTTP' },
    periodSeconds: 10,
  };
  return {
    args: ['--listen=:8080', '--log-level', pick(next, ['info', 'debug']), `--flags=a: b # c`, '-v'],
    command: [
      '/bin/sh',
      '-c',
      `exec /usr/local/bin/${app} --with some rather long command line that goes on and on and on`,
    ],
    env: [
      { name: 'LOG_FORMAT', value: 'json' },
      { name: 'EMPTY', value: '' },
      { name: 'PORT', value: String(port) },
      { name: 'URL', value: `http://${app}.internal:${port}/path?query=1#part` },
      { name: 'POD_NAME', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { key: 'password', name: `${app}-credentials` } } },
      { name: 'TABS', value: next(50) === 0 ? 'é…😀' : 'a\tb "quoted" \\' },
    ],
    image: `registry.example.com/team/${app}:1.${next(40)}.0`,
    imagePullPolicy: 'IfNotPresent',
    livenessProbe: probe,
    name: app,
    ports: [
      { containerPort: port, name: 'http', protocol: 'TCP' },
      { containerPort: 9090, protocol: 'TCP' },
    ],
    readinessProbe: probe,
    resources: { limits: { memory: '512Mi' }, requests: { cpu: '250m', memory: '256Mi' } },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsUser: 10001 },
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    volumeMounts: [
      { mountPath: '/etc/app', name: 'config' },
      {
        mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
        name: 'kube-api-access-x7k2p',
        readOnly: true,
      },
    ],
  };
}

function podSpec(app: string, next: Next): Fields {
  const toleration = (key: string): Fields => ({
    effect: 'NoExecute',
    key: `node.kubernetes.io/${key}`,
    operator: 'Exists',
    tolerationSeconds: 300,
  });
  return {
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            podAffinityTerm: {
              labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: [app] }] },
              topologyKey: 'kubernetes.io/hostname',
            },
            weight: 100,
          },
        ],
      },
    },
    containers: [container(app, next)],
    dnsPolicy: 'ClusterFirst',
    ...(next(9) === 0 ? { hostNetwork: true } : {}),
    ...(next(4) === 0 ? { initContainers: [{ image: 'busybox', name: 'init', resources: {} }] } : {}),
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    serviceAccount: app,
    serviceAccountName: app,
    terminationGracePeriodSeconds: 30,
    tolerations: [toleration('not-ready'), toleration('unreachable')],
    volumes: [
      { configMap: { defaultMode: 420, name: `${app}-config` }, name: 'config' },
      {
        name: 'kube-api-access-x7k2p',
        projected: {
          defaultMode: 420,
          sources: [
            { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
            { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
            {
              downwardAPI: {
                items: [
                  { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' },
                ],
              },
            },
          ],
        },
      },
    ],
  };
}

const managed: Value = [
  {
    apiVersion: 'v1',
    fieldsType: 'FieldsV1',
    fieldsV1: {
      'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
      'f:spec': {
        'f:containers': {
          'k:{"name":"main"}': { '.': {}, 'f:ports': { 'k:{"containerPort":80,"protocol":"TCP"}': {} } },
        },
      },
    },
    manager: 'kube-controller-manager',
    operation: 'Update',
    time,
  },
];

function pod(next: Next, index: number, replicas = 4): Fields {
  const workload = Math.floor(index / replicas);
  const same = random(workload);
  const app = `${words[workload % words.length] ?? 'app'}-${workload}`;
  const replicaSet = `${app}-5d4f8c7b9`;
  const address = `10.${100 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`;
  const host = `10.0.${next(4)}.${next(250)}`;
  const condition = (type: string): Fields => ({
    lastProbeTime: null,
    lastTransitionTime: time,
    status: 'True',
    type,
  });
  const isWaiting = next(6) === 0;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata(next, `${replicaSet}-${hash(next, 5)}`, `team-${workload % 40}`, {
      annotations: {
        'checksum/config': uid(next).repeat(2).replaceAll('-', ''),
        'prometheus.io/port': '9090',
        'prometheus.io/scrape': 'true',
        'example.com/note': 'a first line\n\n  indented: yes\n# no comment\n- no item\n',
        'example.com/text': `it's said: this text is long enough to be broken, it has ${index} and more words than a line holds`,
      },
      ...(index % 7 === 3 ? { deletionGracePeriodSeconds: 30, deletionTimestamp: time } : {}),
      generateName: `${replicaSet}-`,
      labels: labels(app, same),
      ...(next(3) === 0 ? { managedFields: managed } : {}),
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          blockOwnerDeletion: true,
          controller: true,
          kind: 'ReplicaSet',
          name: replicaSet,
          uid: uid(next),
        },
      ],
    }),
    spec: { ...podSpec(app, same), nodeName: `ip-10-0-${next(30)}-17.eu-west-1.compute.internal` },
    status: {
      conditions: [
        ...['Initialized', 'ContainersReady', 'PodScheduled'].map(condition),
        {
          ...condition('Ready'),
          ...(isWaiting ? { status: 'False' } : {}),
          message: isWaiting
            ? `containers with unready status: [${app} sidecar another-one yet-another-one and-one-more]`
            : 'a plain message that is longer than a line and therefore goes on in the next one, "as it should"',
        },
      ],
      containerStatuses: [
        {
          containerID: `containerd://${uid(next).repeat(2)}`,
          image: `registry.example.com/team/${app}:1.0.0`,
          imageID: `registry.example.com/team/${app}@sha256:${uid(next)}`,
          lastState: {},
          name: app,
          ready: !isWaiting,
          restartCount: next(5),
          started: true,
          state: { running: { startedAt: time } },
        },
      ],
      hostIP: host,
      hostIPs: [{ ip: host }],
      phase: pick(next, ['Running', 'Running', 'Running', 'Pending', 'Succeeded']),
      podIP: address,
      podIPs: [{ ip: address }, ...(next(5) === 0 ? [{ ip: `fd00:10:${index.toString(16)}::5` }] : [])],
      qosClass: 'Burstable',
      startTime: time,
    },
  };
}

function workload(kind: string, next: Next, index: number): Fields {
  const app = `${pick(next, ['api', 'web', 'db'])}-${index}`;
  const matchLabels = { app };
  const template = {
    metadata: {
      annotations: { 'kubectl.kubernetes.io/restartedAt': time },
      creationTimestamp: null,
      labels: labels(app, next),
    },
    spec: podSpec(app, next),
  };
  const specs: Readonly<Record<string, Fields>> = {
    DaemonSet: { revisionHistoryLimit: 10, selector: { matchLabels }, template },
    ReplicationController: { replicas: 2, selector: matchLabels, template },
    Job: { backoffLimit: 6, completions: 1, parallelism: next(3), template },
    CronJob: {
      concurrencyPolicy: 'Forbid',
      jobTemplate: { metadata: { creationTimestamp: null }, spec: { parallelism: 2, template } },
      schedule: '*/5 * * * *',
      suspend: false,
    },
  };
  const groups: Readonly<Record<string, string>> = {
    ReplicationController: 'v1',
    Job: 'batch/v1',
    CronJob: 'batch/v1',
  };
  return {
    apiVersion: groups[kind] ?? 'apps/v1',
    kind,
    metadata: metadata(next, app, 'shop', { generation: 3, labels: { app } }),
    spec: specs[kind] ?? {
      ...(kind === 'StatefulSet' ? { ordinals: { start: next(3) } } : {}),
      progressDeadlineSeconds: 600,
      replicas: next(4),
      selector: { matchLabels },
      template,
    },
    status: { conditions: [{ lastUpdateTime: time, status: 'True', type: 'Available' }], readyReplicas: 2 },
  };
}

function service(next: Next, index: number): Fields {
  const headless = next(3) === 0;
  const address = `172.20.${index & 255}.${next(250)}`;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(next, `svc-${index}`, 'shop'),
    spec: {
      clusterIP: headless ? 'None' : address,
      clusterIPs: [headless ? 'None' : address],
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ports: [
        { name: 'http', port: 80, protocol: 'TCP', targetPort: pick<Value>(next, ['http', 8080]) },
        { name: '2', nodePort: 30080, port: 443, protocol: 'UDP', targetPort: 443 },
      ],
      ...(index % 7 === 2 ? { externalName: `db-${index}.example.org` } : {}),
      ...(index % 5 === 3 ? { publishNotReadyAddresses: true } : {}),
      ...(next(4) === 0 ? {} : { selector: { app: `web-${index}` } }),
      sessionAffinity: 'None',
      type: pick(next, ['ClusterIP', 'NodePort', 'LoadBalancer']),
    },
    status: { loadBalancer: {} },
  };
}

const makers: readonly [(next: Next, index: number) => Fields, ...((next: Next, index: number) => Fields)[]] =
  [
    pod,
    ...[
      'Deployment',
      'StatefulSet',
      'DaemonSet',
      'ReplicaSet',
      'ReplicationController',
      'Job',
      'CronJob',
    ].map((kind) => (next: Next, index: number) => workload(kind, next, index)),
    service,
    (next, index) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: metadata(next, `team-${index}`, null, {
        labels: { 'kubernetes.io/metadata.name': `team-${index}` },
      }),
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    }),
    (next, index) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: metadata(next, `node-${index}.internal`, null, {
        labels: { 'kubernetes.io/os': 'linux', 'node-role.kubernetes.io/worker': '' },
      }),
      spec: { podCIDR: '10.1.0.0/24', podCIDRs: ['10.1.0.0/24'] },
      status: {
        addresses: [
          { address: `10.0.0.${index & 255}`, type: 'InternalIP' },
          { address: `node-${index}.internal`, type: 'Hostname' },
        ],
        images: [{ names: ['nginx@sha256:0', 'nginx:1'], sizeBytes: 5 }],
      },
    }),
    (next, index) => ({
      apiVersion: 'v1',
      data: {
        '.env': '',
        '10-first.conf': 'server {\n\tlisten 80;\n}\n',
        'app.yaml': 'a:\n  b: [1, 2]\n---\nc: d\n',
        'spaced.txt': '  two blanks first\nand then none',
        url: 'https://example.com/?a=b&c=d#e',
      },
      kind: 'ConfigMap',
      metadata: metadata(next, `config-${index}`, 'shop'),
    }),
    (next, index) => ({
      apiVersion: 'v1',
      data: { '.dockerconfigjson': 'eyJhdXRocyI6e319', 'tls.crt': 'LS0tLS1CRUdJTg==' },
      kind: 'Secret',
      metadata: metadata(next, `secret-${index}`, 'shop'),
      type: 'kubernetes.io/dockerconfigjson',
    }),
    (next, index) => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: metadata(next, `role-${index}`, 'shop'),
      rules: [{ apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['*'] }],
    }),
  ];
