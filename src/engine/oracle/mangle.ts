import fc from 'fast-check';

/**
 * Texts as they turn up in an editor: manifests of every kind, right, wrong and half typed. For properties that must
 * hold whatever is typed.
 */
export function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: mangled(manifest()) },
    { weight: 2, arbitrary: manifest() },
    fc.string(),
  );
}

/** One to four documents, as YAML or JSON, with values that need not fit. */
export function manifest(): fc.Arbitrary<string> {
  const document = fc
    .tuple(anyObject(), fc.boolean())
    .map(([value, json]) => (json ? JSON.stringify(value) : yaml(value)));
  return fc
    .tuple(fc.array(document, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n'))
    .map(([documents, lineEnd]) => documents.join('\n---\n').replaceAll('\n', lineEnd));
}

/** The text after some slips of the hand. */
function mangled(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.array(slip(), { minLength: 1, maxLength: 6 }))
    .map(([start, slips]) => slips.reduce(mangle, start));
}

/** A place, as a share of the text's length, and what happens there. */
interface Slip {
  readonly place: number;
  readonly length: number;
  readonly kind: 'insert' | 'delete' | 'repeat' | 'cut' | 'indent' | 'swapLines';
  readonly insert: string;
}

const snippets = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    ':',
    ': ',
    '- ',
    '\n',
    '\t',
    '#',
    '&a ',
    '*a',
    '<<: *a',
    '|',
    '>',
    '!!str ',
    '%',
    '\uFEFF',
    '\0',
  ],
  ...[
    '---\n',
    '---\n\uFEFF',
    '...\n',
    '\r',
    ',',
    'null',
    'true',
    'yes',
    '0',
    '-1',
    '1e3',
    '0x10',
    '99999999999',
    '~',
    '{{ .Values.x }}',
    '\ud800',
    '…',
  ],
  ...[
    'kind: List\n',
    'kind: NetworkPolicy\n',
    'apiVersion:\n',
    'lables: {}\n',
    'items:\n',
    'podSelector: {}\n',
    'from:\n',
    'matchLabels:',
    'policyTypes: [Egress]\n',
    '10.0.0.0/8',
    '::/0',
  ],
];

function slip(): fc.Arbitrary<Slip> {
  return fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    kind: fc.constantFrom('insert', 'insert', 'delete', 'repeat', 'cut', 'indent', 'swapLines'),
    insert: fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 5 })),
  });
}

function mangle(text: string, { place, length, kind, insert }: Slip): string {
  const at = Math.floor(place * text.length);
  const [head, piece, tail] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  switch (kind) {
    case 'insert':
      return head + insert + piece + tail;
    case 'delete':
      return head + tail;
    case 'repeat':
      return head + piece + piece + tail;
    case 'cut':
      return head;
    case 'indent':
      return head + piece.replaceAll('\n', `\n${' '.repeat(length % 5)}`) + tail;
    case 'swapLines':
      return head + piece.split('\n').reverse().join('\n') + tail;
  }
}

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

const word = (): fc.Arbitrary<Value> =>
  fc.constantFrom<Value>(
    'web',
    'db',
    'a.b/c',
    '',
    'UPPER',
    'yes',
    '80',
    'http',
    1,
    0,
    -5,
    80,
    65536,
    1.5,
    true,
    null,
  );

function labels(): fc.Arbitrary<Value> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.dictionary(fc.constantFrom('app', 'tier', 'x/y', 'a b', ''), word(), { maxKeys: 3 }),
    },
    { weight: 1, arbitrary: word() },
  );
}

function selector(): fc.Arbitrary<Value> {
  const operator = fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', '');
  const expression = fc.record(
    { key: word(), operator, values: fc.array(word(), { maxLength: 2 }) },
    { requiredKeys: [] },
  );
  return fc.oneof(
    fc.record(
      { matchLabels: labels(), matchExpressions: fc.array(expression, { maxLength: 2 }) },
      { requiredKeys: [] },
    ),
    fc.constantFrom<Value>(null, {}, 'web', []),
  );
}

