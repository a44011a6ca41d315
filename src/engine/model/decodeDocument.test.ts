import { describe, expect, it } from 'vitest';
import { decodeDocument } from './decodeDocument';

const pod = (name: string): string => `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"${name}"}}`;
const policy = (name: string, spec = '{}'): string =>
  `{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"${name}"},"spec":${spec}}`;
const list = (...items: string[]): string => `{"apiVersion":"v1","kind":"List","items":[${items.join()}]}`;

/** Kind and name of everything decoded, and codes of everything reported. */
function summary(text: string): { objects: string[]; rejected: string[]; codes: string[] } {
  const { objects, rejected, diagnostics } = decodeDocument(text);
  return {
    objects: objects.map((object) => `${object.kind} ${object.name}`),
    rejected: rejected.map(({ kind, name }) => `${kind} ${name}`),
    codes: diagnostics.map(({ code }) => code),
  };
}

describe('documents', () => {
  it.each(['', '# nothing', '---\n', 'null'])('%j holds nothing', (text) => {
    expect(decodeDocument(text)).toEqual({ objects: [], diagnostics: [], rejected: [] });
  });

  it.each(['hello', '42', '[]', '- a\n- b\n', `[${pod('a')}]`])('%j is no object', (text) => {
    expect(summary(text)).toMatchObject({ objects: [], codes: ['not-an-object'] });
    expect(decodeDocument(text).rejected).toHaveLength(1);
  });

  it.each([
    ['no kind', 'apiVersion: v1\nmetadata: {name: a}\n', []],
    ['no apiVersion', 'kind: Pod\nmetadata: {name: a}\n', []],
    ['an empty kind', 'apiVersion: v1\nkind: ""\nmetadata: {name: a}\n', []],
    ['a kind that is no word', 'apiVersion: v1\nkind: [Pod]\nmetadata: {name: a}\n', []],
    [
      'no kind, but a policy',
      'apiVersion: networking.k8s.io/v1\nmetadata: {name: a}\n',
      ['RejectedPolicy a'],
    ],
    [
      'no kind, but the spec of a policy',
      'metadata: {name: a}\nspec: {policyTypes: []}\n',
      ['RejectedPolicy a'],
    ],
    ['no apiVersion, but a policy', 'kind: NetworkPolicy\nmetadata: {name: a}\n', ['RejectedPolicy a']],
  ])('with %s is refused', (_, text, objects) => {
    expect(summary(text)).toMatchObject({ objects, codes: ['missing-kind'] });
    expect(decodeDocument(text).rejected).toHaveLength(1);
  });

  it('lets a half-read policy stand for no other', () => {
    const text =
      'apiVersion: networking.k8s.io/v1\nmetadata: {name: a, namespace: b}\nspec: {podSelector: {matchLabels: {c: d}}}\n';
    expect(decodeDocument(text).objects).toMatchObject([
      { namespace: 'b', podSelector: { requirements: [{ key: 'c' }] } },
    ]);
  });
});

