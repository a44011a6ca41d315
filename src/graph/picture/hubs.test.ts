import { expect, test } from 'vitest';
import type { Answer } from '../../engine';
import { answerOf } from '../fixtures.test-data';
import { drawn, surveyed } from './drawn.test-data';
import { foldsHubs, hubGlyphs, hubsOf } from './hubs';
import { namesOf } from './sentences';

const kindsOf = (answer: Answer): Readonly<Record<string, string | null>> => {
  const kinds = hubsOf(answer);
  return Object.fromEntries(answer.topology.entities.map(({ name }, index) => [name, kinds[index] ?? null]));
};

test('DNS, monitoring and ingress controllers are known by name or label', () => {
  const answer = answerOf({
    workloads: [
      { namespace: 'kube-system', name: 'coredns', ports: [53] },
      { namespace: 'kube-system', name: 'dns', labels: { 'k8s-app': 'kube-dns' }, ports: [53] },
      { namespace: 'kube-system', name: 'coredns-autoscaler', ports: [8080] },
      { namespace: 'monitoring', name: 'prometheus-server' },
      { namespace: 'edge', name: 'controller', labels: { 'app.kubernetes.io/name': 'ingress-nginx' } },
      { namespace: 'shop', name: 'web' },
    ],
    allowed: [],
  });
  expect(kindsOf(answer)).toEqual({
    coredns: 'dns',
    dns: 'dns',
    'coredns-autoscaler': null,
    'prometheus-server': 'monitoring',
    controller: 'ingress',
    web: null,
    'Everything else': null,
  });
});

const names = Array.from({ length: 20 }, (_, index) => `app-${String(index)}`);
const workloads = names.map((name) => ({ namespace: 'shop', name, ingress: true }));

test('what most others talk to is a hub, unless everybody talks to everybody', () => {
  const star = answerOf({ workloads, allowed: names.map((name) => `${name}>app-0: TCP 80`) });
  expect(Object.entries(kindsOf(star)).filter(([, kind]) => kind !== null)).toEqual([['app-0', 'busy']]);
  const mesh = answerOf({
    workloads,
    allowed: names.flatMap((a) => names.map((b) => `${a}>${b}: TCP 80`)),
  });
  expect(Object.values(kindsOf(mesh)).every((kind) => kind === null)).toBe(true);
});

test('a hub that is a glyph has no lines until it is selected; they are counted and told on the cards', () => {
  const answer = answerOf({
    workloads,
    allowed: [
      'app-1>app-2: TCP 80',
      'app-0>app-3: TCP 9090',
      ...names.map((name) => `${name}>app-0: TCP 80`),
    ],
  });
  const { pairs, counts, drawn: has } = drawn(answer, { hubs: true });
  expect(pairs).toHaveLength(1);
  expect(counts.hubs).toBe(20);
  expect(counts.total.allowed).toBe(1);
  const glyphs = hubGlyphs(hubsOf(answer), surveyed(answer, true), has, namesOf(answer.topology));
  const indexOf = (name: string): number => answer.topology.entities.findIndex((one) => one.name === name);
  expect(glyphs.get(indexOf('app-5'))?.map(({ kind }) => kind)).toEqual(['busy']);
  expect(glyphs.size).toBe(19);
  const selection = { kind: 'entity', entity: 'Deployment/shop/app-0' } as const;
  const selected = drawn(answer, { hubs: true, selection });
  expect(selected.pairs.length).toBeGreaterThanOrEqual(20);
  expect(hubGlyphs(hubsOf(answer), surveyed(answer, true), selected.drawn, []).size).toBe(0);
});

test('hubs are glyphs by themselves only in large pictures, and where that leaves a line', () => {
  const isFolded = (answer: Answer): boolean => foldsHubs(answer, hubsOf(answer));
  expect(isFolded(answerOf({ workloads, allowed: [] }))).toBe(false);
  const apps = Array.from({ length: 45 }, (_, index) => `app-${String(index)}`);
  const many = ['gateway', ...apps].map((name) => ({ namespace: 'shop', name, ports: [80], ingress: true }));
  const star = apps.map((name) => `gateway>${name}: TCP 80`);
  expect(isFolded(answerOf({ workloads: many, allowed: star }))).toBe(false);
  expect(isFolded(answerOf({ workloads: many, allowed: [...star, 'app-1>app-2: TCP 80'] }))).toBe(true);
});
