import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainView, Tone, type Answer, type Entity, type View } from '../answer';
import { randomClusters, type RandomCluster } from '../oracle/randomCluster';
import { render } from '../oracle/render';
import { runFilter } from './runFilter';
import { Session } from '../session';
import type { Found } from './result';

/** An expression as text, and what it must mean; null: that is a question about pairs. */
interface Wanted {
  readonly text: string;
  readonly holds: (entity: Entity, world: World) => boolean | null;
  readonly holdsFor: (from: Entity, to: Entity, world: World) => boolean;
}

/** Everything at its finest, and each policy alone. */
interface World {
  readonly session: Session;
  readonly answer: Answer;
  readonly cluster: RandomCluster;
}

const fine: View = { ...plainView, alike: false, level: 'workloads' };

function analyze(cluster: RandomCluster, view: View = fine): World {
  const session = new Session();
  const answer = session.analyze([{ id: 'a', name: 'a.yaml', text: render(cluster) }], 'spec', 0, view);
  return { session, answer, cluster };
}

function find({ session, answer }: World, text: string): Found {
  const state = session.drawn;
  const found = state && runFilter(state, answer.topology, text).found;
  if (!found) throw new Error(`${text} asks nothing`);
  return found;
}

const inside = (entity: Entity) => (entity.kind === 'workload' ? entity : null);

const allTones: readonly Tone[] = Object.values(Tone);

const toneOf = ({ answer: { topology, picture } }: World, from: Entity, to: Entity) => {
  const index = (one: Entity): number => topology.entities.findIndex(({ id }) => id === one.id);
  const cell = index(from) * topology.entities.length + index(to);
  return allTones[picture.tones[cell] ?? Tone.none] ?? Tone.none;
};

const aboutEntity = (text: string, is: (entity: Entity) => boolean): Wanted => ({
  text,
  holds: is,
  holdsFor: (from, to) => is(from) || is(to),
});
const aboutPairs = (text: string, holdsFor: Wanted['holdsFor']): Wanted => ({
  text,
  holds: () => null,
  holdsFor,
});

const hasLabel =
  (key: string, value: string | null) =>
  (entity: Entity): boolean =>
    inside(entity)?.labels.some(([name, own]) => name === key && (value === null || own === value)) ?? false;

const entityTerms: readonly Wanted[] = [
  aboutEntity('ns:x', (one) => inside(one)?.namespace === 'x'),
  aboutEntity('ns:*', (one) => inside(one) !== null),
  aboutEntity('label:app=a', hasLabel('app', 'a')),
  aboutEntity('label:tier', hasLabel('tier', null)),
  aboutEntity('label:tier=', hasLabel('tier', '')),
  aboutEntity('kind:external', (one) => inside(one) === null),
  aboutEntity('kind:po', (one) => inside(one) !== null),
  aboutEntity('p1', (one) => inside(one)?.name.includes('p1') ?? false),
  aboutEntity('y/p', (one) => inside(one)?.namespace === 'y'),
];

const BLOCKED: readonly Tone[] = [Tone.blockedEgress, Tone.blockedIngress];

const tones = (text: string, ...wanted: readonly Tone[]): Wanted =>
  aboutPairs(`verdict:${text}`, (from, to, world) => wanted.includes(toneOf(world, from, to)));

/** Of a port, asked one by one of the query that answers for the command line. */
function answerOn(world: World, from: Entity, to: Entity, protocol: string, port: number) {
  const party = (one: Entity) => ({ pod: `${inside(one)?.namespace ?? ''}/${one.name}` });
  return world.session.query({ from: party(from), to: party(to), protocol, port })?.verdict;
}

const onPort = (from: Entity, to: Entity, world: World): readonly (string | undefined)[] =>
  inside(from) && inside(to)
    ? ['TCP', 'UDP', 'SCTP'].map((protocol) => answerOn(world, from, to, protocol, 80))
    : [];

/** What a policy does alone in the cluster, of one direction: closes an end, and lets something through to it. */
function grantsAlone({ cluster }: World, name: string, from: Entity, to: Entity): boolean {
  const policy = cluster.policies.find((one) => one.name === name);
  return (['Ingress', 'Egress'] as const).some((type) => {
    if (!policy?.policyTypes.includes(type)) return false;
    const world = analyze({ ...cluster, policies: [{ ...policy, policyTypes: [type] }] });
    const { topology, picture } = world.answer;
    const closed = type === 'Ingress' ? to : from;
    const isSelected = (picture.locks[topology.entities.findIndex(({ id }) => id === closed.id)] ?? 0) !== 0;
    return isSelected && !BLOCKED.includes(toneOf(world, from, to));
  });
}

const pairTerms: readonly Wanted[] = [
  tones('blocked', ...BLOCKED),
  tones('allowed', Tone.allowed, Tone.partial),
  tones('partial', Tone.partial),
  tones('open', Tone.open),
  tones('unknown', Tone.unknown),
  aboutPairs('from:ns:x', (from) => inside(from)?.namespace === 'x'),
  aboutPairs('to:(label:app=a or kind:external)', (_, to) => hasLabel('app', 'a')(to) || inside(to) === null),
  aboutPairs('from:p2', (from) => inside(from)?.name === 'p2'),
];

