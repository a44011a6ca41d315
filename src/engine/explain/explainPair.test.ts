import { expect, test } from 'vitest';
import { Tone, type PairExplanation, type RuleExplanation } from '../answer';
import { Explaining } from './explaining.test-data';

const pod = (name: string, namespace: string, labels: string, more = ''): string => `
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${namespace}, labels: {${labels}}}
spec: {containers: [{name: c, image: i${more}}]}
---`;

const cluster = `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: shop}}
---
apiVersion: v1
kind: Namespace
metadata: {name: payments, labels: {team: pay}}
---${pod('web', 'shop', 'app: web')}${pod('db', 'shop', 'app: db', ', ports: [{name: sql, containerPort: 5432}]')}${pod('pay', 'payments', 'app: pay')}`;

const policy = (name: string, spec: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: shop}
spec: ${spec}
---`;

const rules = ({ ingress }: PairExplanation): readonly RuleExplanation[] =>
  ingress.policies.flatMap((one) => one.rules);
const checks = (rule: RuleExplanation | undefined) =>
  rule?.peers.map(({ matches, checks: all }) => [matches, all.map(({ holds }) => holds)]);

const text = `${cluster}${policy('db', '{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {matchLabels: {team: shop}}, podSelector: {matchExpressions: [{key: app, operator: In, values: [a, pay]}]}}, {podSelector: {}}, {ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.128/25]}}], ports: [{port: sql}, {port: nobody}]}]}')}`;

test('each peer says which of its requirements hold for the other end', () => {
  const [rule] = rules(new Explaining(text).pair('Pod/payments/pay', 'Pod/shop/db'));
  expect(checks(rule)).toEqual([
    ['no', ['no', 'yes']],
    ['no', ['no', 'yes']],
    ['no', ['no']],
  ]);
  expect(rule?.peers[0]?.checks[0]?.sentence).toContain('team=pay');
});

test('a requirement is found where it is written', () => {
  const [rule] = rules(new Explaining(text).pair('Pod/payments/pay', 'Pod/shop/db'));
  const place = rule?.peers[0]?.checks[0]?.place;
  expect(text.slice(place?.start, place?.end)).toBe('team: shop');
  expect(text.slice(rule?.ports[1]?.place.start, rule?.ports[1]?.place.end).trim()).toBe('{port: nobody}');
});

test('the peer that matches is told first, with its position', () => {
  const [rule] = rules(new Explaining(text).pair('Pod/shop/web', 'Pod/shop/db'));
  expect(rule?.peers.map(({ path, matches }) => [path, matches])).toEqual([
    ['from[1]', 'yes'],
    ['from[0]', 'no'],
    ['from[2]', 'no'],
  ]);
  expect(rule?.granted).toBe(true);
});

test('selectors match nothing outside, and a block says whether it contains the address', () => {
  const told = new Explaining(text);
  const matchesOf = (id: string) =>
    rules(told.pair(id, 'Pod/shop/db'))[0]?.peers.map(({ path, matches }) => [path, matches]);
  expect(matchesOf('external/203.0.113.0/24')?.[0]).toEqual(['from[2]', 'yes']);
  expect(matchesOf('external/203.0.113.128/25')?.map(([, matches]) => matches)).toEqual(['no', 'no', 'no']);
});

test('a port says what it grants, a name what it stands for at the destination', () => {
  const [rule] = rules(new Explaining(text).pair('Pod/shop/web', 'Pod/shop/db'));
  expect(rule?.ports.map(({ written, grants, note }) => [written, grants, note !== null])).toEqual([
    ['TCP sql', 'TCP 5432', true],
    ['TCP nobody', 'nothing', true],
  ]);
});

test('a policy without a rule of the direction is told with a note', () => {
  const told = new Explaining(`${cluster}${policy('deny', '{podSelector: {}, policyTypes: [Ingress]}')}`);
  const [deny] = told.pair('Pod/shop/web', 'Pod/shop/db').ingress.policies;
  expect([deny?.rules.length, deny?.ruleCount, deny?.note !== null]).toEqual([0, 0, true]);
});

test('of very many rules the granting ones are told, the others counted', () => {
  const many = Array.from(
    { length: 80 },
    (_, index) => `{from: [{podSelector: {matchLabels: {app: x${String(index)}}}}]}`,
  );
  const spec = `{podSelector: {}, policyTypes: [Ingress], ingress: [${many.join(', ')}, {from: [{podSelector: {matchLabels: {app: web}}}]}]}`;
  const pair = new Explaining(`${cluster}${policy('many', spec)}`).pair('Pod/shop/web', 'Pod/shop/db');
  const [one] = pair.ingress.policies;
  expect(pair.tone).toBe(Tone.allowed);
  expect([one?.rules.length, one?.ruleCount, one?.rules[0]?.path]).toEqual([50, 81, 'ingress[80]']);
});

test('rules that hold all addresses the other end may have only together grant what all of them do', () => {
  const to = (cidr: string, ports: string): string => `{to: [{ipBlock: {cidr: ${cidr}}}], ports: [${ports}]}`;
  const parts = [
    to('10.0.0.0/8', '{port: 80}, {port: 81}'),
    to('172.16.0.0/12', '{port: 80}'),
    to('192.168.0.0/16', '{port: 80}'),
  ];
  const told = (...some: readonly string[]): PairExplanation =>
    new Explaining(
      `${cluster}${policy('web', `{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [${some.join(', ')}]}`)}`,
    ).pair('Pod/shop/web', 'Pod/shop/db');
  const whole = told(...parts.map((part) => part.replace(', {port: 81}', '')));
  expect(whole.tone).toBe(Tone.partial);
  expect(whole.doubts).toEqual([]);
  const given = whole.egress.policies.flatMap((one) => one.rules);
  expect(given.map(({ granted, grants }) => [granted, grants])).toEqual(parts.map(() => [true, 'TCP 80']));
  expect(told(...parts)).toMatchObject({ tone: Tone.unknown, allowed: 'TCP 80' });
  expect(told(...parts.slice(1))).toMatchObject({ tone: Tone.unknown, allowed: 'nothing' });
});

const blocks =
  '{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}';

test('a side of which nothing can be said is not told as shut', () => {
  const { tone, ingress } = new Explaining(`${cluster}${policy('db', blocks)}`).pair(
    'Pod/shop/web',
    'Pod/shop/db',
  );
  expect(tone).toBe(Tone.unknown);
  expect(ingress).toMatchObject({ passes: 'nothing', may: 'every port', isShut: false });
  expect(ingress.sentence).toBe('db is isolated for ingress; whether this may enter cannot be said.');
  expect(ingress.policies[0]?.rules[0]).toMatchObject({
    granted: false,
    isDoubtful: true,
    grants: 'every port',
  });
});

test('the side of a pod that some of the pods of a DaemonSet reach from their own node is not told as shut', () => {
  const agent = `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: shop}
