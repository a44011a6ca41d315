import { expect, test } from 'vitest';
import { Tone, type Answer } from '../../engine';
import { answerOf, largeCluster, microserviceShop, threeTierShop } from '../fixtures.test-data';
import { countLine, sum } from './countLine';
import { drawn, surveyed, type Wishes } from './drawn.test-data';
import { isCrowded } from './edgesToDraw';
import { FROM_OUTSIDE, outsideReach, TO_OUTSIDE } from './outside';

const linesOf = (answer: Answer, wishes: Wishes = {}): readonly string[] => {
  const { entities } = answer.topology;
  return drawn(answer, wishes).pairs.map(
    ({ source, destination, both }) =>
      `${entities[source]?.name ?? ''}${both ? '=' : '>'}${entities[destination]?.name ?? ''}`,
  );
};

const indexOf = (answer: Answer, name: string): number =>
  answer.topology.entities.findIndex((entity) => entity.name === name);

const entityOf = (answer: Answer, name: string): string =>
  answer.topology.entities[indexOf(answer, name)]?.id ?? '';

test('a small picture shows allowed and blocked pairs, both directions that nothing decides as one line', () => {
  const answer = answerOf({
    workloads: [
      { namespace: 'shop', name: 'a' },
      { namespace: 'shop', name: 'b' },
      { namespace: 'shop', name: 'db', ingress: true },
    ],
    externals: [],
    allowed: ['a>db: TCP 3306'],
  });
  expect([...linesOf(answer)].sort()).toEqual(['a=b', 'a>db', 'b>db', 'db>a', 'db>b']);
});

test('of a dozen workloads only what passes is drawn, and what is hidden is counted', () => {
  const answer = microserviceShop();
  const { pairs, counts, background } = drawn(answer);
  expect(pairs.every(({ tone }) => tone === Tone.allowed || tone === Tone.partial)).toBe(true);
  expect(background).toHaveLength(0);
  expect(counts.total.allowed).toBe(pairs.length);
  expect(counts.drawn).toEqual({ ...counts.total, blocked: 0 });
  expect(countLine(counts)).toContain(String(counts.total.blocked));
});

test('everything is drawn on demand', () => {
  const { counts } = drawn(microserviceShop(), { everything: true });
  expect(counts.drawn).toEqual(counts.total);
});

test('a selected card shows all its pairs, also those with the outside', () => {
  const answer = microserviceShop();
  const selection = { kind: 'entity', entity: entityOf(answer, 'adservice') } as const;
  const lines = linesOf(answer, { selection }).filter((line) => line.includes('adservice'));
  // 11 others and the outside, each in both directions; all of them closed for ingress, so none merges.
  expect(lines).toHaveLength(24);
  expect(sum(drawn(answer, { selection }).stub)).toBe(0);
});

test('lines of a selected card that a filter takes away are counted at the card', () => {
  const answer = microserviceShop();
  const selection = { kind: 'entity', entity: entityOf(answer, 'adservice') } as const;
  const shown = { allowed: true, blocked: false, open: false };
  const { stub, pairs } = drawn(answer, { selection, shown });
  const own = pairs.filter(({ source, destination }) =>
    [source, destination].includes(indexOf(answer, 'adservice')),
  );
  expect(stub.blocked).toBeGreaterThan(0);
  expect(stub.allowed).toBe(0);
  expect(own.length + sum(stub)).toBe(24);
});

test('a selected pair is drawn whatever is hidden', () => {
  const answer = microserviceShop();
  const [source, destination] = [entityOf(answer, 'adservice'), entityOf(answer, 'redis-cart')];
  const shown = { allowed: false, blocked: false, open: false };
  expect(linesOf(answer, { shown, selection: { kind: 'pair', source, destination } })).toEqual([
    'adservice>redis-cart',
  ]);
});

