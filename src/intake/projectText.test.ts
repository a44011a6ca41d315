import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { splitDocuments } from '../engine';
import { projectText } from './project';

const secret = 's3cr3t';
const lines = (...text: readonly string[]): string => text.join('\n') + '\n';
const untouched = (text: string): void => {
  const result = projectText(text);
  expect(result.text).toBe(text);
  expect(Object.values(result.dropped)).toEqual([0, 0, 0, 0, 0, 0]);
};

const policy = lines(
  '# Who may call the shop',
  'apiVersion: networking.k8s.io/v1',
  'kind: NetworkPolicy',
  'metadata: {name: allow, namespace: shop} # the shop',
  'spec:',
  '  podSelector: {matchLabels: {env: prod}}',
  '  ingress:',
  '    # from the front only',
  '    - from:',
  '        - podSelector: {matchLabels: {app: front}}',
  '      prots: [{port: 80}]   # a mistake',
);

describe('a policy', () => {
  it('comes back as it was written, mistakes and comments included', () => {
    untouched(policy);
    untouched(policy.replaceAll('\n', '\r\n'));
  });

  it('loses the annotations that kubectl apply leaves, and what the server adds', () => {
    const dumped = policy.replace(
      'metadata: {name: allow, namespace: shop} # the shop',
      lines(
        'metadata:',
        '  annotations:',
        '    kubectl.kubernetes.io/last-applied-configuration: |',
        `      {"apiVersion":"v1","metadata":{"annotations":{"a":"${secret}"}}}`,
        '  name: allow # its name',
        '  uid: 0-1-2',
        '  labels: {env: prod}',
      ).trimEnd(),
    );
    const { text, dropped } = projectText(dumped + 'status: {}\n');
    expect(text).toBe(
      policy.replace(
        'metadata: {name: allow, namespace: shop} # the shop',
        'metadata:\n  name: allow # its name\n  labels: {env: prod}',
      ),
    );
    expect(dropped).toEqual({ env: 0, args: 0, data: 0, annotations: 1, status: 1, other: 1 });
  });

  it('of another group keeps its spec', () => {
    untouched(
      lines('apiVersion: cilium.io/v2', 'kind: CiliumNetworkPolicy', 'spec:', '  endpointSelector: {}'),
    );
  });
});

it.each(['Foo', 'NetPolicy', 'N', 'Policie', 'Firewall'])(
  'a policy whose kind is written %s keeps its spec',
  (kind) => {
    const text = policy.replace('kind: NetworkPolicy', `kind: ${kind}`);
    const spec = ['spec:', '  podSelector: {matchLabels: {env: prod}}'];
    const plain = lines(
      'apiVersion: networking.k8s.io/v1',
      `kind: ${kind}`,
      'metadata:',
      '  name: a',
      ...spec,
    );
    for (const written of [
      text,
      plain,
      lines(
        'kind: List',
        'items:',
        ...plain
          .trimEnd()
          .split('\n')
          .map((line, index) => (index === 0 ? '- ' : '  ') + line),
      ),
    ]) {
      untouched(written);
      expect(parse(projectText(JSON.stringify(parse(written))).text)).toEqual(parse(written));
      const { text: without } = projectText(written.replace(/^( *)spec:/m, `$&\n$1  password: ${secret}`));
      expect(without).toBe(written.replace(/^( *)spec:/m, '$&\n$1  password: ""'));
    }
    const other = projectText(plain.replace('networking.k8s.io', 'example.com')).text;
    if (kind === 'Foo' || kind === 'Firewall') expect(other).not.toContain('spec');
  },
);

it.each(['IngressClass', 'ServiceCIDR'])('%s is no policy', (kind) => {
  const text = lines(
    'apiVersion: networking.k8s.io/v1',
    `kind: ${kind}`,
    'metadata: {name: a}',
    'spec: {a: b}',
  );
  expect(projectText(text).text).not.toContain('spec');
});

