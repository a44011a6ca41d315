import { describe, expect, it } from 'vitest';
import { Session } from '../session';
import type { ExpectationResult } from './expectation';

const pod = (namespace: string, name: string, labels: string, more = ''): string => `---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${namespace}, labels: {${labels}}}
spec: {containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]${more}}
`;
const deployment = (name: string, replicas: number): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  replicas: ${String(replicas)}
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]}
`;
const policy = (name: string, spec: string, namespace = 'shop'): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n`;

const shop =
  pod('shop', 'web', 'app: web') +
  pod('shop', 'api', 'app: api, tier: back') +
  pod('shop', 'db', 'app: db, tier: back') +
  pod('other', 'spy', 'app: spy');
const onlyApi = policy(
  'db',
  '{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: api}}}], ports: [{port: 5432}]}]}',
);

const document = (items: string): string =>
  `---\napiVersion: netpol-playground/v1\nkind: Expectations\nexpectations:\n${items}\n`;

function checked(text: string, ...items: readonly string[]): readonly ExpectationResult[] {
  const session = new Session();
  const all = text + document(items.map((item) => `  - ${item}`).join('\n'));
  session.analyze([{ id: 'a', name: 'a.yaml', text: all }], 'spec');
  return session.check();
}
function one(text: string, item: string): ExpectationResult {
  const [result] = checked(text, item);
  if (!result) throw new Error('no result');
  return result;
}
const counts = ({ status, pairs, broken, undecided }: ExpectationResult) => [
  status,
  pairs,
  broken,
  undecided,
];

