/** Random manifests, written in many styles, that know which of their parts must not survive. */

/** Stands wherever a secret could: under env, args, data, annotations. */
export const marker = 's3cr3t';

/** Stands in everything else that policy does not need. */
export const minor = 'unn33ded';

/** A value that must be dropped, together with its key. */
class Gone {
  /** What comments in it say. */
  readonly comment: string;
  constructor(readonly value: unknown) {
    this.comment = JSON.stringify(value).includes(marker) ? marker : minor;
  }
}

type Random = () => number;

/** A small seeded generator (mulberry32), the same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(random: Random, ...choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)] as T;

const some = <T>(random: Random, make: () => T, most = 2): T[] =>
  Array.from({ length: Math.floor(random() * (most + 1)) }, make);

function shuffled(random: Random, entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const ordered = entries
    .filter(() => random() < 0.85)
    .map((entry) => [random(), entry] as const)
    .sort(([a], [b]) => a - b)
    .map(([, entry]) => entry);
  return Object.fromEntries(ordered);
}

const secretText = (random: Random): string =>
  pick(
    random,
    marker,
    `pass: ${marker}`,
    `--password=${marker} # x`,
    `{"a":"${marker}"}`,
    `line\n---\n${marker}\n  kind: Secret\n`,
    `'${marker}' "x" [`,
    `- name: ${marker}\n- env:\n`,
  );

const drop = (value: unknown): Gone => new Gone(value);

const secretEnv = (random: Random): Gone =>
  drop(some(random, () => ({ name: 'PASSWORD', value: secretText(random) }), 3));

const secretMap = (random: Random): Gone => drop({ a: secretText(random), 'b.io/c': secretText(random) });

const metadataOf = (random: Random): Record<string, unknown> =>
  shuffled(random, [
    ['name', pick(random, 'web', 'db', 'a.b')],
    ['namespace', pick(random, 'shop', 'default')],
    ['labels', { app: pick(random, 'web', 'db'), env: 'prod', 'app.kubernetes.io/name': 'x' }],
    ['annotations', secretMap(random)],
    ['managedFields', drop([{ manager: marker }])],
    ['uid', drop(minor)],
    ['creationTimestamp', drop(null)],
    [
      'ownerReferences',
      some(random, () => ({ kind: 'ReplicaSet', name: 'web-1', controller: true, uid: drop(minor) }), 1),
    ],
  ]);

const container = (random: Random): unknown =>
  shuffled(random, [
    ['name', 'main'],
    ['image', 'registry/web:1'],
    ['env', secretEnv(random)],
    ['envFrom', drop([{ secretRef: { name: marker } }])],
    ['args', drop(some(random, () => secretText(random)))],
    ['command', drop(['sh', '-c', secretText(random)])],
    ['ports', some(random, () => ({ name: 'http', containerPort: 80 }))],
    ['readinessProbe', drop({ httpGet: { httpHeaders: [{ name: 'Cookie', value: minor }] } })],
    ['resources', drop({})],
  ]);

const podSpec = (random: Random): unknown =>
  shuffled(random, [
    ['containers', some(random, () => container(random), 2)],
    ['initContainers', some(random, () => container(random), 1)],
    ['hostNetwork', true],
    ['nodeName', 'node-1'],
    ['volumes', drop([{ name: 'v', secret: { secretName: minor } }])],
    ['serviceAccountName', drop(minor)],
  ]);

const workload = (random: Random): Record<string, unknown> => ({
  apiVersion: 'apps/v1',
  kind: pick(random, 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'),
  ...shuffled(random, [
    ['metadata', metadataOf(random)],
    [
      'spec',
      shuffled(random, [
        ['replicas', 2],
        [
          'selector',
          { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] },
        ],
        ['template', { metadata: metadataOf(random), spec: podSpec(random) }],
        ['strategy', drop({ type: minor })],
      ]),
    ],
    ['status', drop({ conditions: [{ message: minor }] })],
  ]),
});

const pod = (random: Random): Record<string, unknown> => ({
  apiVersion: 'v1',
  kind: 'Pod',
  ...shuffled(random, [
    ['metadata', { ...metadataOf(random), deletionTimestamp: '2026-01-01T00:00:00Z' }],
    ['spec', podSpec(random)],
    [
      'status',
      {
        conditions: [
          drop({ lastProbeTime: null, status: 'True', type: 'example.com/a-gate' }),
          { message: drop(minor), status: pick(random, 'True', 'False'), type: 'Ready' },
          drop({ message: minor, status: 'True', type: 'PodScheduled' }),
        ],
        phase: 'Running',
        podIP: '10.0.0.1',
        podIPs: [{ ip: '10.0.0.1' }],
        message: drop(minor),
      },
    ],
  ]),
});

const service = (random: Random): Record<string, unknown> => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: metadataOf(random),
  spec: shuffled(random, [
    ['selector', { app: 'web', data: 'x' }],
    ['ports', some(random, () => ({ port: 80, targetPort: 'http' }))],
    ['type', 'ClusterIP'],
    ['sessionAffinityConfig', drop({ a: minor })],
  ]),
});

const secret = (random: Random): Record<string, unknown> => ({
  apiVersion: 'v1',
  kind: pick(random, 'Secret', 'ConfigMap', 'ServiceAccount', 'Widget'),
  metadata: shuffled(random, [
    ['name', 'keys'],
    ['labels', drop({ a: minor })],
    ['annotations', secretMap(random)],
  ]),
  data: secretMap(random),
  stringData: secretMap(random),
  spec: drop({ password: minor }),
});

const policy = (random: Random): Record<string, unknown> => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: pick(random, 'NetworkPolicy', 'CiliumNetworkPolicy'),
  metadata: shuffled(random, [
    ['name', 'allow'],
    ['annotations', secretMap(random)],
    ['generation', drop(3)],
    ['labels', { env: 'prod' }],
  ]),
  spec: {
    podSelector: { matchLabels: { env: 'prod' } },
    ingress: [{ from: [{ podSelector: {} }], prots: [] }],
  },
  status: drop({}),
});

/** A random object, or a List of them; with its `Gone` parts still in it. */
export function randomManifest(random: Random): unknown {
  const one = (): Record<string, unknown> => pick(random, workload, pod, service, secret, policy)(random);
  if (random() < 0.7) return one();
  return {
    apiVersion: 'v1',
    kind: 'List',
    items: some(random, one, 3),
    metadata: drop({ resourceVersion: '' }),
  };
}