test('filters take their kind of line away', () => {
  const shown = { allowed: false, blocked: true, open: true };
  const tones = drawn(threeTierShop(), { shown }).pairs.map(({ tone }) => tone);
  expect(tones).not.toContain(Tone.partial);
  expect(tones).toContain(Tone.blockedIngress);
});

test('what just changed is drawn even where its kind is hidden for being too many', () => {
  const answer = microserviceShop();
  const pair = indexOf(answer, 'adservice') * answer.topology.entities.length + indexOf(answer, 'redis-cart');
  expect(linesOf(answer, { changed: new Set([pair]) })).toContain('adservice>redis-cart');
});

test('more lines than a person can point at are a background, in which those of a selected card are not', () => {
  const answer = largeCluster();
  expect(isCrowded(surveyed(answer), false)).toBe(true);
  const { pairs, background, counts } = drawn(answer);
  expect(pairs).toEqual([]);
  expect(background.length).toBe(counts.total.allowed);
  const entity = 'Deployment/team-05/api-team-05';
  const selected = drawn(answer, { selection: { kind: 'entity', entity } });
  expect(selected.pairs.length).toBeGreaterThan(5);
  // Of hundreds only those that pass; the others are counted.
  expect(new Set(selected.pairs.map(({ tone }) => tone))).toEqual(new Set([Tone.partial]));
  expect(selected.stub.blocked).toBeGreaterThan(50);
  expect(selected.pairs.length + selected.background.length).toBe(background.length);
});

test('on a map, where lines pass over cards, a few dozen are a background already', () => {
  const answer = microserviceShop();
  expect(drawn(answer).background).toHaveLength(0);
  const { pairs, background } = drawn(answer, { onMap: true });
  expect(pairs).toHaveLength(0);
  expect(background.length).toBeGreaterThan(16);
});

test('more lines than an eye can follow are not even a background', () => {
  const names = Array.from({ length: 30 }, (_, index) => `app-${String(index)}`);
  const answer = answerOf({
    workloads: names.map((name) => ({ namespace: 'shop', name, ingress: true })),
    externals: [],
    allowed: names.flatMap((a) => names.flatMap((b) => (a === b ? [] : [`${a}>${b}: TCP 80`]))),
  });
  const { pairs, background, counts } = drawn(answer);
  expect([pairs.length, background.length]).toEqual([0, 0]);
  expect(counts.total.allowed).toBe(870);
  expect(drawn(answer, { everything: true }).background).toHaveLength(870);
});

test('the lines of a namespace that is selected are the background where they would be a tangle', () => {
  const names = Array.from({ length: 30 }, (_, index) => `app-${String(index)}`);
  const answer = answerOf({
    workloads: names.map((name, index) => ({
      namespace: index < 10 ? 'shop' : 'other',
      name,
      ingress: true,
    })),
    externals: [],
    allowed: names.flatMap((a) => names.flatMap((b) => (a === b ? [] : [`${a}>${b}: TCP 80`]))),
  });
  const { entities } = answer.topology;
  const inShop = (cell: number): boolean =>
    [entities[Math.floor(cell / entities.length)], entities[cell % entities.length]].some(
      (entity) => entity !== undefined && 'namespace' in entity && entity.namespace === 'shop',
    );
  const selection = { kind: 'entity', entity: 'Namespace/shop' } as const;
  const { pairs, background, isTangle } = drawn(answer, { selection });
  expect([pairs.length, isTangle]).toEqual([0, true]);
  // Of 30 × 29 pairs those without the 20 × 19 of the other namespace among themselves.
  expect(background).toHaveLength(490);
  expect([...background].every(inShop)).toBe(true);
  const one = drawn(answer, { selection: { kind: 'entity', entity: 'Deployment/shop/app-0' } });
  expect([one.pairs.length, one.background.length, one.isTangle]).toEqual([58, 0, false]);
});