describe('an expectation', () => {
  it('that something is allowed holds when every pair passes on every port that is named', () => {
    expect(counts(one(shop + onlyApi, 'allow: {from: shop/api, to: shop/db, port: 5432}'))).toEqual([
      'passed',
      1,
      0,
      0,
    ]);
    expect(one(shop + onlyApi, 'allow: {from: shop/api, to: shop/db, port: [5432, 80]}').status).toBe(
      'failed',
    );
    expect(one(shop + onlyApi, 'allow: {from: shop/api, to: shop/db}').status).toBe('failed');
    expect(one(shop + onlyApi, 'allow: {from: shop/web, to: shop/db, port: 5432}').status).toBe('failed');
    expect(one(shop, 'allow: {from: shop/web, to: shop/db}').status).toBe('passed');
  });

  it('that certainly fails on its port is told so, although others are not decided', () => {
    const mayBe =
      '{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/16}}], ports: [{port: 443}]}]}';
    const { status, offenders } = one(
      shop + policy('p', mayBe),
      'allow: {from: shop/web, to: shop/db, port: 80}',
    );
    expect(status).toBe('failed');
    expect(offenders[0]?.reason).toContain('TCP 80');
  });

  it('about loopback is one of each pod to itself, which nothing blocks', () => {
    const shut = shop + policy('shut', '{podSelector: {}, policyTypes: [Egress]}');
    for (const to of ['127.0.0.1', '127.0.0.0/8', '"::1"']) {
      expect(counts(one(shut, `allow: {from: any pod, to: ${to}}`))).toEqual(['passed', 4, 0, 0]);
      expect(one(shut, `allow: {from: shop/web, to: ${to}, port: http}`).status).toBe('passed');
      expect(one(shut, `allow: {from: shop/web, to: ${to}, port: nothing}`).status).toBe('failed');
      expect(one(shut, `block: {from: any pod, to: ${to}}`).status).toBe('failed');
      expect(one(shut, `allow: {from: outside, to: ${to}}`).status).toBe('failed');
    }
    expect(one(shut, 'block: {from: namespace shop, to: outside}').status).toBe('passed');
  });

  it('that something is blocked holds when no pair passes on any of them', () => {
    expect(one(shop + onlyApi, 'block: {from: not namespace shop, to: shop/db}').status).toBe('passed');
    expect(one(shop + onlyApi, 'block: {from: shop/api, to: shop/db, port: 80}').status).toBe('passed');
    expect(one(shop + onlyApi, 'block: {from: shop/api, to: shop/db, port: 5000-6000}').status).toBe(
      'failed',
    );
    expect(counts(one(shop + onlyApi, 'block: {from: any pod, to: shop/db}'))).toEqual(['failed', 3, 1, 0]);
  });

  it('tells the pairs that break it, with the policy that decides', () => {
    const [offender, another] = one(shop + onlyApi, 'block: {from: any pod, to: shop/db}').offenders;
    expect(another).toBeUndefined();
    expect(offender).toMatchObject({
      source: { id: 'Pod/shop/api' },
      destination: { id: 'Pod/shop/db' },
      ports: 'TCP 5432',
      deciding: [{ name: 'db', namespace: 'shop' }],
    });
    const [blocked] = one(shop + onlyApi, 'allow: {from: shop/web, to: shop/db, port: 5432}').offenders;
    expect(blocked?.deciding.map(({ name }) => name)).toEqual(['db']);
  });

  it('is undecided, and never passed, where the manifests do not decide it', () => {
    const cilium =
      '---\napiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: c, namespace: shop}\nspec: {}\n';
    expect(one(shop + cilium, 'allow: {from: other/spy, to: shop/db}').status).toBe('undecided');
    expect(one(shop + cilium, 'block: {from: other/spy, to: shop/db}').status).toBe('undecided');
    const some = policy('some', '{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.0/24}}]}]}');
    expect(one(shop + some, 'block: {from: shop/web, to: other/spy}').status).toBe('undecided');
  });

  it('that is about nobody fails', () => {
    const failing = [
      'block: {from: pods with app=x, to: shop/db}',
      'block: {from: pods with app=web in other, to: shop/db}',
      'block: {from: shop/nobody, to: shop/db}',
      'block: {from: not namespace shopp, to: shop/db}',
      'block: {from: namespace nowhere, to: shop/db}',
      'block: {from: any pod, to: shop/db, port: grpc}',
      'block: {from: shop/db, to: shop/db}',
    ];
    expect(checked(shop, ...failing).map(({ status }) => status)).toEqual(failing.map(() => 'failed'));
  });

  it('that may mean several is invalid, but for the one in the namespace default', () => {
    const twice = shop + pod('other', 'web', 'app: web');
    expect(one(twice, 'allow: {from: web, to: shop/db}').status).toBe('invalid');
    expect(one(shop, 'allow: {from: web, to: db}').status).toBe('passed');
    expect(one(twice + pod('default', 'web', 'app: web'), 'allow: {from: web, to: db}').status).toBe(
      'passed',
    );
    const kinds = shop + deployment('web', 1);
    expect(one(kinds, 'allow: {from: shop/web, to: db}').status).toBe('invalid');
    expect(one(kinds, 'allow: {from: Deployment/shop/web, to: db}').status).toBe('passed');
  });

  it('knows that a pod always reaches itself, where it is asked for just that (E1)', () => {
    const text = deployment('a', 1) + policy('all', '{podSelector: {}, policyTypes: [Ingress, Egress]}');
    expect(counts(one(text, 'allow: {from: shop/a, to: shop/a}'))).toEqual(['passed', 1, 0, 0]);
    expect(one(text, 'block: {from: shop/a, to: shop/a}').status).toBe('failed');
  });

  it('takes no pod and itself for a pair, but replicas of one workload for one', () => {
    const closed = policy('all', '{podSelector: {}}');
    expect(counts(one(shop + closed, 'block: {from: namespace shop, to: namespace shop}'))).toEqual([
      'passed',
      6,
      0,
      0,
    ]);
    expect(
      counts(one(deployment('a', 1) + deployment('b', 3), 'allow: {from: any pod, to: any pod}')),
    ).toEqual(['passed', 3, 0, 0]);
  });

  it('asks for a port by the name the destination gives it', () => {
    const open = policy('open', '{podSelector: {}, ingress: [{ports: [{port: 8080}]}]}');
    expect(one(shop + open, 'allow: {from: shop/web, to: shop/db, port: http}').status).toBe('passed');
    expect(one(shop + open, 'block: {from: shop/web, to: shop/db, port: http}').status).toBe('failed');
  });

  it('may be about addresses: of pods, of nodes, and of the world outside', () => {
    const metadata = policy(
      'egress',
      '{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}}]}]}',
    );
    expect(one(shop + metadata, 'block: {from: any pod, to: 169.254.169.254}').status).toBe('failed');
    expect(one(shop + metadata, 'block: {from: namespace shop, to: 169.254.169.254}').status).toBe('passed');
    expect(one(shop + metadata, 'block: {from: namespace shop, to: 169.254.0.0/16}').status).toBe('failed');
    expect(one(shop + metadata, 'block: {from: namespace shop, to: outside}').status).toBe('failed');
    const placed = pod('shop', 'web', 'app: web').replace('spec:', 'status: {podIP: 10.0.0.7}\nspec:');
    const shut = policy('web', '{podSelector: {matchLabels: {app: web}}}');
    const [address, block] = checked(
      shop.replace(pod('shop', 'web', 'app: web'), placed) + shut,
      'block: {from: shop/db, to: 10.0.0.7}',
      'block: {from: shop/db, to: 10.0.0.0/24}',
    );
    expect(address?.status).toBe('passed');
    // Beside the pod there are other addresses in the block, which the other pods may have.
    expect(block && counts(block)).toEqual(['failed', 4, 1, 2]);
  });

  it('about addresses that a pod may have of which none is known is undecided where that could connect', () => {
    const range = 'block: {from: 10.0.0.0/8, to: shop/db}';
    expect(counts(one(shop + onlyApi, range))).toEqual(['undecided', 2, 0, 1]);
    expect(one(shop + onlyApi, 'block: {from: 10.1.2.3, to: shop/db}').status).toBe('undecided');
    expect(one(shop + onlyApi, 'block: {from: shop/api, to: 10.0.0.0/8, port: 5432}').status).toBe('failed');
    const egress = policy(
      'out',
      '{podSelector: {matchLabels: {app: api}}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}',
    );
    expect(one(shop + egress, 'block: {from: shop/api, to: 10.0.0.0/8}').status).toBe('undecided');
    const [offender] = one(shop + onlyApi, range).offenders;
    expect(offender).toMatchObject({ source: { id: 'Pod/shop/api' }, isCertain: false, ports: 'TCP 5432' });
    expect(offender?.reason).toContain('not known');
    // Nobody who may be one of them can connect, or nobody may be.
    for (const holds of [
      'block: {from: 10.0.0.0/8, to: shop/db, port: 80}',
      ...['8.8.8.8', '169.254.169.254', '203.0.113.0/24', '"2001:db8::/32"'].map(
        (from) => `block: {from: ${from}, to: shop/db}`,
      ),
    ]) {
      expect(one(shop + onlyApi, holds).status).toBe('passed');
    }
    const host = pod('shop', 'host', 'app: api', ', hostNetwork: true');
    expect(one(host + pod('shop', 'db', 'app: db') + onlyApi, range).status).toBe('passed');
    const placed = (shop + onlyApi).replace(
      /(name: (\w)\w+, namespace: \w+, labels.*\n)/g,
      (line, _, letter: string) =>
        line.replace(/$/, `status: {podIP: 10.0.0.${String(letter.charCodeAt(0))}}\n`).replace('\n\n', '\n'),
    );
    expect(one(placed, range).status).toBe('failed');
    expect(one(placed, 'block: {from: 10.1.2.3, to: shop/db}').status).toBe('passed');
  });

  it('that addresses are allowed asks nothing of pods that may have them', () => {
    const office = policy(
      'office',
      '{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}',
    );
    expect(counts(one(shop + office, 'allow: {from: 10.1.2.3, to: shop/db}'))).toEqual(['passed', 1, 0, 0]);
  });

  it('is known by its place in the file', () => {
    const text = shop + document('  - allow: {from: web, to: db}');
    const session = new Session();
    session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
    const place = session.check()[0]?.place;
    expect(place && text.slice(place.start, place.end)).toBe('allow: {from: web, to: db}');
  });
});

