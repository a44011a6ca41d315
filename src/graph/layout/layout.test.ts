import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Topology } from '../../engine';
import {
  answerOf,
  largeCluster,
  microserviceShop,
  threeTierShop,
  type AnswerInput,
} from '../fixtures.test-data';
import { around, contains, overlap, type Box } from '../geometry/box';
import { hiddenShare } from '../geometry/sight';
import { layout } from './layout';
import { standing, type Standing } from './standing.test-data';
import { tierOf } from './tier';

type Name = readonly [namespace: string, workload: string];
type Folds = Pick<
  AnswerInput,
  'level' | 'foldedNamespaces' | 'unfolded' | 'alike' | 'foldedOutside' | 'externals'
>;

const topologyOf = (names: readonly Name[], folds: Folds = {}): Topology =>
  answerOf({
    workloads: names.map(([namespace, name]) => ({
      namespace,
      name,
      ports: [8080],
      replicas: name.length % 3,
      pods: 3,
    })),
    externals: ['Everything else'],
    ...folds,
    allowed: [],
  }).topology;

const clashes = (boxes: Iterable<Box>): number => {
  const all = [...boxes];
  return all.reduce((sum, a, i) => sum + all.slice(i + 1).filter((b) => overlap(a, b)).length, 0);
};

function expectApart({ cards, places: { frames } }: Standing, topology: Topology): void {
  expect(cards.size).toBe(topology.entities.length);
  expect(clashes(cards.values())).toBe(0);
  expect(clashes(frames.values())).toBe(0);
}

const namespace = fc.constantFrom('shop', 'db', 'monitoring', 'web', 'a-rather-long-namespace-name');
const workload = fc.stringMatching(/^[a-z][a-z0-9-]{0,24}[a-z0-9]$/);
const clusterOf = (minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.tuple(namespace, workload), { minLength, maxLength, selector: ([a, b]) => `${a}/${b}` });
const small = clusterOf(1, 45);
const large = clusterOf(49, 90);
const any = fc.oneof(small, large);

test('no two cards and no two frames overlap, whatever the cluster', () => {
  fc.assert(
    fc.property(any, (names) => {
      const topology = topologyOf(names);
      expectApart(standing(topology), topology);
    }),
    { numRuns: 60 },
  );
});

test('the same topology gives the same picture', () => {
  fc.assert(
    fc.property(any, (names) => {
      const once = standing(topologyOf(names));
      const again = standing(topologyOf([...names].reverse()));
      expect([...again.cards]).toEqual([...once.cards]);
    }),
    { numRuns: 20 },
  );
});

test('folding and unfolding moves nothing else, on a map not even from one workspace to the next', () => {
  const steps = fc.array(fc.subarray(['shop', 'db', 'monitoring', 'web']), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(any, steps, fc.nat(), (names, folds, pick) => {
      const present = new Set<string>(names.map(([one]) => one));
      const plain = topologyOf(names);
      let before = standing(plain);
      const first = before.cards;
      for (const wanted of folds) {
        const foldedNamespaces = wanted.filter((one) => present.has(one));
        const unfolded = names
          .slice(pick % names.length)
          .slice(0, 2)
          .map(([, name]) => name);
        const topology = topologyOf(names, { foldedNamespaces, unfolded });
        const after = standing(topology, before.layout);
        expectApart(after, topology);
        for (const [id, box] of after.cards) if (first.has(id)) expect(box).toEqual(first.get(id));
        for (const one of foldedNamespaces) {
          const ground = after.cards.get(`Namespace/${one}`);
          for (const [id, card] of first)
            if (id.split('/')[1] === one && ground)
              expect(contains(ground, { x: card.x + 1, y: card.y + 1 })).toBe(true);
        }
        if (names.length > 48) expect([...standing(topology).cards]).toEqual([...after.cards]);
        before = after;
      }
    }),
    { numRuns: 40 },
  );
});

test('opening one of several folded namespaces moves none of the others, also when its cards were never seen', () => {
  const names: Name[] = ['a', 'b', 'c', 'd'].flatMap((one) => [
    [one, 'web'],
    [one, 'api'],
    [one, 'db'],
  ]);
  const before = standing(topologyOf(names, { level: 'namespaces', foldedNamespaces: ['a', 'b', 'c', 'd'] }));
  const topology = topologyOf(names, { level: 'namespaces', foldedNamespaces: ['a', 'c', 'd'] });
  const after = standing(topology, before.layout);
  expectApart(after, topology);
  for (const one of ['a', 'c', 'd']) {
    const id = `Namespace/${one}`;
    expect(after.cards.get(id)).toEqual(before.cards.get(id));
  }
});

test('at the levels of namespaces and workloads a large cluster is the same map', () => {
  const workloads = standing(largeCluster().topology);
  const namespaces = standing(largeCluster({ level: 'namespaces' }).topology);
  expect(namespaces.cards.size).toBe(21);
  expect(clashes(namespaces.cards.values())).toBe(0);
  for (const [id, box] of namespaces.cards)
    if (id !== 'outside') expect(workloads.places.frames.get(id)).toEqual(box);
});

test('a group of alike workloads stands where its first one stood, the others where they were', () => {
  const names: Name[] = Array.from({ length: 12 }, (_, index) => ['shop', `web-${String(index)}`]);
  const before = standing(topologyOf(names));
  const after = standing(topologyOf(names, { alike: [['web-3', 'web-4', 'web-5']] }), before.layout);
  const first = before.cards.get('Deployment/shop/web-3');
  expect(after.cards.get('alike/shop/Deployment/shop/web-3')).toMatchObject({ x: first?.x, y: first?.y });
  for (const [id, box] of after.cards) if (before.cards.has(id)) expect(box).toEqual(before.cards.get(id));
});