test('never more lines are drawn as objects than the page can bear', () => {
  const names = Array.from({ length: 200 }, (_, index) => `app-${String(index)}`);
  const answer = answerOf({
    workloads: names.map((name) => ({ namespace: 'shop', name, ingress: true })),
    externals: [],
    allowed: names.flatMap((name) => [`app-0>${name}: *`, `${name}>app-0: *`]),
  });
  const { pairs, stub } = drawn(answer, { selection: { kind: 'entity', entity: 'Deployment/shop/app-0' } });
  expect(pairs).toHaveLength(300);
  expect(stub.allowed).toBe(98);
});

test('pairs with the outside that only repeat that nothing stops them become a globe', () => {
  const answer = threeTierShop();
  const drawing = drawn(answer);
  const reach = outsideReach(answer, drawing.drawn);
  expect(reach[indexOf(answer, 'rogue')]).toBe(FROM_OUTSIDE | TO_OUTSIDE);
  expect(reach[indexOf(answer, 'web')]).toBe(TO_OUTSIDE);
  expect(reach[indexOf(answer, 'mysql')]).toBe(0);
  expect(drawing.counts.told).toBeGreaterThan(0);
  const lines = linesOf(answer);
  expect(lines).toContain('Everything else>web');
  expect(lines).not.toContain('Everything else>rogue');
});

test('what is on the host network has no globe, and none is counted for it', () => {
  const of = (hostNetwork: boolean): Answer =>
    answerOf({
      workloads: [
        { namespace: 'shop', name: 'a' },
        { namespace: 'shop', name: 'agent', hostNetwork },
      ],
      externals: ['Everything else'],
      allowed: [],
    });
  const [plain, host] = [of(false), of(true)];
  expect([drawn(plain).counts.told, drawn(host).counts.told]).toEqual([4, 2]);
  expect(outsideReach(host, drawn(host).drawn)[indexOf(host, 'agent')]).toBe(0);
});

test('a CIDR that fares like everything else has no line of its own, one that fares better has', () => {
  const lines = linesOf(threeTierShop()).filter((line) => line.startsWith('10.'));
  expect(lines).toEqual(['10.0.0.0/8 except 10.1.0.0/16>api']);
});

test('a pod that treats parts of the outside differently has a line with each of them', () => {
  const answer = answerOf({
    workloads: [{ namespace: 'fetchers', name: 'crawler', egress: true }],
    externals: ['0.0.0.0/0', '169.254.169.254', 'Everything else'],
    allowed: ['crawler>0.0.0.0/0: *'],
  });
  expect(linesOf(answer)).toEqual([
    'crawler>0.0.0.0/0',
    'crawler>169.254.169.254',
    'crawler>Everything else',
  ]);
});

test('where many may leave on every port, a globe on each tells it; a few have their lines', () => {
  const leaving = (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `app-${String(index)}`);
    const answer = answerOf({
      workloads: names.map((name) => ({ namespace: 'shop', name, egress: true })),
      externals: ['Everything else'],
      allowed: names.map((name) => `${name}>Everything else: *`),
    });
    const lines = linesOf(answer).filter((line) => line.endsWith('>Everything else')).length;
    return { lines, globe: (outsideReach(answer, drawn(answer).drawn)[0] ?? 0) & TO_OUTSIDE };
  };
  expect(leaving(4)).toEqual({ lines: 4, globe: 0 });
  expect(leaving(5)).toEqual({ lines: 0, globe: TO_OUTSIDE });
});

test('the pairs inside a fold are no line', () => {
  const { pairs } = drawn(largeCluster({ level: 'namespaces' }), { everything: true });
  expect(pairs.every(({ source, destination }) => source !== destination)).toBe(true);
});

test('the counts of a picture add up', () => {
  const { counts, pairs } = drawn(threeTierShop());
  const { entities } = threeTierShop().topology;
  const workloads = entities.filter((entity) => entity.kind === 'workload').length;
  const externals = entities.length - workloads;
  expect(sum(counts.total) + counts.told).toBe(workloads * (workloads - 1) + 2 * workloads * externals);
  expect(sum(counts.drawn)).toBe(pairs.length + pairs.filter(({ both }) => both).length);
});
