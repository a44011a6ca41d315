import { expect, test } from 'vitest';
import { Tone, type Answer } from '../../engine';
import { answerOf, largeCluster, microserviceShop, threeTierShop } from '../fixtures.test-data';
import { countLine, sum } from './countLine';
import { edgesToDraw, type DrawingWishes } from './edgesToDraw';
import { namespacePairs } from './namespacePairs';
import { FROM_OUTSIDE, TO_OUTSIDE } from './outside';

const wishes: DrawingWishes = {
  shown: { allowed: true, blocked: true, open: true },
  selection: { kind: 'nothing' },
  changed: new Set(),
  everything: false,
};

const linesOf = (answer: Answer, more: Partial<DrawingWishes> = {}): readonly string[] => {
  const { entities } = answer.topology;
  return edgesToDraw(answer, { ...wishes, ...more }).pairs.map(
    ({ source, destination, both }) =>
      `${entities[source]?.name ?? ''}${both ? '=' : '>'}${entities[destination]?.name ?? ''}`,
  );
};

const indexOf = (answer: Answer, name: string): number =>
  answer.topology.entities.findIndex((entity) => entity.name === name);

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
  const { pairs, counts } = edgesToDraw(answer, wishes);
  expect(pairs.every(({ tone }) => tone === Tone.allowed || tone === Tone.partial)).toBe(true);
  expect(counts.total.allowed).toBe(pairs.length);
  expect(counts.drawn).toEqual({ ...counts.total, blocked: 0 });
  expect(countLine(counts)).toContain(String(counts.total.blocked));
});

test('everything is drawn on demand', () => {
  const { counts } = edgesToDraw(microserviceShop(), { ...wishes, everything: true });
  expect(counts.drawn).toEqual(counts.total);
});

test('a selected card shows all its pairs, also those with the outside', () => {
  const answer = microserviceShop();
  const entity = answer.topology.entities.find(({ name }) => name === 'adservice')?.id ?? '';
  const lines = linesOf(answer, { selection: { kind: 'entity', entity } }).filter((line) =>
    line.includes('adservice'),
  );
  // 11 others and the outside, each in both directions; all of them closed for ingress, so none merges.
  expect(lines).toHaveLength(24);
});

test('a selected pair is drawn whatever is hidden', () => {
  const answer = microserviceShop();
  const { entities } = answer.topology;
  const source = entities[indexOf(answer, 'adservice')]?.id ?? '';
  const destination = entities[indexOf(answer, 'redis-cart')]?.id ?? '';
  const shown = { allowed: false, blocked: false, open: false };
  expect(linesOf(answer, { shown, selection: { kind: 'pair', source, destination } })).toEqual([
    'adservice>redis-cart',
  ]);
});

test('filters take their kind of line away', () => {
  const shown = { allowed: false, blocked: true, open: true };
  const tones = edgesToDraw(threeTierShop(), { ...wishes, shown }).pairs.map(({ tone }) => tone);
  expect(tones).not.toContain(Tone.partial);
  expect(tones).toContain(Tone.blockedIngress);
});

test('what just changed is drawn even where its kind is hidden for being too many', () => {
  const answer = microserviceShop();
  const pair = indexOf(answer, 'adservice') * answer.topology.entities.length + indexOf(answer, 'redis-cart');
  expect(linesOf(answer, { changed: new Set([pair]) })).toContain('adservice>redis-cart');
});

test('more lines than an eye can follow are not drawn until something is selected', () => {
  const answer = largeCluster();
  expect(linesOf(answer)).toEqual([]);
  const entity = 'Deployment/team-05/api-team-05';
  const { pairs } = edgesToDraw(answer, { ...wishes, selection: { kind: 'entity', entity } });
  expect(pairs.length).toBeGreaterThan(5);
  // Of hundreds only those that pass.
  expect(new Set(pairs.map(({ tone }) => tone))).toEqual(new Set([Tone.partial]));
});

test('pairs with the outside that only repeat that nothing stops them become a globe', () => {
  const answer = threeTierShop();
  const { reach, counts } = edgesToDraw(answer, wishes);
  expect(reach[indexOf(answer, 'rogue')]).toBe(FROM_OUTSIDE | TO_OUTSIDE);
  expect(reach[indexOf(answer, 'web')]).toBe(TO_OUTSIDE);
  expect(reach[indexOf(answer, 'mysql')]).toBe(0);
  expect(counts.folded).toBeGreaterThan(0);
  const lines = linesOf(answer);
  expect(lines).toContain('Everything else>web');
  expect(lines).not.toContain('Everything else>rogue');
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
    const drawn = linesOf(answer).filter((line) => line.endsWith('>Everything else')).length;
    return { drawn, globe: (edgesToDraw(answer, wishes).reach[0] ?? 0) & TO_OUTSIDE };
  };
  expect(leaving(4)).toEqual({ drawn: 4, globe: 0 });
  expect(leaving(5)).toEqual({ drawn: 0, globe: TO_OUTSIDE });
});

test('namespaces are joined by one line for all their pairs', () => {
  const pairs = namespacePairs(largeCluster());
  const ingress = pairs.find(
    ({ source, destination }) => source === 'ingress-nginx' && destination === 'team-01',
  );
  expect(ingress).toMatchObject({ passing: 1, total: 36, decided: true });
  const inside = pairs.find(({ source, destination }) => source === 'team-01' && destination === 'team-01');
  expect(inside).toMatchObject({ passing: 30, total: 30 });
  const apart = pairs.find(({ source, destination }) => source === 'team-02' && destination === 'team-18');
  expect(apart).toMatchObject({ passing: 0, decided: false });
});

test('the counts of a picture add up', () => {
  const { counts, pairs } = edgesToDraw(threeTierShop(), wishes);
  const { entities } = threeTierShop().topology;
  const workloads = entities.filter((entity) => entity.kind === 'workload').length;
  const externals = entities.length - workloads;
  expect(sum(counts.total) + counts.folded).toBe(workloads * (workloads - 1) + 2 * workloads * externals);
  expect(sum(counts.drawn)).toBe(pairs.length + pairs.filter(({ both }) => both).length);
});