/** What must be left of it. */
export function expected(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !(item instanceof Gone)).map(expected);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => !(child instanceof Gone))
      .map(([key, child]) => [key, expected(child)]),
  );
}

/** Everything that is in it. */
export function complete(value: unknown): unknown {
  if (value instanceof Gone) return complete(value.value);
  if (Array.isArray(value)) return value.map(complete);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, complete(child)]));
}

/** Written as block YAML with flow parts, comments, blank lines and quotes strewn in; comments of what goes hold the marker. */
export function writeYaml(value: unknown, random: Random, newline = '\n'): string {
  return write(value, 0, null, random).replace(/^\n/, '').replaceAll('\n', newline) + newline;
}

function write(value: unknown, indent: number, gone: Gone | null, random: Random): string {
  if (value instanceof Gone) return write(value.value, indent, gone ?? value, random);
  if (typeof value !== 'object' || value === null) return ` ${scalarText(value, indent, random)}`;
  const entries = Object.entries(value);
  if (entries.length === 0 || random() < 0.12) return ` ${flow(value, gone, indent, random)}`;
  const pad = ' '.repeat(indent);
  const lines: string[] = [];
  for (const [key, child] of entries) {
    const goes = gone ?? (child instanceof Gone ? child : null);
    if (random() < 0.1) lines.push(`\n${pad}# ${goes ? goes.comment : 'note'}`);
    if (random() < 0.05) lines.push('\n');
    if (Array.isArray(value)) {
      const text = write(child, indent + 2, goes, random);
      lines.push(`\n${pad}-${random() < 0.9 ? text.replace(/^\n +(?=[^ #])/, ' ') : text}`);
    } else {
      const deeper = isList(child) && random() < 0.5 ? indent : indent + pick(random, 2, 3);
      lines.push(`\n${pad}${quotedKey(key, random)}:${write(child, deeper, goes, random)}`);
    }
  }
  return lines.join('');
}

const isList = (value: unknown): boolean => Array.isArray(value instanceof Gone ? value.value : value);

const quotedKey = (key: string, random: Random): string => (random() < 0.1 ? JSON.stringify(key) : key);

function scalarText(value: unknown, indent: number, random: Random): string {
  if (typeof value !== 'string') return String(value);
  if (value.includes('\n') && random() < 0.7) {
    const pad = '\n' + ' '.repeat(indent + 1);
    return `|${value.endsWith('\n') ? '' : '-'}${pad}${value.replace(/\n$/, '').replaceAll('\n', pad)}`;
  }
  if (/^[a-z][\w./:-]*\w$/.test(value) && random() < 0.7) return value + (random() < 0.05 ? ' # after' : '');
  return random() < 0.5 && !value.includes('\n') ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

function flow(value: object, gone: Gone | null, indent: number, random: Random): string {
  const separator = (): string =>
    pick(random, ', ', ',', ` ,\t`, `,${gone ? ` # ${gone.comment}` : ''}\n${' '.repeat(indent + 1)}`);
  const parts = Object.entries(value).map(([key, child]: [string, unknown]) => {
    const inner = child instanceof Gone ? child.value : child;
    const goes = gone ?? (child instanceof Gone ? child : null);
    const text =
      typeof inner === 'object' && inner !== null ? flow(inner, goes, indent, random) : JSON.stringify(inner);
    return Array.isArray(value) ? text : `${JSON.stringify(key)}: ${text}`;
  });
  const body = parts.map((part, index) => (index === 0 ? part : separator() + part)).join('');
  const space = pick(random, '', ' ');
  const comma = parts.length > 0 && random() < 0.1 ? ',' : '';
  return Array.isArray(value) ? `[${space}${body}${comma}${space}]` : `{${space}${body}${comma}${space}}`;
}