describe('kinds', () => {
  it.each([
    ['v1', 'Deployment'],
    ['apps/v1beta1', 'Deployment'],
    ['extensions/v1beta1', 'Ingress'],
    ['networking.k8s.io/v1beta1', 'Ingress'],
    ['apps/v1', 'Pod'],
    ['batch/v1beta1', 'CronJob'],
    ['v1', 'pod'],
    ['apps/v1', 'Deploymet'],
  ])('%s has no kind %s', (apiVersion, kind) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`;
    expect(summary(text)).toEqual({ objects: [], rejected: [`${kind} a`], codes: ['wrong-api-version'] });
  });

  it.each([
    ['apps', 'Deployment', 'app/v1'],
    ['networking.k8s.io', 'Ingress', 'networking.k8s.oi/v1'],
    ['batch', 'Job', 'Batch/v1'],
  ])('a slip in the group %s is not somebody else’s %s', (_, kind, apiVersion) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`;
    expect(summary(text)).toEqual({ objects: [], rejected: [`${kind} a`], codes: ['wrong-api-version'] });
  });

  it.each([
    'networking/v1',
    'net/v1',
    'NETWORKING.k8s.io/v1',
    'networking.k8s.io/v2',
    'networking.k8s.io',
    'networking.k8s.com/v1',
    'network.k8s.io/v1',
    'policy.networking.k8s.io/v1alpha2',
    'v1',
  ])('a NetworkPolicy of %s was meant as one of networking.k8s.io/v1', (apiVersion) => {
    const text = `apiVersion: ${apiVersion}\nkind: NetworkPolicy\nmetadata: {name: a, namespace: b}\n`;
    expect(decodeDocument(text)).toMatchObject({
      objects: [{ kind: 'RejectedPolicy', name: 'a', namespace: 'b' }],
      diagnostics: [{ code: 'wrong-api-version', path: 'apiVersion', severity: 'error' }],
      rejected: [{ kind: 'NetworkPolicy', name: 'a' }],
    });
  });

  it.each(['networkpolicy', 'NetworkPolcy', 'NetworkPolicys'])('%s was meant as a policy', (kind) => {
    const text = `apiVersion: networking.k8s.io/v1\nkind: ${kind}\nmetadata: {name: a}\n`;
    expect(summary(text)).toEqual({
      objects: ['RejectedPolicy a'],
      rejected: [`${kind} a`],
      codes: ['wrong-api-version'],
    });
  });

  it.each([
    ['v1', 'ConfigMap'],
    ['v1', 'ServiceAccount'],
    ['serving.knative.dev/v1', 'Service'],
    ['batch.volcano.sh/v1alpha1', 'Job'],
    ['kustomize.config.k8s.io/v1beta1', 'Kustomization'],
    ['gateway.networking.k8s.io/v1', 'GatewayClass'],
    ['networking.istio.io/v1', 'Gateway'],
    ['http.example/v1', 'HTTPRoute'],
    ['networking.k8s.io/v1', 'IngressClass'],
    ['policy/v1', 'PodDisruptionBudget'],
    ['cilium.io/v2', 'CiliumNode'],
  ])('%s %s does not matter here', (apiVersion, kind) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a, namespace: b}\nspec: {x: [1]}\n`;
    expect(decodeDocument(text)).toMatchObject({
      objects: [{ kind: 'Ignored', apiVersion, objectKind: kind, name: 'a', namespace: 'b' }],
      diagnostics: [],
      rejected: [],
    });
  });

  it.each(['Foo', 'NetPol', 'Firewall'])(
    '%s in the group of NetworkPolicy may have been meant as one',
    (kind) => {
      const text = `apiVersion: networking.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: a\n  namespace: b\nspec:\n  podSelector: {}\n`;
      const { objects, diagnostics, rejected } = decodeDocument(text);
      expect(objects).toMatchObject([{ kind: 'RejectedPolicy', name: 'a', namespace: 'b' }]);
      expect(diagnostics).toMatchObject([{ code: 'wrong-api-version', path: 'kind', severity: 'error' }]);
      expect(rejected).toMatchObject([{ kind, name: 'a' }]);
    },
  );

  it('a fault in what does not matter is only a warning', () => {
    const { objects, diagnostics, rejected } = decodeDocument(
      'apiVersion: v1\nkind: ConfigMap\ndata: {a: x, a: y}\n',
    );
    expect(objects).toMatchObject([{ kind: 'Ignored', name: '', namespace: null }]);
    expect(diagnostics).toMatchObject([{ code: 'yaml-duplicate-key', severity: 'warning' }]);
    expect(rejected).toEqual([]);
  });

  it.each<[string, string, string | null, string | null]>([
    ['cilium.io/v2', 'CiliumNetworkPolicy', null, 'default'],
    ['cilium.io/v2', 'CiliumNetworkPolicy', 'shop', 'shop'],
    ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy', null, null],
    ['projectcalico.org/v3', 'NetworkPolicy', 'shop', 'shop'],
    ['crd.projectcalico.org/v1', 'GlobalNetworkPolicy', null, null],
    ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', null, null],
    ['policy.networking.k8s.io/v1alpha1', 'BaselineAdminNetworkPolicy', null, null],
    ['policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy', null, null],
    ['networking.k8s.aws/v1alpha1', 'ClusterNetworkPolicy', null, null],
    ['networking.k8s.aws/v1alpha1', 'ApplicationNetworkPolicy', 'shop', 'shop'],
    ['crd.antrea.io/v1beta1', 'NetworkPolicy', 'shop', 'shop'],
    ['crd.antrea.io/v1beta1', 'ClusterNetworkPolicy', null, null],
    ['k8s.ovn.org/v1', 'EgressFirewall', 'shop', 'shop'],
    ['security.istio.io/v1', 'AuthorizationPolicy', 'shop', 'shop'],
    ['security.istio.io/v1', 'AuthorizationPolicy', null, 'default'],
    ['security.istio.io/v1', 'AuthorizationPolicy', 'istio-system', null],
    ['example.com/v1', 'FancyNetworkPolicy', 'shop', 'shop'],
    ['example.com/v1', 'FancyNetworkPolicy', null, null],
    ['example.com/v1', 'NetworkPolicy', null, null],
  ])('%s %s (namespace %j) is a policy that is not evaluated', (apiVersion, kind, written, namespace) => {
    const place = written === null ? '' : `, namespace: ${written}`;
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a${place}}\nspec: {}\n`;
    const { objects, diagnostics, rejected } = decodeDocument(text);
    expect(objects).toMatchObject([
      { kind: 'UnsupportedPolicy', apiVersion, policyKind: kind, name: 'a', namespace },
    ]);
    expect(diagnostics).toMatchObject([{ code: 'unsupported-policy', severity: 'warning' }]);
    expect(rejected).toEqual([]);
  });
});