const grow = (leaf: fc.Arbitrary<Wanted>): fc.Arbitrary<Wanted> =>
  fc.letrec<{ one: Wanted }>((tie) => ({
    one: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      tie('one').map(negated),
      fc.tuple(tie('one'), tie('one')).map(([a, b]) => both(a, b)),
      fc.tuple(tie('one'), tie('one')).map(([a, b]) => either(a, b)),
    ),
  })).one;

const negated = ({ text, holds, holdsFor }: Wanted): Wanted => ({
  text: `not (${text})`,
  holds: (...at) => {
    const held = holds(...at);
    return held === null ? null : !held;
  },
  holdsFor: (...at) => !holdsFor(...at),
});
const both = (a: Wanted, b: Wanted): Wanted => ({
  text: `(${a.text}) (${b.text})`,
  holds: (...at) => {
    const held = [a.holds(...at), b.holds(...at)];
    return held.includes(false) ? false : held.includes(null) ? null : true;
  },
  holdsFor: (...at) => a.holdsFor(...at) && b.holdsFor(...at),
});
const either = (a: Wanted, b: Wanted): Wanted => ({
  text: `(${a.text} or ${b.text})`,
  holds: (...at) => {
    const held = [a.holds(...at), b.holds(...at)];
    return held.includes(true) ? true : held.includes(null) ? null : false;
  },
  holdsFor: (...at) => a.holdsFor(...at) || b.holdsFor(...at),
});

/** Every pair and every entity, one by one. */
function bruteForce(world: World, { holds, holdsFor }: Wanted) {
  const { entities } = world.answer.topology;
  const pairs: string[] = [];
  const found = new Set(entities.filter((one) => holds(one, world) === true).map(({ id }) => id));
  for (const from of entities)
    for (const to of entities) {
      if (from === to || (inside(from) === null && inside(to) === null)) continue;
      if (!holdsFor(from, to, world)) continue;
      pairs.push(`${from.id} > ${to.id}`);
      found.add(from.id).add(to.id);
    }
  return { entities: entities.flatMap(({ id }) => (found.has(id) ? [id] : [])), pairs };
}

/** Those with both ends inside the cluster. */
const isInside = (pair: string): boolean => !pair.includes('external/');

const pairsIn = ({ answer: { topology } }: World, { cells }: Found): readonly string[] =>
  [...(cells ?? [])].flatMap((is, cell) => {
    const size = topology.entities.length;
    const [from, to] = [topology.entities[Math.floor(cell / size)], topology.entities[cell % size]];
    return is === 1 && from && to ? [`${from.id} > ${to.id}`] : [];
  });