spec: {selector: {matchLabels: {app: agent}}, template: {metadata: {labels: {app: agent}}, spec: {hostNetwork: true, containers: [{name: c, image: i}]}}}
---`;
  const text = `${cluster}${agent}${policy('db', '{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]}')}`;
  const { tone, ingress } = new Explaining(text).pair('DaemonSet/shop/agent', 'Pod/shop/db');
  expect(tone).toBe(Tone.unknown);
  expect(ingress).toMatchObject({ may: 'every port', isShut: false });
});

test('in a dual-stack cluster, too, the doubt about the own node is the one that is told', () => {
  const pod = (name: string, last: number, more = ''): string => `
apiVersion: v1
kind: Pod
metadata: {name: ${name}-${String(last)}, namespace: shop, labels: {app: ${name}}, ownerReferences: [{apiVersion: apps/v1, kind: ${more === '' ? 'ReplicaSet' : 'DaemonSet'}, name: ${name}, controller: true}]}
spec: {nodeName: n${String(last)}, ${more}containers: []}
status: {phase: Running, podIP: ${more === '' ? '10.4' : '10.0'}.0.${String(last)}, podIPs: [{ip: ${more === '' ? '10.4' : '10.0'}.0.${String(last)}}, {ip: "fd0${more === '' ? '4' : '0'}::${String(last)}"}]}
---`;
  const pods = [1, 2, 3].map((last) => pod('agent', last, 'hostNetwork: true, ')).join('');
  const text = `${pods}${pod('till', 1)}${pod('till', 2)}${policy('till', '{podSelector: {}, policyTypes: [Ingress]}')}`;
  const { tone, doubts } = new Explaining(text).pair('DaemonSet/shop/agent', 'ReplicaSet/shop/till');
  expect(tone).toBe(Tone.unknown);
  expect(doubts).toEqual([expect.stringContaining('own node')]);
});