describe('objects without a marker between them', () => {
  const policy = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a, namespace: x}\n';
  const other = (kind: string): string =>
    `apiVersion: v1\nkind: ${kind}\nmetadata: {name: b, uid: c, uid: d}\n`;

  it('stand in for themselves, whichever comes last', () => {
    const text = `${policy}${other('Secret')}\n${other('Namespace')}`;
    const { objects, rejected, diagnostics } = decodeDocument(text);
    expect(objects).toMatchObject([
      { kind: 'RejectedPolicy', name: 'a', namespace: 'x' },
      { kind: 'RejectedNamespace', name: 'b' },
    ]);
    expect(rejected.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'NetworkPolicy a',
      'Secret b',
      'Namespace b',
    ]);
    expect(rejected.map(({ range }) => text.slice(range.start, range.end).split('\n')[0])).toEqual([
      'apiVersion: networking.k8s.io/v1',
      'apiVersion: v1',
      'apiVersion: v1',
    ]);
    expect(diagnostics.map(({ code, severity, range }) => [code, severity, range.start])).toEqual([
      ['missing-separator', 'error', text.indexOf('apiVersion: v1')],
      ['missing-separator', 'error', text.lastIndexOf('apiVersion: v1')],
    ]);
  });

  it('leave it open what they are when only their kind is there twice', () => {
    expect(summary(`${policy}kind: IngressClass\n`)).toEqual({
      objects: ['RejectedPolicy '],
      rejected: ['IngressClass a'],
      codes: ['yaml-duplicate-key'],
    });
    expect(decodeDocument(`${policy}kind: IngressClass\n`).diagnostics).toMatchObject([
      { severity: 'error' },
    ]);
  });
});