describe('a filter finds what looking at everything one by one finds', () => {
  it('among entities', () => {
    fc.assert(
      fc.property(randomClusters(), grow(fc.constantFrom(...entityTerms)), (cluster, wanted) => {
        const world = analyze(cluster);
        const found = find(world, wanted.text);
        const { entities } = world.answer.topology;
        expect(found.cells).toBeNull();
        expect(found.entities).toEqual(
          entities.filter((one) => wanted.holds(one, world) === true).map(({ id }) => id),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('among pairs, with both of their ends', () => {
    const leaf = fc.constantFrom(...entityTerms, ...pairTerms, ...pairTerms);
    fc.assert(
      fc.property(randomClusters(), grow(leaf), (cluster, wanted) => {
        const world = analyze(cluster);
        const found = find(world, wanted.text);
        fc.pre(found.cells !== null);
        const expected = bruteForce(world, wanted);
        expect(pairsIn(world, found)).toEqual(expected.pairs);
        expect(found.pairs).toBe(expected.pairs.length);
        expect(found.entities).toEqual(expected.entities);
      }),
      { numRuns: 200 },
    );
  });

  it('on a port', () => {
    const passing = aboutPairs('port:80', (...at) => onPort(...at).some((one) => one !== 'deny'));
    const blocked = aboutPairs(
      'verdict:blocked port:80',
      (...at) => onPort(...at).join() === 'deny,deny,deny',
    );
    const unknown = aboutPairs('verdict:unknown port:tcp/80', (...at) => onPort(...at)[0] === 'unknown');
    fc.assert(
      fc.property(randomClusters(), fc.constantFrom(passing, blocked, unknown), (cluster, wanted) => {
        const world = analyze(cluster);
        const found = find(world, wanted.text);
        expect(pairsIn(world, found).filter(isInside)).toEqual(bruteForce(world, wanted).pairs);
      }),
      { numRuns: 60 },
    );
  });

  it('by policy: the pods its selector closes, and the pairs it would let through alone', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        // A pod and its own node always reach each other, whatever a policy says.
        const world = analyze({
          ...cluster,
          nodes: [],
          pods: cluster.pods.map((pod) => ({ ...pod, hostNetwork: false, hostAddresses: [] })),
        });
        fc.pre(world.cluster.policies.length > 0);
        const wanted = aboutPairs(
          'policy:policy-1',
          (from, to) =>
            inside(from) !== null && inside(to) !== null && grantsAlone(world, 'policy-1', from, to),
        );
        const found = find(world, 'policy:policy-1');
        const expected = bruteForce(world, wanted);
        expect(pairsIn(world, found).filter(isInside)).toEqual(expected.pairs);
        const alone = analyze({ ...world.cluster, policies: world.cluster.policies.slice(0, 1) }).answer;
        const selected = alone.topology.entities.flatMap(({ id }, index) =>
          (alone.picture.locks[index] ?? 0) === 0 ? [] : [id],
        );
        expect(found.entities.filter(isInside).sort()).toEqual(
          [...new Set([...expected.entities, ...selected])].sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('through folds: a card is found when anything in it is, and the counts stay', () => {
    const leaf = fc.constantFrom(...entityTerms, ...pairTerms);
    const views = fc.constantFrom<View>(
      { ...plainView, alike: false, level: 'namespaces' },
      { ...plainView, alike: true, level: 'workloads' },
      { ...plainView, alike: false, level: 'namespaces', unfolded: ['Namespace/x'] },
    );
    fc.assert(
      fc.property(randomClusters(), grow(leaf), views, (cluster, wanted, view) => {
        const [single, folded] = [analyze(cluster), analyze(cluster, view)];
        const [all, some] = [find(single, wanted.text), find(folded, wanted.text)];
        expect(some.workloads).toEqual(all.workloads);
        const homeOf = (id: string): string =>
          folded.answer.topology.entities.find(
            (one) =>
              one.id === id ||
              (one.kind === 'alike' && one.members.includes(id)) ||
              (one.kind === 'namespace' &&
                !id.startsWith('external/') &&
                one.namespace === id.split('/')[1]) ||
              (one.kind === 'outside' && id.startsWith('external/')),
          )?.id ?? id;
        expect([...some.entities].sort()).toEqual([...new Set(all.entities.map(homeOf))].sort());
        const homes = pairsIn(single, all).map((pair) => pair.split(' > ').map(homeOf).join(' > '));
        expect([...pairsIn(folded, some)].sort()).toEqual([...new Set(homes)].sort());
      }),
      { numRuns: 150 },
    );
  });
});

describe('a filter', () => {
  const text = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec: {replicas: 3, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]}}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: shop-data, labels: {app: db}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web-in, namespace: shop}
spec: {podSelector: {}, ingress: [{ports: [{port: 8080}]}]}
`;
  const session = new Session();
  const answer = session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec', 0, fine);
  const result = (filter: string) => {
    const state = session.drawn;
    if (!state) throw new Error('nothing is drawn');
    return runFilter(state, answer.topology, filter);
  };
  const ids = (filter: string): readonly string[] => result(filter).found?.entities ?? [];

  it('takes a name exactly where something is called so, and else as a part', () => {
    expect(ids('ns:shop')).toEqual(['Deployment/shop/web']);
    expect(ids('ns:sho')).toEqual(['Deployment/shop/web', 'Pod/shop-data/db']);
    expect(ids('ns:shop*')).toEqual(['Deployment/shop/web', 'Pod/shop-data/db']);
    expect(ids('kind:deploy')).toEqual(['Deployment/shop/web']);
  });

  it('knows named ports of the destination, and those everybody knows', () => {
    expect(result('from:db to:web port:http').found?.pairs).toBe(1);
    expect(result('from:db to:outside port:tcp/http verdict:blocked').found?.pairs).toBe(0);
    expect(result('verdict:blocked from:db port:80').found?.pairs).toBe(1);
    expect(result('from:web port:dns to:db').found?.pairs).toBe(1);
  });

  it('says which of its terms find nothing', () => {
    const { problems, found } = result('ns:shop or label:app=nobody');
    expect(found?.workloads).toEqual({ found: 1, of: 2 });
    expect(problems.map(({ code, start, end }) => `${code} ${String(start)}-${String(end)}`)).toEqual([
      'finds-nothing 11-27',
    ]);
    expect(result('policy:none').problems.map(({ code }) => code)).toEqual(['finds-nothing']);
    const [nobody] = result('from:web port:80,abc').problems;
    expect(nobody).toMatchObject({ code: 'finds-nothing', start: 9, end: 20 });
    expect(result('verdict:blocked port:abc').problems).toHaveLength(1);
    for (const filter of ['port:http', 'port:HTTP', 'port:dns', 'port:9', 'verdict:blocked port:http'])
      expect(result(filter).problems).toEqual([]);
  });

  it('asks nothing when nothing can be understood', () => {
    expect(result('  ').found).toBeNull();
    expect(result('ns:').found).toBeNull();
  });
});