test('the pods of an unfolded workload stand on its own ground, however many', () => {
  for (const pods of [1, 4, 50]) {
    const { topology } = answerOf({
      workloads: [
        { namespace: 'shop', name: 'web', pods },
        { namespace: 'shop', name: 'db', pods: 1 },
      ],
      unfolded: ['web'],
      allowed: [],
    });
    const { places, cards } = standing(topology);
    const ground = places.grounds.get('Deployment/shop/web');
    const stood = [...cards].flatMap(([id, box]) => (id.startsWith('Pod/') ? [box] : []));
    expect(stood).toHaveLength(pods);
    expect(clashes(cards.values())).toBe(0);
    for (const { x, y, width, height } of stood)
      for (const point of [
        { x, y },
        { x: x + width, y: y + height },
      ])
        expect(ground !== undefined && contains(ground, point)).toBe(true);
  }
});

test('a newcomer moves nobody, or all frames below its own down by the same', () => {
  fc.assert(
    fc.property(small, fc.tuple(namespace, workload), (names, newcomer) => {
      fc.pre(!names.some(([a, b]) => a === newcomer[0] && b === newcomer[1]));
      const before = standing(topologyOf(names));
      const topology = topologyOf([...names, newcomer]);
      const after = standing(topology, before.layout);
      expectApart(after, topology);
      const slides = new Set<number>();
      for (const [id, box] of before.cards) {
        expect(after.cards.get(id)?.x).toBe(box.x);
        const slide = (after.cards.get(id)?.y ?? NaN) - box.y;
        if (slide !== 0) slides.add(slide);
      }
      expect(slides.size).toBeLessThanOrEqual(1);
      for (const slide of slides) expect(slide).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

test('a newcomer in a small picture moves nobody', () => {
  const names: Name[] = [
    ['frontend', 'web'],
    ['backend', 'api'],
    ['backend', 'worker'],
    ['database', 'mysql'],
  ];
  const before = standing(topologyOf(names));
  for (const newcomer of [
    ['frontend', 'rogue'],
    ['backend', 'queue'],
    ['database', 'redis'],
    ['new', 'thing'],
  ] as const) {
    const topology = topologyOf([...names, newcomer]);
    const after = standing(topology, before.layout);
    expectApart(after, topology);
    for (const [id, box] of before.cards) expect(after.cards.get(id)).toEqual(box);
  }
});

test('a CIDR that comes and goes moves nobody', () => {
  const names: Name[] = [
    ['shop', 'web'],
    ['shop', 'db'],
  ];
  const before = standing(topologyOf(names));
  const named = topologyOf(names, { externals: ['10.0.0.0/8', 'Everything else'] });
  const during = standing(named, before.layout);
  expectApart(during, named);
  const after = standing(topologyOf(names), during.layout);
  expect(new Map(after.cards)).toEqual(new Map(before.cards));
  expect(during.layout.origin).toBe(before.layout.origin);
});

test('what comes while one types does not make the picture larger while there is room in it', () => {
  const names: readonly Name[] = [
    ['visitors', 'customer'],
    ['monitoring', 'metrics'],
    ...['web', 'api', 'db'].map((name): Name => ['shop', name]),
  ];
  const ranges = ['10.0.0.0/8', '192.168.0.0/16', '203.0.113.0/24'];
  const first = standing(topologyOf(names));
  const whole = around(first.places.frames.values());
  let last = first.layout;
  for (const [index] of ranges.entries()) {
    const externals = [...ranges.slice(0, index + 1), 'Everything else'];
    const next = standing(topologyOf(names, { externals }), last);
    expect(around([whole, ...next.places.frames.values()])).toEqual(whole);
    last = next.layout;
  }
});

test('another workspace is laid out afresh, whatever it has in common with the last one', () => {
  const grown = standing(
    topologyOf([
      ['shop', 'web'],
      ['shop', 'db'],
      ['shop', 'api'],
    ]),
    standing(
      topologyOf([
        ['shop', 'web'],
        ['shop', 'db'],
      ]),
    ).layout,
  );
  const same = topologyOf([
    ['shop', 'web'],
    ['shop', 'db'],
    ['shop', 'api'],
  ]);
  expect(standing(same, grown.layout).layout).toBe(grown.layout);
  const other = standing(same, grown.layout, 1);
  expect(other.layout).toEqual(layout(other.input, null));
  expect(other.layout.origin).not.toBe(grown.layout.origin);
});

test('a picture of mostly other cards is laid out afresh', () => {
  const before = standing(
    topologyOf([
      ['shop', 'web'],
      ['shop', 'db'],
    ]),
  );
  const after = standing(
    topologyOf([
      ['bank', 'till'],
      ['bank', 'vault'],
      ['shop', 'web'],
    ]),
    before.layout,
  );
  expect(after.layout).toEqual(layout(after.input, null));
  expect(after.layout.origin).not.toBe(before.layout.origin);
});

test('nearly all cards of the small pictures see each other', () => {
  for (const [answer, most] of [
    [threeTierShop(), 0.2],
    [microserviceShop(), 0.22],
  ] as const) {
    const { cards } = standing(answer.topology);
    expect(hiddenShare([...cards.values()])).toBeLessThan(most);
  }
});

test('who meets clients stands left of who keeps state, by names and ports alone', () => {
  const { entities } = threeTierShop().topology;
  const tiers = Object.fromEntries(
    entities.flatMap((entity) => (entity.kind === 'workload' ? [[entity.name, tierOf(entity)]] : [])),
  );
  expect(tiers).toEqual({ web: 0, rogue: 0, api: 1, worker: 1, mysql: 2 });
});