function rule(peers: string): fc.Arbitrary<Value> {
  const cidr = fc.constantFrom<Value>(
    '10.0.0.0/8',
    '10.1.2.3/24',
    '::/0',
    '10.0.0.1',
    '010.0.0.0/8',
    '::ffff:1.2.3.4/120',
    'x',
    7,
  );
  const block = fc.record({ cidr, except: fc.array(cidr, { maxLength: 2 }) }, { requiredKeys: [] });
  const peer = fc.record(
    { podSelector: selector(), namespaceSelector: selector(), ipBlock: block },
    { requiredKeys: [] },
  );
  const protocol = fc.constantFrom<Value>('TCP', 'UDP', 'SCTP', 'tcp', null);
  const port = fc.record({ protocol, port: word(), endPort: word() }, { requiredKeys: [] });
  const some = (item: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
    fc.oneof(fc.array(item, { maxLength: 3 }), word());
  const parts = fc.record({ peers: some(peer), ports: some(port), form: word() }, { requiredKeys: [] });
  return parts.map(({ peers: entries, ...rest }) =>
    entries === undefined ? rest : { ...rest, [peers]: entries },
  );
}

function policySpec(): fc.Arbitrary<Value> {
  return fc.record(
    {
      podSelector: selector(),
      policyTypes: fc.array(fc.constantFrom('Ingress', 'Egress', 'Both'), { maxLength: 3 }),
      ingress: fc.oneof(fc.array(rule('from'), { maxLength: 3 }), word()),
      egress: fc.oneof(fc.array(rule('to'), { maxLength: 3 }), word()),
    },
    { requiredKeys: [] },
  );
}

function podSpec(): fc.Arbitrary<Value> {
  const port = fc.record(
    { name: word(), containerPort: word(), protocol: word() },
    { requiredKeys: ['containerPort'] },
  );
  const container = fc.record(
    { ports: fc.array(port, { maxLength: 2 }), restartPolicy: word() },
    { requiredKeys: [] },
  );
  return fc.record(
    {
      containers: fc.array(container, { maxLength: 2 }),
      initContainers: fc.array(container, { maxLength: 1 }),
      hostNetwork: word(),
      nodeName: word(),
    },
    { requiredKeys: [] },
  );
}

function anySpec(): fc.Arbitrary<Value> {
  const template = fc.record(
    { metadata: fc.record({ labels: labels() }), spec: podSpec() },
    { requiredKeys: [] },
  );
  const workload = fc.record({ replicas: word(), selector: selector(), template }, { requiredKeys: [] });
  const service = fc.record(
    {
      type: word(),
      clusterIP: word(),
      selector: labels(),
      ports: fc.array(fc.record({ port: word(), targetPort: word() }), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    policySpec(),
    workload,
    podSpec(),
    service,
    fc.record({ jobTemplate: fc.record({ spec: workload }) }),
    word(),
  );
}

function anyObject(): fc.Arbitrary<Value> {
  const kind = fc.constantFrom<Value>(
    ...[
      'NetworkPolicy',
      'NetworkPolicy',
      'NetworkPolicy',
      'Namespace',
      'Pod',
      'Deployment',
      'StatefulSet',
      'DaemonSet',
      'ReplicaSet',
    ],
    ...[
      'ReplicationController',
      'Job',
      'CronJob',
      'Service',
      'Ingress',
      'Node',
      'ConfigMap',
      'CiliumNetworkPolicy',
      'networkpolicy',
      null,
    ],
  );
  const apiVersion = fc.constantFrom<Value>(
    'networking.k8s.io/v1',
    'v1',
    'apps/v1',
    'batch/v1',
    'cilium.io/v2',
    'x.example/v1',
    null,
  );
  const metadata = fc.record(
    { name: word(), namespace: word(), generateName: word(), labels: labels() },
    { requiredKeys: ['name'] },
  );
  const single = fc.record(
    { apiVersion, kind, metadata, spec: anySpec(), status: word() },
    { requiredKeys: ['kind'] },
  );
  const list = fc.record({
    apiVersion: fc.constant('v1'),
    kind: fc.constantFrom('List', 'PodList'),
    items: fc.array(fc.oneof(single, word()), { maxLength: 3 }),
  });
  return fc.oneof({ weight: 6, arbitrary: single }, { weight: 1, arbitrary: list });
}

/** Block style, as people write it. */
function yaml(value: Value, indent = ''): string {
  if (value === null || typeof value !== 'object')
    return typeof value === 'string' ? scalar(value) : String(value);
  if (value instanceof Array) {
    return value.length === 0
      ? '[]'
      : value.map((item) => `\n${indent}- ${yaml(item, `${indent}  `).trimStart()}`).join('');
  }
  const entries = Object.entries(value);
  return entries.length === 0
    ? '{}'
    : entries.map(([key, item]) => `\n${indent}${scalar(key)}: ${yaml(item, `${indent}  `)}`).join('');
}

function scalar(text: string): string {
  return /^[A-Za-z0-9./]+$/.test(text) ? text : JSON.stringify(text);
}