describe('a policy of another group', () => {
  const foreign = (spec: readonly string[]): string =>
    lines('apiVersion: example.com/v1', 'kind: FancyNetworkPolicy', 'metadata: {name: a}', 'spec:', ...spec);
  const rule = [
    '  endpointSelector: {matchLabels: {token: a, env: prod}}',
    '  ingress: # from there',
    '  - fromEndpoints: [{matchLabels: {password: a}}]',
    '    toPorts: [{ports: [{port: "80"}]}]',
  ];

  it('keeps what it is about', () => {
    untouched(foreign(rule));
  });

  it.each([
    [`  env: [{name: A, value: ${secret}}]`, '  env: []'],
    [`  annotations: {a: ${secret}}`, '  annotations: {}'],
    [`  tls: {clientSecret: ${secret}}`, '  tls: {clientSecret: ""}'],
    [`  http: {headers: ["Authorization: Bearer ${secret}"]}`, '  http: {headers: [""]}'],
    [`  url: https://user:${secret}@host/`, '  url: ""'],
    [`  headers:\n  - name: X-Key\n    value: ${secret}`, '  headers:\n  - name: X-Key\n    value: ""'],
  ])('loses what is secret: %j', (written, left) => {
    const { text } = projectText(foreign([...rule, written]));
    expect(text).toBe(foreign([...rule, left]));
    untouched(text);
    const broken = projectText(`${foreign([...rule, written])}  a: [\n`).text;
    expect(broken).not.toContain(secret);
    expect(broken).toContain(foreign(rule));
  });
});

const deployment = lines(
  'apiVersion: apps/v1',
  'kind: Deployment',
  'metadata:',
  '  name: web # the shop window',
  'spec:',
  '  # two are enough',
  '  replicas: 2',
  '  template:',
  '    metadata: {labels: {app: web, env: prod}}',
  '    spec:',
  '      containers:',
  '      - env:',
  '        - name: PASSWORD',
  `          value: ${secret}`,
  `          # was: ${secret}`,
  '        name: web',
  `        # - name: ${secret}`,
  '        image: "shop/web:1"',
  `        args: [--password, ${secret}]`,
  '        ports:',
  '        - containerPort: 80 # plain',
);

describe('a workload', () => {
  it('keeps what decides connectivity in its own words', () => {
    const { text, dropped } = projectText(deployment);
    expect(text).toBe(
      lines(
        'apiVersion: apps/v1',
        'kind: Deployment',
        'metadata:',
        '  name: web # the shop window',
        'spec:',
        '  # two are enough',
        '  replicas: 2',
        '  template:',
        '    metadata: {labels: {app: web, env: prod}}',
        '    spec:',
        '      containers:',
        '      - name: web',
        '        image: "shop/web:1"',
        '        ports:',
        '        - containerPort: 80 # plain',
      ),
    );
    expect(dropped).toMatchObject({ env: 1, args: 1 });
  });

  it('without anything to drop comes back as it is', () => {
    untouched(
      lines('kind: Service', 'metadata: {name: a}', 'spec:', '  # env of the front', '  ports: [{port: 80}]'),
    );
  });

  it('keeps the words above it, but not settings put out of use there', () => {
    const pod = lines('kind: Pod', 'metadata: {name: a}');
    untouched(`# The shop: a pod\n\n${pod}`);
    expect(projectText(`# env: ${secret}\n${pod}`).text).toBe(pod);
    expect(projectText(`%YAML 1.2\n---\n# env: ${secret}\n${pod}`).text).toBe(`%YAML 1.2\n---\n${pod}`);
  });

  it('writes {} where the only key of a map or list item went', () => {
    const { text } = projectText(
      lines('kind: Pod', 'metadata:', '  annotations: {a: b}', 'spec:', '  containers:', '  - env: []'),
    );
    expect(text).toBe(lines('kind: Pod', 'metadata: {}', 'spec:', '  containers:', '  - {}'));
  });

  it.each([
    ['at the margin', `#      - env:\n#        - name: A\n#          value: ${secret}\n`],
    ['at its place', `        # env:\n        #   - value: ${secret}\n`],
  ])('loses settings put out of use behind it, %s', (_, comment) => {
    const pod = lines('kind: Pod', 'spec:', '  containers:', '      - name: a');
    expect(projectText(pod + comment).text).toBe(pod);
    expect(projectText(pod + comment + 'metadata: {name: a}\n').text).toBe(pod + 'metadata: {name: a}\n');
  });
});