describe('a document of expectations', () => {
  const analyze = (session: Session, expectations: string, cluster = shop + onlyApi) =>
    session.analyze(
      [
        { id: 'a', name: 'a.yaml', text: cluster },
        { id: 'e', name: 'expectations.yaml', text: expectations },
      ],
      'spec',
    );
  const whole = document('  - allow: {from: shop/api, to: shop/db, port: 5432}');

  it('is used, not ignored, and no part of the cluster', () => {
    const { receipt, diagnostics, picture } = analyze(new Session(), whole);
    expect(receipt.ignored).toEqual([]);
    expect(receipt.used).toContainEqual({ kind: 'Expectations', count: 1 });
    expect(diagnostics).toEqual([]);
    expect(picture.undecided).toBe(0);
  });

  it.each([
    ['an unknown key', '  - allow: {from: shop/api, to: shop/db, ports: 80}', 'unknown-field'],
    ['both', '  - {allow: {from: web, to: db}, block: {from: web, to: db}}', 'forbidden'],
    ['neither', '  - {name: something}', 'required'],
    ['no end', '  - allow: {from: web}', 'required'],
    ['no such port', '  - allow: {from: web, to: db, port: 70000}', 'invalid'],
    ['no protocol', '  - allow: {from: web, to: db, port: ICMP/1}', 'invalid'],
    ['no end that is known', '  - allow: {from: every pod there is, to: db}', 'invalid'],
    ['no selector', '  - allow: {from: pods with app=, to: "pods with (a)"}', 'invalid'],
    ['loopback as a source', '  - allow: {from: 127.0.0.1, to: web}', 'invalid'],
    ['loopback as a source', '  - block: {from: "::1/128", to: outside}', 'invalid'],
    ['the outside alone', '  - allow: {from: outside, to: outside}', 'invalid'],
    ['a Service', '  - allow: {from: web, to: Service/shop/db}', 'invalid'],
    ['another type', '  - allow: {from: 7, to: db}', 'wrong-type'],
  ])('is told of %s, which is an expectation that does not hold', (_, item, code) => {
    const session = new Session();
    const { diagnostics, drawable } = analyze(session, document(item));
    expect(diagnostics.map((one) => [one.code, one.line])).toContainEqual([code, 5]);
    expect(drawable).toBe(true);
    expect(session.check().map(({ status }) => status)).toEqual(['invalid']);
  });

  it.each([
    ['of another version', 'apiVersion: netpol-playground/v2\nkind: Expectations\n'],
    ['of another kind', 'apiVersion: netpol-playground/v1\nkind: Expectation\n'],
    ['without a kind', 'apiVersion: netpol-playground/v1\n'],
    ['with an unknown key', 'apiVersion: netpol-playground/v1\nkind: Expectations\nexpectation: []\n'],
    ['that cannot be parsed', 'apiVersion: netpol-playground/v1\nkind: Expectations\nexpectations: [\n'],
    ['with a key twice', `${whole}    allow: {from: shop/web, to: shop/api}\n`],
  ])('%s has an error, but takes nothing from the picture', (_, text) => {
    const session = new Session();
    const before = analyze(session, whole);
    const answer = analyze(session, text);
    expect(answer.drawable).toBe(true);
    expect(answer.complete).toBe(true);
    expect(answer.picture.undecided).toBe(0);
    expect(answer.picture.tones).toEqual(before.picture.tones);
    expect(answer.diagnostics.map(({ severity }) => severity)).toContain('error');
    expect(session.check().map(({ status }) => status)).toContain('invalid');
  });

  it('changes neither rows nor cells when it is edited', () => {
    const session = new Session();
    analyze(session, whole);
    const before = session.counters;
    analyze(session, whole.replace('5432', '5433'));
    expect({ ...session.counters, documentsParsed: 0 }).toEqual({ ...before, documentsParsed: 0 });
    expect(session.check().map(({ status }) => status)).toEqual(['failed']);
  });

  it('that is empty expects nothing', () => {
    const session = new Session();
    const { diagnostics } = analyze(session, document(''));
    expect(diagnostics).toEqual([]);
    expect(session.check()).toEqual([]);
  });
});

describe('what is expected elsewhere', () => {
  it('is checked by its text', () => {
    const session = new Session();
    session.analyze([{ id: 'a', name: 'a.yaml', text: shop + onlyApi }], 'spec');
    const results = session.check(document('  - name: the shop works\n    allow: {from: web, to: api}'));
    expect(results).toMatchObject([{ status: 'passed', sentence: 'the shop works', place: null }]);
  });
});
