/** An answer somebody could give to a lesson of the curriculum. */
interface Answer {
  readonly id: string;
  /** What it does otherwise than the solution. */
  readonly what: string;
  readonly policies: string;
}

let count = 0;
const policy = (namespace: string, spec: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p${String(++count)}, namespace: ${namespace} }\nspec: ${spec}\n`;

const app = (name: string): string => `podSelector: { matchLabels: { app: ${name} } }`;
const inNamespace = (name: string): string =>
  `namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } }`;
const shut = (namespace: string): string => policy(namespace, '{ podSelector: {}, policyTypes: [Ingress] }');
/** Lets in on all ports, or on those that are given. */
const letIn = (namespace: string, whom: string, from: string, ports = ''): string =>
  policy(
    namespace,
    `{ ${app(whom)}, policyTypes: [Ingress], ingress: [{ from: [${from}]${ports && `, ports: [${ports}]`} }] }`,
  );

/** Answers that look reasonable, with the positions of the goals they miss. */
export const wrongAnswers: readonly (Answer & { readonly missed: readonly number[] })[] = [
  {
    id: 'close-one-door',
    what: 'closes every door',
    policies: shut('bank'),
    missed: [2, 3],
  },
  {
    id: 'close-one-door',
    what: 'closes both directions',
    policies: policy('bank', `{ ${app('vault')}, policyTypes: [Ingress, Egress] }`),
    missed: [3],
  },
  {
    id: 'one-client',
    what: 'admits the whole namespace',
    policies: letIn('news', 'archive', '{ podSelector: {} }'),
    missed: [1],
  },
  {
    id: 'close-namespace',
    what: 'closes both directions',
    policies: policy('ward', '{ podSelector: {}, policyTypes: [Ingress, Egress] }'),
    missed: [2],
  },
  {
    id: 'own-namespace',
    what: 'admits every namespace',
    policies: policy('class', '{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: {} }] }] }'),
    missed: [2],
  },
  {
    id: 'every-namespace',
    what: 'admits the own namespace',
    policies: shut('post') + letIn('post', 'mail', '{ podSelector: {} }'),
    missed: [0],
  },
  {
    id: 'namespace-label',
    what: 'names one of the two namespaces',
    policies: letIn('ledger', 'books', `{ ${inNamespace('audit-eu')} }`, '{ port: 8080 }'),
    missed: [1],
  },
  {
    id: 'two-dashes',
    what: 'asks for the role in its own namespace',
    policies: letIn(
      'records',
      'chart',
      '{ podSelector: { matchLabels: { role: doctor } } }',
      '{ port: 8443 }',
    ),
    missed: [0, 2],
  },
  {
    id: 'port-number',
    what: 'puts both clients and both ports into one rule',
    policies: letIn(
      'shop',
      'web',
      `{ ${app('visitor')} }, { ${app('admin')} }`,
      '{ port: 8080 }, { port: 9000 }',
    ),
    missed: [1, 3],
  },
  {
    id: 'port-name',
    what: 'lists both numbers',
    policies: letIn('radio', 'stream', `{ ${app('listener')} }`, '{ port: 8080 }, { port: 8888 }'),
    missed: [2, 3],
  },
  {
    id: 'port-range',
    what: 'forgets the protocol of one entry',
    policies: letIn(
      'calls',
      'media',
      `{ ${app('phone')} }`,
      '{ protocol: UDP, port: 30000, endPort: 30100 }, { port: 5060 }',
    ),
    missed: [0, 2],
  },
  {
    id: 'from-outside',
    what: 'admits IPv4 only',
    policies:
      letIn('museum', 'site', '{ ipBlock: { cidr: 0.0.0.0/0 } }', '{ port: 8443 }') +
      letIn('museum', 'store', `{ ${app('site')} }`, '{ port: 5432 }'),
    missed: [0],
  },
  {
    id: 'add-up',
    what: 'adds one more policy that closes',
    policies:
      letIn('bank', 'ledger', `{ ${app('teller')} }`, '{ port: 8080 }') +
      policy('bank', '{ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] }') +
      shut('bank'),
    missed: [1],
  },
  {
    id: 'egress-deny',
    what: 'closes the lab for itself',
    policies: policy('lab', '{ podSelector: {}, policyTypes: [Egress] }'),
    missed: [1],
  },
  {
    id: 'dns',
    what: 'asks over UDP only',
    policies: policy(
      'library',
      `{ ${app('app')}, policyTypes: [Egress], egress: [
        { to: [{ ${app('catalog')} }], ports: [{ port: 8080 }] },
        { to: [{ ${inNamespace('kube-system')}, podSelector: { matchLabels: { k8s-app: kube-dns } } }],
          ports: [{ protocol: UDP, port: 53 }] }] }`,
    ),
    missed: [0],
  },
  {
    id: 'metadata',
    what: 'cuts a hole that another rule covers',
    policies: policy(
      'press',
      `{ ${app('fetcher')}, policyTypes: [Egress], egress: [
        { to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [169.254.169.254/32] } }] },
        { to: [{ ipBlock: { cidr: 169.254.0.0/16 } }], ports: [{ protocol: UDP, port: 53 }, { port: 53 }] }] }`,
    ),
    missed: [0],
  },
  {
    id: 'policy-types',
    what: 'leaves the store without egress',
    policies:
      policy(
        'weather',
        `{ ${app('api')}, policyTypes: [Egress], egress: [
        { to: [{ ipBlock: { cidr: 198.51.100.0/24 } }], ports: [{ port: 443 }] }] }`,
      ) +
      policy(
        'weather',
        `{ ${app('store')}, policyTypes: [Ingress, Egress], ingress: [
        { from: [{ ${app('probe')} }], ports: [{ port: 9000 }] }] }`,
      ),
    missed: [5],
  },
  {
    id: 'expressions',
    what: 'lists one role only',
    policies: letIn(
      'paper',
      'drafts',
      '{ podSelector: { matchExpressions: [{ key: role, operator: In, values: [editor] }] } }',
    ),
    missed: [1],
  },
  {
    id: 'three-tier',
    what: 'lets the whole namespace in to the api',
    policies:
      shut('shop') +
      policy('shop', `{ ${app('web')}, ingress: [{ ports: [{ port: 8080 }] }] }`) +
      letIn('shop', 'api', '{ podSelector: {} }', '{ port: 8080 }') +
      letIn('shop', 'mysql', `{ ${app('api')} }`, '{ port: 3306 }'),
    missed: [4],
  },
  {
    id: 'environments',
    what: 'protects the data and forgets the app',
    policies: policy(
      'prod-data',
      '{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { env: production } } }] }] }',
    ),
    missed: [3, 4],
  },
  {
    id: 'environments',
    what: 'keeps only what is labelled as a test away from the app',
    policies:
      policy(
        'prod-data',
        '{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { env: production } } }] }] }',
      ) +
      policy(
        'prod-app',
        '{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchExpressions: [{ key: env, operator: NotIn, values: [test] }] } }] }] }',
      ),
    missed: [4],
  },
  {
    id: 'plugin',
    what: 'closes everything, and nobody enforces it',
    policies: shut('hotel'),
    missed: [0, 1],
  },
];

/** Answers that meet every goal in another way than the solution. */
export const alternatives: readonly (Answer & { readonly stars: 1 | 2 })[] = [
  {
    id: 'one-client',
    what: 'by another label, on one port',
    policies: letIn('news', 'archive', '{ podSelector: { matchLabels: { team: desk } } }', '{ port: 9200 }'),
    stars: 2,
  },
  {
    id: 'own-namespace',
    what: 'by the name of the namespace',
    policies: policy('class', `{ podSelector: {}, ingress: [{ from: [{ ${inNamespace('class')} }] }] }`),
    stars: 2,
  },
  {
    id: 'every-namespace',
    what: 'with both selectors and the port',
    policies:
      shut('post') + letIn('post', 'mail', '{ namespaceSelector: {}, podSelector: {} }', '{ port: 25 }'),
    stars: 2,
  },
  {
    id: 'namespace-label',
    what: 'names both namespaces',
    policies: letIn(
      'ledger',
      'books',
      `{ ${inNamespace('audit-eu')} }, { ${inNamespace('audit-us')} }`,
      '{ port: 8080 }',
    ),
    stars: 2,
  },
  {
    id: 'namespace-label',
    what: 'opens every port',
    policies: letIn('ledger', 'books', '{ namespaceSelector: { matchLabels: { team: audit } } }'),
    stars: 1,
  },
  {
    id: 'port-number',
    what: 'with a policy for each client',
    policies:
      letIn('shop', 'web', `{ ${app('visitor')} }`, '{ port: pages }') +
      letIn('shop', 'web', `{ ${app('admin')} }`, '{ port: console }'),
    stars: 2,
  },
  {
    id: 'port-name',
    what: 'with a policy for each version',
    policies:
      policy(
        'radio',
        `{ podSelector: { matchLabels: { version: old } }, ingress: [{ from: [{ ${app('listener')} }], ports: [{ port: 8080 }] }] }`,
      ) +
      policy(
        'radio',
        `{ podSelector: { matchLabels: { version: new } }, ingress: [{ from: [{ ${app('listener')} }], ports: [{ port: 8888 }] }] }`,
      ),
    stars: 2,
  },
  {
    id: 'from-outside',
    what: 'with a block for each family of addresses',
    policies:
      letIn(
        'museum',
        'site',
        '{ ipBlock: { cidr: 0.0.0.0/0 } }, { ipBlock: { cidr: "::/0" } }',
        '{ port: 8443 }',
      ) + letIn('museum', 'store', `{ ${app('site')} }`, '{ port: 5432 }'),
    stars: 2,
  },
  {
    id: 'add-up',
    what: 'leaves teller and kiosk to everybody',
    policies:
      letIn('bank', 'ledger', `{ ${app('teller')} }`, '{ port: 8080 }') +
      letIn('bank', 'desk', '{ podSelector: {} }'),
    stars: 1,
  },
  {
    id: 'expressions',
    what: 'lists the roles',
    policies: letIn(
      'paper',
      'drafts',
      '{ podSelector: { matchExpressions: [{ key: role, operator: In, values: [editor, author] }] } }',
      '{ port: 8080 }',
    ),
    stars: 2,
  },
  {
    id: 'three-tier',
    what: 'leaves every port of the pages open',
    policies:
      letIn('shop', 'api', `{ ${app('web')} }`, '{ port: 8080 }') +
      letIn('shop', 'mysql', `{ ${app('api')} }`, '{ port: 3306 }'),
    stars: 1,
  },
];