describe('objects that are not read', () => {
  it('keep nothing but their name', () => {
    const { text, dropped } = projectText(
      lines(
        'apiVersion: v1',
        `# the password is ${secret}`,
        'kind: Secret # opaque',
        'metadata:',
        '  name: keys',
        '  labels: {a: b}',
        'data:',
        `  a: ${secret} `,
        `# ${secret}`,
      ),
    );
    expect(text).toBe(lines('apiVersion: v1', 'kind: Secret', 'metadata:', '  name: keys'));
    expect(dropped.data).toBe(1);
  });

  it('are found in a List, and in a list of their own kind whose items do not say it', () => {
    const list = JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, stringData: { p: secret } }],
    });
    expect(JSON.parse(projectText(list).text)).toEqual({
      apiVersion: 'v1',
      kind: 'List',
      items: [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } }],
    });
    const kindless = lines('kind: SecretList', 'items:', '- metadata: {name: a}', `  data: {p: ${secret}}`);
    expect(parse(projectText(kindless).text)).toEqual({
      kind: 'SecretList',
      items: [{ metadata: { name: 'a' } }],
    });
    const pods = lines('kind: PodList', 'items:', '- metadata: {name: a}', '  spec: {hostNetwork: true}');
    untouched(pods);
  });

  it('do not hide behind a second kind in the same document', () => {
    const text = lines('kind: NetworkPolicy', 'kind: Secret', 'data:', `  a: ${secret}`);
    expect(projectText(text).text).not.toContain(secret);
  });

  it('include kubeconfig files', () => {
    expect(projectText(lines('kind: Config', 'users:', `- user: {token: ${secret}}`)).text).toBe(
      'kind: Config\n',
    );
  });
});

describe('several documents', () => {
  it('are told apart by markers only, not by what looks like one in a block scalar', () => {
    const { text } = projectText(
      lines(
        'kind: ConfigMap',
        'data:',
        '  a: |',
        '    ---',
        '    kind: NetworkPolicy',
        `    spec: ${secret}`,
        '--- # next',
        policy,
      ),
    );
    expect(text).toBe(lines('kind: ConfigMap', '--- # next', policy));
  });

  it('keep the text of those that have nothing to drop', () => {
    const { text } = projectText(`${policy}---\r\n${deployment}...\n${policy}`);
    expect(text.startsWith(`${policy}---\r\n`)).toBe(true);
    expect(text.endsWith(`...\n${policy}`)).toBe(true);
    expect(text).not.toContain(secret);
  });
});

describe('values in brackets after each other', () => {
  const pod = (name: string): string =>
    `{"kind": "Pod", "metadata": {"name": ${name}, "uid": "${secret}"}}\n`;

  it.each(['&a "x"', '!!str x'])('stay apart when one is written anew because of %s', (name) => {
    const { text } = projectText(pod(name) + pod('"y"') + pod(name));
    const kept = splitDocuments(text).map((document) => parse(document.text) as unknown);
    expect(kept).toEqual(['x', 'y', 'x'].map((named) => ({ kind: 'Pod', metadata: { name: named } })));
  });

  it('stay apart when one cannot be read', () => {
    const { text } = projectText(`{"kind": "Pod", "env": [*a]}\n${pod('"y"')}`);
    const [broken, sound] = splitDocuments(text);
    expect(() => parse(broken?.text ?? '') as unknown).toThrow();
    expect(parse(sound?.text ?? '')).toEqual({ kind: 'Pod', metadata: { name: 'y' } });
  });
});

