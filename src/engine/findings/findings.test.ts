import { describe, expect, it } from 'vitest';
import { generate } from '../../bench/generate';
import { Session } from '../session';
import type { SourceFile } from '../source';
import type { Check } from './check';
import { checks } from './checks';
import { doc, namespaces, pod, policy, service } from './checks/manifests.testing';
import { findIn } from './find.testing';
import { FindingBook, findingsOf } from './findings';
import type { Findings } from './finding';

const files: Record<string, string> = import.meta.glob('../../examples/*/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Examples whose point is a trap: these findings, of these severities, are meant to be there. */
const meant: Readonly<Record<string, readonly string[]>> = {
  'dns-forgotten': ['dns-forgotten'],
};

describe('the examples that are shipped', () => {
  const names = [...new Set(Object.keys(files).map((path) => path.split('/').at(-2) ?? ''))];

  it.each(names)('%s holds no trap but those it is about', (name) => {
    const texts = Object.fromEntries(Object.entries(files).filter(([path]) => path.includes(`/${name}/`)));
    expect(Object.keys(texts)).toHaveLength(2);
    const grave = findIn(texts).filter(({ severity }) => severity !== 'info');
    expect(grave.map(({ code }) => code)).toEqual(meant[name] ?? []);
  });
});

it('of a cluster that is well kept nothing is said but of ping, once', () => {
  const app = (namespace: string, net: number): string => {
    const at = (last: number) => ({ addresses: [`10.244.${String(net)}.${String(last)}`] });
    return [
      namespaces(namespace),
      pod(namespace, 'web', { ...at(1), ports: ['http:8080/TCP'] }),
      pod(namespace, 'db', { ...at(2), ports: ['5432/TCP'] }),
      service(namespace, 'web', '[{port: 80, targetPort: http}]'),
      doc(`apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: ${namespace}}
spec: {parentRefs: [{name: front, namespace: edge}], rules: [{backendRefs: [{name: web, port: 80}]}]}`),
      policy(namespace, 'default-deny', null, 'policyTypes: [Ingress, Egress]'),
      policy(
        namespace,
        'allow-dns',
        null,
        `policyTypes: [Egress]
egress:
  - to:
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
        podSelector: {matchLabels: {k8s-app: kube-dns}}
    ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]`,
      ),
      policy(
        namespace,
        'web',
        'web',
        `policyTypes: [Ingress, Egress]
ingress:
  - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: edge}}}]
    ports: [{port: 8080}]
egress:
  - to: [{podSelector: {matchLabels: {app: db}}}]
    ports: [{port: 5432}]
  - to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]
    ports: [{port: 443}]`,
      ),
      policy(
        namespace,
        'db',
        'db',
        'ingress:\n  - from: [{podSelector: {matchLabels: {app: web}}}]\n    ports: [{port: 5432}]',
      ),
    ].join('');
  };
  const system = [
    namespaces('kube-system', 'edge'),
    pod('kube-system', 'coredns', {
      labels: { 'k8s-app': 'kube-dns' },
      ports: ['dns:53/UDP', 'dns-tcp:53/TCP'],
      addresses: ['10.244.0.3'],
    }),
    pod('kube-system', 'kube-proxy', { hostNetwork: true, addresses: ['192.168.0.4'] }),
    pod('edge', 'proxy', {
      labels: { 'gateway.networking.k8s.io/gateway-name': 'front' },
      addresses: ['10.244.0.9'],
    }),
  ];
  const text = [...system, app('a', 1), app('b', 2), app('c', 3)].join('');
  expect(findIn(text).map(({ code }) => code)).toEqual(['ping']);
});

describe('the table of checks', () => {
  it('has every code once, and a page of the documentation for each', () => {
    const codes = checks.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { docs } of checks) expect(docs).toMatch(/^https:\/\//);
  });

  it('has a row for every file', () => {
    const paths = Object.keys(import.meta.glob('./checks/*.ts')).filter(
      (path) => !/\.test|\.testing|index/.test(path),
    );
    expect(paths.map((path) => path.slice('./checks/'.length, -'.ts'.length)).sort()).toEqual(
      checks.map(({ code }) => code).sort(),
    );
  });
});

/** Finds what it looks at. */
const counting: readonly Check[] = [
  {
    code: 'policy',
    severity: 'info',
    docs: '',
    looksAt: 'policy',
    find: (object) => [found(object)],
  },
  {
    code: 'namespace',
    severity: 'warning',
    docs: '',
    looksAt: 'namespace',
    find: (_, [object]) => (object ? [found(object)] : []),
  },
];

function found(object: Parameters<Extract<Check, { looksAt: 'policy' }>['find']>[0]) {
  return { object, range: object.nameRange, message: '', explanation: '', concerns: [], fixes: [] };
}

describe('a run after an edit', () => {
  const text = [
    namespaces('a', 'b'),
    pod('a', 'x'),
    pod('b', 'x'),
    policy('a', 'one', 'x', 'ingress: []'),
    policy('a', 'two', 'x', 'ingress: []'),
    policy('b', 'three', 'x', 'ingress: []'),
  ].join('');
  const session = new Session();
  const book = new FindingBook(counting);
  const run = (now: string, id = 'a.yaml'): Findings => {
    session.analyze([{ id, name: id, text: now }], 'spec');
    return session.evaluation ? findingsOf(session.evaluation, book) : { findings: [], total: 0 };
  };

  it('checks what was edited, and nothing else', () => {
    expect(run(text).total).toBe(5);
    expect(book.ran).toBe(3 + 2);
    run(text);
    expect(book.ran).toBe(5);
    run(text.replace('name: three', 'name: third'));
    expect(book.ran).toBe(5 + 1 + 1);
  });

  it('finds what it remembers where that is now', () => {
    const lines = (all: Findings): readonly number[] => all.findings.map(({ line }) => line);
    const before = lines(run(text));
    const ran = book.ran;
    const moved = lines(run(text.replace('  name: one', '  # a comment\n  name: one')));
    expect(moved).toEqual(before.map((line) => line + 1));
    expect(book.ran).toBe(ran + 2);
  });

  it('forgets what is gone', () => {
    expect(
      run(text.replace(/kind: NetworkPolicy\nmetadata:\n {2}name: three/, 'kind: X')).total,
    ).toBeLessThan(5);
  });
});

it('says the same bit by bit as at once', () => {
  const { cluster, policies } = generate({ pods: 100, policies: 40, namespaces: 5, replicas: 2 }, 1);
  const session = new Session();
  const book = new FindingBook();
  let now: readonly SourceFile[] = [cluster, policies];
  for (const [from, to] of [
    ['policyTypes: [Ingress]', 'policyTypes: [Egress]'],
    ['port: ', 'prot: '],
    ['podSelector', 'podSelector '],
  ] as const) {
    now = now.map((file) => ({ ...file, text: file.text.replace(from, to) }));
    session.analyze(now, 'spec');
    const { evaluation } = session;
    expect(evaluation && findingsOf(evaluation, book)).toEqual(evaluation && findingsOf(evaluation));
  }
});

it('keeps the gravest where there are very many', () => {
  const many = Array.from({ length: 520 }, (_, index) =>
    policy('a', `p${String(index)}`, 'x', 'ingress:\n  - ports: [{}]'),
  ).join('');
  const bad = policy('a', 'last', 'x', 'ingerss: []');
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a', text: pod('a', 'x') + many + doc(bad) }], 'spec');
  const all = session.evaluation && findingsOf(session.evaluation);
  expect(all?.findings).toHaveLength(500);
  expect(all?.total).toBeGreaterThan(520);
  expect(all?.findings.at(-1)?.severity).toBe('error');
});