describe('lists', () => {
  it('are taken apart, also inside each other', () => {
    const text = list(pod('a'), list(policy('b'), list()), pod('c'));
    expect(summary(text)).toEqual({
      objects: ['Pod a', 'NetworkPolicy b', 'Pod c'],
      rejected: [],
      codes: [],
    });
  });

  it('of one kind give their items that kind', () => {
    const text =
      'apiVersion: apps/v1\nkind: DeploymentList\nitems:\n- metadata: {name: a}\n- {kind: Deployment, apiVersion: apps/v1, metadata: {name: b}}\n';
    expect(summary(text)).toEqual({ objects: ['Deployment a', 'Deployment b'], rejected: [], codes: [] });
    const policies =
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicyList\nitems: [{metadata: {name: a}}]\n';
    expect(summary(policies).objects).toEqual(['NetworkPolicy a']);
  });

  it.each(['items: []', 'items:', 'metadata: {}'])('may be empty: %s', (rest) => {
    expect(summary(`apiVersion: v1\nkind: List\n${rest}\n`)).toEqual({
      objects: [],
      rejected: [],
      codes: [],
    });
  });

  it('hide no good item behind a bad one', () => {
    const text = list(pod('A'), '7', policy('b', '{"ingres":[]}'), pod('c'), '[]', '{}');
    expect(summary(text)).toEqual({
      objects: ['RejectedPolicy b', 'Pod c'],
      rejected: ['Pod A', 'document ', 'NetworkPolicy b', 'document ', 'object '],
      codes: ['not-an-object', 'not-an-object', 'invalid', 'unknown-field', 'missing-kind'],
    });
  });

  it('whose items are no list are refused', () => {
    expect(summary('apiVersion: v1\nkind: List\nitems: {a: b}\n')).toMatchObject({
      objects: [],
      codes: ['wrong-type'],
    });
    expect(decodeDocument('apiVersion: v1\nkind: List\nitems: {a: b}\n').rejected).toHaveLength(1);
  });

  it('refuse the item with a key twice, and all if it is around them', () => {
    const twice = '{"apiVersion":"v1","kind":"Pod","kind":"Pod","metadata":{"name":"a"}}';
    expect(summary(list(twice, pod('b')))).toEqual({
      objects: ['Pod b'],
      rejected: ['Pod a'],
      codes: ['yaml-duplicate-key'],
    });
    expect(summary(list(pod('a'), policy('b')).replace('{', '{"kind":"List",'))).toEqual({
      objects: ['RejectedPolicy b'],
      rejected: ['Pod a', 'NetworkPolicy b'],
      codes: ['yaml-duplicate-key'],
    });
  });

  it('are left out themselves when a key is there twice and nothing else can be', () => {
    const twice = (items: string): string => `kind: List\napiVersion: v1\napiVersion: v1\nitems: ${items}\n`;
    const config = '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}';
    for (const items of ['[]', `[${config}]`]) {
      expect(summary(twice(items))).toMatchObject({ rejected: ['List '], codes: ['yaml-duplicate-key'] });
    }
  });

  it('hide no policy behind another kind', () => {
    const item = '{"kind":"NetworkPolicy","apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}';
    expect(summary(list(item, pod('b')))).toEqual({
      objects: ['RejectedPolicy ', 'Pod b'],
      rejected: ['ConfigMap a'],
      codes: ['yaml-duplicate-key'],
    });
  });

  it('hide no policy in items that are not used', () => {
    const lost = (text: string): unknown => decodeDocument(text).objects;
    const any = [{ kind: 'RejectedPolicy', name: '', namespace: null }];
    expect(lost(`kind: List\napiVersion: v1\nitems: [${policy('b')}]\nitems: []\n`)).toMatchObject(any);
    expect(lost(`kind: List\napiVersion: v1\nitems: {a: ${policy('b')}}\n`)).toMatchObject([
      { kind: 'RejectedPolicy' },
    ]);
    expect(lost(`kind: List\napiVersion: v1\nitems: {a: ${pod('b')}}\n`)).toEqual([]);
  });

  it('whose items are mistyped are refused', () => {
    const text = `kind: List\napiVersion: v1\nitmes: [${policy('b')}]\n`;
    const { objects, diagnostics, rejected } = decodeDocument(text);
    expect(diagnostics).toMatchObject([{ code: 'unknown-field', path: 'itmes' }]);
    expect(rejected).toHaveLength(1);
    expect(objects).toMatchObject([{ kind: 'RejectedPolicy' }]);
  });

  it('tell the path of a key that is there twice from the object it is in', () => {
    const paths = (text: string): string[] => decodeDocument(text).diagnostics.map(({ path }) => path);
    const twice = policy('b', '{"ingress":[{"from":[],"from":[]}]}');
    expect(paths(twice)).toEqual(['spec.ingress[0].from']);
    expect(paths(list(pod('a'), list(twice)))).toEqual(['spec.ingress[0].from']);
    expect(paths(`${list(twice)} # YAML`)).toEqual(['spec.ingress[0].from']);
    expect(paths(list().replace('{', '{"items":[],'))).toEqual(['items']);
  });

  it('give each object the range it has in the text', () => {
    const text = `---\r\n${list(pod('a'), policy('b'))}\r\n`;
    expect(decodeDocument(text).objects.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      pod('a'),
      policy('b'),
    ]);
  });

  it('may use anchors and merge keys', () => {
    const text = [
      'apiVersion: v1',
      'kind: List',
      'items:',
      '- &a {apiVersion: v1, kind: Pod, metadata: &m {name: a, labels: &l {x: z}}}',
      '- {<<: *a, metadata: {<<: *m, name: b}}',
      '- apiVersion: networking.k8s.io/v1',
      '  kind: NetworkPolicy',
      '  metadata: {name: c}',
      '  spec: {podSelector: {matchLabels: *l}}',
    ].join('\n');
    expect(decodeDocument(text)).toMatchObject({
      objects: [
        { name: 'a' },
        { name: 'b', labels: new Map([['x', 'z']]) },
        { podSelector: { requirements: [{ key: 'x', values: ['z'] }] } },
      ],
      diagnostics: [],
    });
  });
});