describe('pieces of manifests', () => {
  it.each([
    [
      'a rule',
      lines('- from:', '    - podSelector:', '        matchLabels: {env: prod, data: x}', '      # why'),
    ],
    ['an indented rule', '      - podSelector:\n          matchLabels:\n            env: prod'],
    ['labels', 'env: prod\ncommand: run\n'],
    ['ports', '[{port: 80}]'],
    ['words', 'just a note: about nothing'],
    ['an owner', 'ownerReferences: [{apiVersion: v1, kind: Secret, name: a, uid: b}]'],
  ])('such as %s come back as they are', (_, text) => {
    untouched(text);
  });

  it('lose env and its like', () => {
    expect(projectText(lines('env:', '- name: A', `  value: ${secret}`)).text).toBe('');
    expect(projectText(lines('name: web', 'env:', `- {name: A, value: ${secret}}`, 'image: x')).text).toBe(
      lines('name: web', 'image: x'),
    );
    expect(projectText(`command: mysqld --password=${secret}\n`).text).not.toContain(secret);
  });

  it('are objects where they hold objects', () => {
    const { text } = projectText(lines('- kind: Secret', `  immutable: ${secret}`, '  metadata: {name: a}'));
    expect(text).toBe(lines('- kind: Secret', '  metadata: {name: a}'));
  });
});

describe('text that does not parse', () => {
  it('keeps everything but the blocks that hold secrets', () => {
    const broken = deployment
      .replace('  replicas: 2', '  replicas: 2\n  selector: {matchLabels: {app: web}')
      .replace(`# - name: ${secret}`, `# env: [${secret}]`);
    const { text, dropped } = projectText(broken);
    expect(text).not.toContain(secret);
    expect(text).toContain('  selector: {matchLabels: {app: web}\n');
    expect(text).toContain('        - containerPort: 80 # plain\n');
    expect(text).toContain('      -\n        name: web\n');
    expect(dropped).toMatchObject({ env: 1, args: 1 });
  });

  it('keeps nothing of a Secret but its name', () => {
    const { text } = projectText(
      lines(
        'items:',
        '- apiVersion: v1',
        '  data:',
        `    name: ${secret}`,
        `  password: ${secret}`,
        '  kind: Secret',
        '  metadata:',
        '    name: keys',
        `    note: ${secret}`,
        '- kind: Service',
        '  spec: {ports: [{port: 80}',
      ),
    );
    expect(text).toBe(
      lines(
        'items:',
        '- apiVersion: v1',
        '  kind: Secret',
        '  metadata:',
        '    name: keys',
        '- kind: Service',
        '  spec: {ports: [{port: 80}',
      ),
    );
  });

  it('as JSON that breaks off loses its secrets too', () => {
    const whole = JSON.stringify(
      { kind: 'Pod', spec: { containers: [{ env: [{ name: 'A', value: secret }], name: 'web' }] }, z: 1 },
      null,
      2,
    );
    for (let length = 0; length < whole.length; length++) {
      const { text } = projectText(whole.slice(0, length));
      expect(text).not.toContain(secret);
    }
  });

  it('does not touch what the other documents say', () => {
    expect(projectText(`${policy}---\nfoo: [\n---\n${policy}`).text).toBe(
      `${policy}---\nfoo: [\n---\n${policy}`,
    );
  });

  it.each([
    ['a separator in a value', `value: "a\u2028${secret}"\n`],
    ['a return in a value', `value: "a\r${secret}"\n`],
    ['old line ends', `kind: Secret\rstringData:\r  p: ${secret}\r`],
    ['a key pasted at the margin', `  value: |\n-----BEGIN KEY-----\n${secret}\n-----END KEY-----\n`],
    ['JSON pasted at the margin', `  annotations: |\n{\n  "a": "${secret}"\n}\n`],
    ['quotes over several lines', `args: "foo\n${secret}\nbar"\n`],
    ['a marked key', `? args\n: - ${secret}\n`],
    ['a marked key and its item', `- ? "args"\n  : - a\n    - ${secret}\n`],
    ['an escaped key', `"\\x65nv":\n- value: a\n- ${secret}\n`],
  ])('loses secrets with %s', (_, text) => {
    const broken = `name: a\n${text}kind: Pod\n  b: [\n`;
    expect(projectText(broken).text).not.toContain(secret);
    expect(projectText(broken).text).toContain('kind: Pod\n');
  });

  it('keeps a half-typed policy', () => {
    untouched(policy + '    - from:\n      - podSelector: {matchLabels: {env: prod}');
  });

  it('keeps expectations whole, their comments and mistakes too', () => {
    untouched(
      lines(
        '# what must hold',
        'apiVersion: netpol-playground/v1',
        'kind: Expectations',
        'metadata: {name: shop}',
        'expectations:',
        '  - name: the shop works # today',
        '    allow: {from: shop/web, to: shop/api, port: [8080, UDP/53]}',
        '  - blocks: {from: any pod, to: 169.254.169.254}',
      ),
    );
  });
});

