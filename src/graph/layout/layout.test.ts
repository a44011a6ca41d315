import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Topology } from '../../engine';
import { answerOf, largeCluster, microserviceShop, threeTierShop } from '../fixtures.test-data';
import { overlap, type Box } from '../geometry/box';
import { hiddenShare } from '../geometry/sight';
import { placesOf } from '../picture/places';
import { framesOf } from './frames';
import type { Layout, LayoutInput } from './input';
import { layout } from './layout';
import { tierOf } from './tier';

type Name = readonly [namespace: string, workload: string];

const topologyOf = (names: readonly Name[], externals: readonly string[] = ['Everything else']): Topology =>
  answerOf({
    workloads: names.map(([namespace, name]) => ({
      namespace,
      name,
      ports: [8080],
      replicas: name.length % 3,
    })),
    externals,
    allowed: [],
  }).topology;

const place = (topology: Topology, previous: Layout | null = null): readonly [LayoutInput, Layout] => {
  const input = framesOf(topology, 'workloads');
  return [input, layout(input, previous)];
};

const clashes = (boxes: Iterable<Box>): number => {
  const all = [...boxes];
  return all.reduce((sum, a, i) => sum + all.slice(i + 1).filter((b) => overlap(a, b)).length, 0);
};

function expectApart([input, made]: readonly [LayoutInput, Layout]): void {
  const { cards, frames } = placesOf(input, made, {});
  expect(cards.size).toBe(input.frames.reduce((sum, frame) => sum + frame.cards.length, 0));
  expect(clashes(cards.values())).toBe(0);
  expect(clashes(frames.values())).toBe(0);
}

const namespace = fc.constantFrom('shop', 'db', 'monitoring', 'web', 'a-rather-long-namespace-name');
const workload = fc.stringMatching(/^[a-z][a-z0-9-]{0,24}[a-z0-9]$/);
const cluster = fc.uniqueArray(fc.tuple(namespace, workload), {
  minLength: 1,
  maxLength: 45,
  selector: ([a, b]) => `${a}/${b}`,
});

test('no two cards and no two frames overlap, whatever the cluster', () => {
  fc.assert(
    fc.property(cluster, (names) => {
      expectApart(place(topologyOf(names)));
    }),
    { numRuns: 60 },
  );
});

test('the same topology gives the same picture', () => {
  fc.assert(
    fc.property(cluster, (names) => {
      const [, once] = place(topologyOf(names));
      const [, again] = place(topologyOf([...names].reverse()));
      expect([...again.cards]).toEqual([...once.cards]);
    }),
    { numRuns: 20 },
  );
});

test('a newcomer moves nobody, or all frames below its own down by the same', () => {
  fc.assert(
    fc.property(cluster, fc.tuple(namespace, workload), (names, newcomer) => {
      fc.pre(!names.some(([a, b]) => a === newcomer[0] && b === newcomer[1]));
      const [, before] = place(topologyOf(names));
      const after = place(topologyOf([...names, newcomer]), before);
      expectApart(after);
      const slides = new Set<number>();
      for (const [id, box] of before.cards) {
        expect(after[1].cards.get(id)?.x).toBe(box.x);
        const slide = (after[1].cards.get(id)?.y ?? NaN) - box.y;
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
  const [, before] = place(topologyOf(names));
  for (const newcomer of [
    ['frontend', 'rogue'],
    ['backend', 'queue'],
    ['database', 'redis'],
    ['new', 'thing'],
  ] as const) {
    const after = place(topologyOf([...names, newcomer]), before);
    expectApart(after);
    for (const [id, box] of before.cards) expect(after[1].cards.get(id)).toEqual(box);
  }
});

test('a CIDR that comes and goes moves nobody', () => {
  const names: Name[] = [
    ['shop', 'web'],
    ['shop', 'db'],
  ];
  const [, before] = place(topologyOf(names));
  const during = place(topologyOf(names, ['10.0.0.0/8', 'Everything else']), before);
  expectApart(during);
  const [, after] = place(topologyOf(names), during[1]);
  expect(new Map(after.cards)).toEqual(new Map(before.cards));
  expect(during[1].origin).toBe(before.origin);
});

test('another workspace is laid out afresh', () => {
  const [, before] = place(
    topologyOf([
      ['shop', 'web'],
      ['shop', 'db'],
    ]),
  );
  const [input, after] = place(
    topologyOf([
      ['bank', 'till'],
      ['bank', 'vault'],
      ['shop', 'web'],
    ]),
    before,
  );
  expect(after).toEqual(layout(input, null));
  expect(after.origin).not.toBe(before.origin);
});

test('nearly all cards of the small pictures see each other', () => {
  for (const [answer, most] of [
    [threeTierShop(), 0.2],
    [microserviceShop(), 0.22],
  ] as const) {
    const [, { cards }] = place(answer.topology);
    expect(hiddenShare([...cards.values()])).toBeLessThan(most);
  }
});

test('at the level of namespaces a large cluster is a few cards apart from each other', () => {
  const input = framesOf(largeCluster().topology, 'namespaces');
  const made = layout(input, null);
  expect(made.cards.size).toBe(21);
  expect(clashes(made.cards.values())).toBe(0);
});

test('who meets clients stands left of who keeps state, by names and ports alone', () => {
  const { entities } = threeTierShop().topology;
  const tiers = Object.fromEntries(
    entities.flatMap((entity) => (entity.kind === 'workload' ? [[entity.name, tierOf(entity)]] : [])),
  );
  expect(tiers).toEqual({ web: 0, rogue: 0, api: 1, worker: 1, mysql: 2 });
});