describe('a document that cannot be parsed', () => {
  const broken = (metadata: string, kind = 'NetworkPolicy'): string =>
    `apiVersion: networking.k8s.io/v1\nkind: ${kind}\nmetadata:\n${metadata}spec:\n  podSelector: {\n`;

  it.each<[string, string, string | null, string]>([
    ['a namespace', broken('  name: a\n  namespace: shop\n'), 'shop', 'a'],
    ['a quoted namespace', broken('  namespace: "shop" # here\n  name: a\n'), 'shop', 'a'],
    ['no namespace, perhaps mistyped', broken('  name: a\n  namspace: shop\n'), null, 'a'],
    ['a namespace twice', broken('  name: a\n  namespace: b\n  namespace: c\n'), null, 'a'],
    ['a label of that name', broken('  name: a\n  labels:\n    namespace: shop\n'), null, 'a'],
    ['a namespace with a placeholder', broken('  name: a\n  namespace: {{ ns }}\n'), null, 'a'],
    ['Windows line ends', broken('  name: a\n  namespace: shop\n').replaceAll('\n', '\r\n'), 'shop', 'a'],
    ['no kind, but words of one', 'metadata:\n  name: a\nspec: {podSelector: {}\n', null, ''],
    ['its metadata on one line', 'kind: NetworkPolicy\nmetadata: {name: q, namespace: z\n', 'z', 'q'],
    ['the whole on one line', '{"kind":"NetworkPolicy","metadata":{"namespace":"shop"}', 'shop', ''],
    [
      'JSON on many lines',
      '{\n"kind": "NetworkPolicy",\n"metadata": {\n  "labels": {"namespace": "x", "name": "y"},\n  "name": "a,}",\n  "namespace": "shop"\n},\n"spec": {\n',
      'shop',
      '',
    ],
    ['metadata in braces', broken('').replace('metadata:', 'metadata: {name: q, namespace: z}'), 'z', 'q'],
    [
      'metadata in braces that are not closed',
      broken('').replace('metadata:', 'metadata: {name: q, namespace: "z"'),
      'z',
      'q',
    ],
    [
      'metadata in braces on many lines',
      broken('').replace('metadata:', 'metadata: { # {namespace: x,\n  name: q,\n  namespace: z\n}'),
      'z',
      'q',
    ],
    [
      'a label of that name, in braces',
      broken('').replace('metadata:', 'metadata: {labels: {a: b, namespace: z}, name: q}'),
      null,
      'q',
    ],
    [
      'a namespace twice in braces',
      broken('').replace('metadata:', 'metadata: {name: q, namespace: y, namespace: z}'),
      null,
      'q',
    ],
    [
      'more than a word in braces',
      broken('').replace('metadata:', 'metadata: {name: q, namespace: {{ ns }}}'),
      null,
      'q',
    ],
    ['no comma in braces', broken('').replace('metadata:', 'metadata: {name: q namespace: z}'), null, ''],
    ['metadata twice', broken('  name: a\n  namespace: b\nmetadata: {namespace: c}\n'), null, ''],
    ['a list of policies', broken('  name: a\n  namespace: shop\n', 'NetworkPolicyList'), null, ''],
    ['a mistyped kind', broken('  name: a\n  namespace: shop\n', 'networkpolcy'), 'shop', 'a'],
    [
      'a byte order mark',
      '\uFEFFkind: NetworkPolicy\nmetadata:\n  name: a\n  namespace: shop\nspec: {\n',
      'shop',
      'a',
    ],
    ['no kind, but rules', '- egress:\n  - {', null, ''],
    ['no kind, but JSON of rules', '{"spec":{"ingress" :[', null, ''],
    ['several objects', `kind: List\nitems:\n- kind: Pod\n- kind: NetworkPolicy\n  spec: {\n`, null, ''],
  ])('may hold a policy: %s', (_, text, namespace, name) => {
    const { objects, diagnostics, rejected } = decodeDocument(text);
    expect(objects).toMatchObject([
      { kind: 'RejectedPolicy', name, namespace, podSelector: null, policyTypes: ['Ingress', 'Egress'] },
    ]);
    expect(diagnostics).toMatchObject([{ code: 'yaml-syntax', severity: 'error' }]);
    expect(rejected).toHaveLength(1);
  });

  it.each(['foo: [', '{', 'image: nginx: 1', 'egressing: [\n', 'name: {{ .Values.name }}'])(
    'changes no verdict without any word of a policy: %j',
    (text) => {
      expect(summary(text)).toEqual({ objects: [], rejected: ['document '], codes: ['yaml-syntax'] });
    },
  );

  it('of another kind is left out', () => {
    const text = broken('  name: a\n', 'Deployment');
    expect(summary(text)).toEqual({ objects: [], rejected: ['Deployment a'], codes: ['yaml-syntax'] });
  });

  it('yields none of the objects before the fault', () => {
    const text = `kind: List\napiVersion: v1\nitems:\n- ${pod('a')}\n- b: [\n`;
    expect(summary(text)).toMatchObject({ objects: [], codes: ['yaml-syntax'] });
  });
});