it('keeps of a route of a Gateway where it comes from and where it leads', () => {
  const route = (filters: string): string =>
    lines(
      'apiVersion: gateway.networking.k8s.io/v1',
      'kind: HTTPRoute',
      'metadata: {name: shop, namespace: shop}',
      'spec:',
      '  parentRefs: [{name: front, namespace: infra}]',
      '  hostnames: [shop.example]',
      '  rules:',
      `    - ${filters}backendRefs: [{name: web, port: 80}]`,
    );
  untouched(route(''));
  const { text } = projectText(
    route(`filters: [{requestHeaderModifier: {set: [{name: x, value: ${secret}}]}}]\n      `),
  );
  expect(text).not.toContain(secret);
  expect(parse(text)).toEqual(parse(route('')));
});

describe('a comment between what goes', () => {
  it('does not move what comes after it', () => {
    const text = lines(
      'kind: Pod',
      'metadata:',
      '  name: a',
      '  ownerReferences:',
      '  - kind: ReplicaSet',
      '    uid: b',
      '    # of it',
      '  resourceVersion: "1"',
      'spec:',
      '  nodeName: x',
    );
    expect(parse(projectText(text).text)).toEqual({
      kind: 'Pod',
      metadata: { name: 'a', ownerReferences: [{ kind: 'ReplicaSet' }] },
      spec: { nodeName: 'x' },
    });
  });
});

describe('long text', () => {
  const times = (count: number, text: string): string => text.repeat(count);

  it.each([
    ['a long comment', `kind: Pod\n${times(300_000, '#')}\nspec: {}\n`],
    ['a long comment with blanks in it', `a: b\n${times(150_000, '# ')}\n`],
    ['many empty comments', `${times(100_000, '#\n')}kind: Pod\n`],
  ])('is looked through once: %s', (_, text) => {
    untouched(text);
  });

  it('is looked through once where it says often that it is a Secret', () => {
    const { text } = projectText(`${times(50_000, 'kind: Secret\n')}a: ${secret}\nb: [\n`);
    expect(text).not.toContain(secret);
  });

  it.each([
    ['env: [\n'],
    ['  env: {a: [\n'],
    ['env:\n  - a\n'],
    ['- {env: [\n'],
    ['args: ["\\"\\"\n'],
    ["- a: 'b\n- env: [\n"],
  ])('is looked through a few times where it does not parse: %j', (text) => {
    const broken = `${times(20_000, text)}value: ${secret}\n  b: [\n`;
    expect(projectText(broken).text).not.toContain(secret);
  });
});
