import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainView, Tone, type Answer, type Entity, type Level, type View } from './answer';
import { parseAddress } from './model/address';
import { randomClusters } from './oracle/randomCluster';
import { render } from './oracle/render';
import { Session } from './session';
import type { SourceFile } from './source';

const at = (level: Level, more: Partial<View> = {}): View => ({ ...plainView, alike: false, level, ...more });
const file = (text: string): SourceFile => ({ id: 'a', name: 'a.yaml', text });
const runs = { numRuns: 40 };

/** Ids of the workloads (or pods) a card stands for; null: it is outside. */
function membersOf(entity: Entity, workloads: readonly Entity[]): readonly string[] | null {
  switch (entity.kind) {
    case 'workload':
    case 'pod':
      return [entity.id];
    case 'alike':
      return entity.members;
    case 'namespace':
      return workloads.flatMap((one) =>
        one.kind === 'workload' && one.namespace === entity.namespace ? [one.id] : [],
      );
    case 'external':
    case 'outside':
      return null;
  }
}

const cellOf = ({ topology: { entities }, picture }: Answer, from: string, to: string) => {
  const index = (id: string): number => entities.findIndex((entity) => entity.id === id);
  const cell = index(from) * entities.length + index(to);
  return { tone: picture.tones[cell], ports: picture.portTexts[picture.ports[cell] ?? 0] };
};
const passes = ({ tone, ports }: ReturnType<typeof cellOf>): boolean =>
  tone === Tone.open ||
  tone === Tone.allowed ||
  tone === Tone.partial ||
  (tone === Tone.unknown && ports !== 'nothing');

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe('a folded cell', () => {
  it('counts the pairs of what is folded in it', () => {
    const views = fc.record({
      unfolded: fc.subarray(['Namespace/x', 'Namespace/y']),
      alike: fc.boolean(),
      level: fc.constantFrom<Level>('namespaces', 'workloads'),
    });
    fc.assert(
      fc.property(randomClusters(), views, (cluster, { unfolded, alike, level }) => {
        const session = new Session();
        const files = [file(render(cluster))];
        const fine = session.analyze(files, 'spec', 0, at('workloads'));
        const { topology, picture } = session.analyze(files, 'spec', 0, at(level, { unfolded, alike }));
        const members = topology.entities.map((entity) => membersOf(entity, fine.topology.entities));
        for (const [row, from] of members.entries()) {
          for (const [column, to] of members.entries()) {
            if (from === null || to === null) continue;
            const pairs = from.flatMap((a) => to.flatMap((b) => (a === b ? [] : [cellOf(fine, a, b)])));
            const cell = row * members.length + column;
            expect(picture.totals[cell]).toBe(pairs.length);
            expect(picture.passing[cell]).toBe(pairs.filter(passes).length);
            expect(picture.unknown[cell]).toBe(pairs.filter(({ tone }) => tone === Tone.unknown).length);
          }
        }
        expect(picture.sum).toEqual(fine.picture.sum);
      }),
      runs,
    );
  });

  it('is told by its tone: of one kind when all its pairs are', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const session = new Session();
        const files = [file(render(cluster))];
        const fine = session.analyze(files, 'spec', 0, at('workloads'));
        const { topology, picture } = session.analyze(files, 'spec', 0, at('namespaces'));
        const members = topology.entities.map((entity) => membersOf(entity, fine.topology.entities) ?? []);
        for (const [row, from] of members.entries()) {
          for (const [column, to] of members.entries()) {
            const tones = new Set(
              from.flatMap((a) => to.flatMap((b) => (a === b ? [] : [cellOf(fine, a, b).tone]))),
            );
            const [only] = tones;
            if (tones.size === 1) expect(picture.tones[row * members.length + column]).toBe(only);
          }
        }
      }),
      runs,
    );
  });
});

describe('the changes of an answer', () => {
  /** Whether an end is what another was, or has addresses outside in common with it. */
  const isSameEnd = (was: Entity, is: Entity): boolean => {
    if (was.kind !== 'external' || is.kind !== 'external') return was.id === is.id;
    const [old, now] = [was.ranges.map(bounds), is.ranges.map(bounds)];
    return old.some((a) => now.some((b) => a.family === b.family && a.first <= b.last && b.first <= a.last));
  };
  const bounds = (range: string) => {
    const [first, last] = range.split('-').map((text) => parseAddress(text));
    if (!first || !last) throw new Error(range);
    return { family: first.family, first: first.value, last: last.value };
  };
  /** Counted by hand: the cells of pairs both answers have whose ports differ, once for each part of the outside. */
  const differing = (before: Answer, after: Answer): readonly string[] => {
    const both = after.topology.entities.flatMap((is) =>
      before.topology.entities.flatMap((was) => (isSameEnd(was, is) ? [[was.id, is.id] as const] : [])),
    );
    return both.flatMap(([wasFrom, from]) =>
      both.flatMap(([wasTo, to]) => {
        const [was, is] = [cellOf(before, wasFrom, wasTo), cellOf(after, from, to)];
        const isSame = was.ports === is.ports && (was.tone === Tone.unknown) === (is.tone === Tone.unknown);
        return isSame ? [] : [`${from} ${to}`];
      }),
    );
  };

  it('are exactly the pairs that fare otherwise, also when the cluster is cut anew', () => {
    fc.assert(
      fc.property(randomClusters(), randomClusters(), fc.boolean(), (one, other, sameCluster) => {
        const next = sameCluster ? { ...one, policies: other.policies } : other;
        const session = new Session();
        const before = session.analyze([file(render(one))], 'spec', 1, at('workloads'));
        const after = session.analyze([file(render(next))], 'spec', 2, at('workloads'));
        const { counts, pairs } = after.changes;
        // Where something is undecided before and after, what exactly is can change without any text telling.
        fc.pre(before.picture.undecided + after.picture.undecided === 0);
        expect(sumOf(counts)).toBe(differing(before, after).length);
        expect(pairs).toHaveLength(new Set(differing(before, after)).size);
      }),
      runs,
    );
  });

  it('of the view alone are none', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const session = new Session();
        const files = [file(render(cluster))];
        session.analyze(files, 'spec', 0, at('workloads'));
        const { changes } = session.analyze(
          files,
          'spec',
          0,
          at('namespaces', { unfolded: ['Namespace/x'] }),
        );
        expect(sumOf(changes.counts) + changes.pairs.length).toBe(0);
      }),
      runs,
    );
  });
});

describe('a view', () => {
  const workloads = (namespace: string, count: number, labels: (index: number) => string): string =>
    Array.from(
      { length: count },
      (_, index) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: w${String(index).padStart(2, '0')}, namespace: ${namespace}}
spec: {replicas: 2, selector: {matchLabels: {${labels(index)}}}, template: {metadata: {labels: {${labels(index)}}}, spec: {containers: []}}}
`,
    ).join('');
  const policy = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: shop}
spec: {podSelector: {matchLabels: {app: w00}}, policyTypes: [Ingress]}
`;
  const kinds = (answer: Answer): readonly string[] => answer.topology.entities.map(({ kind }) => kind);

  it('opens a small cluster as workloads and a large one as namespaces', () => {
    const small = workloads('shop', 3, () => 'app: x');
    const large = workloads('shop', 30, () => 'app: x') + workloads('pay', 30, () => 'app: x');
    expect(new Session().analyze([file(small)], 'spec').topology.level).toBe('workloads');
    const answer = new Session().analyze([file(large)], 'spec');
    expect(answer.topology.level).toBe('namespaces');
    expect(kinds(answer)).toEqual(['namespace', 'namespace', 'outside']);
    expect(answer.topology.cluster).toEqual({ namespaces: 2, workloads: 60, pods: 0 });
  });

  it('folds workloads that no policy tells apart, though their labels differ', () => {
    const text = workloads('shop', 5, (index) => `app: w0${String(index)}`) + policy;
    const answer = new Session().analyze([file(text)], 'spec', 0, at('workloads', { alike: true }));
    expect(answer.topology.entities).toMatchObject([
      { kind: 'workload', name: 'w00' },
      { kind: 'alike', members: [1, 2, 3, 4].map((index) => `Deployment/shop/w0${String(index)}`) },
      { kind: 'external' },
    ]);
  });

  it('counts what is scaled to 0 in what is folded', () => {
    const idle = workloads('shop', 5, (index) => `app: w0${String(index)}`)
      .replace(/(name: w01(?:.|\n)*?replicas: )2/, '$10')
      .replace(/(name: w03(?:.|\n)*?replicas: )2/, '$10');
    const folded = { ...plainView, folded: ['Namespace/shop'] };
    const told = (view: typeof plainView) => new Session().analyze([file(idle + policy)], 'spec', 0, view);
    expect(told(folded).topology.entities).toMatchObject([
      { kind: 'namespace', workloads: 5, idle: 2 },
      { kind: 'external' },
    ]);
    expect(told(at('workloads', { alike: true })).topology.entities).toMatchObject([
      { kind: 'workload', name: 'w00' },
      { kind: 'alike', idle: ['Deployment/shop/w01', 'Deployment/shop/w03'] },
      { kind: 'external' },
    ]);
  });

  it('keeps every card but the unfolded one', () => {
    const text = workloads('a', 30, () => 'app: x') + workloads('b', 30, () => 'app: x') + policy;
    const session = new Session();
    const before = session.analyze([file(text)], 'spec').topology.entities.map(({ id }) => id);
    const after = session.analyze([file(text)], 'spec', 0, { ...plainView, unfolded: ['Namespace/b'] });
    const ids = after.topology.entities.map(({ id }) => id);
    expect(before.filter((id) => !ids.includes(id))).toEqual(['Namespace/b']);
    expect(ids.filter((id) => id.startsWith('Deployment/b/'))).toHaveLength(30);
  });

  it('never has more cards than can be mounted, and says at which level it is', () => {
    const text = Array.from({ length: 40 }, (_, n) =>
      workloads(`ns-${String(n)}`, 30, (w) => `app: w${String(w)}`),
    ).join('');
    const answer = new Session().analyze([file(text)], 'spec', 0, at('workloads'));
    expect(answer.topology.entities.length).toBeLessThanOrEqual(900);
    expect(answer.topology.level).toBe('workloads');
    expect(new Set(kinds(answer))).toEqual(new Set(['workload', 'namespace', 'external']));
  });

  it('explains what has no card', () => {
    const text =
      workloads('a', 30, () => 'app: x') +
      workloads('shop', 30, (index) => `app: w${String(index).padStart(2, '0')}`) +
      policy;
    const session = new Session();
    session.analyze([file(text)], 'spec');
    expect(session.explainPair('Deployment/a/w00', 'Deployment/shop/w00')).toMatchObject({
      kind: 'pair',
      tone: Tone.blockedIngress,
    });
    const fold = session.explainPair('Namespace/a', 'Namespace/shop');
    expect(fold?.kind === 'fold' && [fold.pairs.blocked.count, fold.pairs.open.count]).toEqual([30, 30 * 29]);
    const told = session.explainEntity('Namespace/shop');
    expect(told).toMatchObject({ facts: { kind: 'namespace', workloads: 30 }, lock: 1 });
    expect(told?.reachedBy.blocked.count).toBe(31);
    expect(session.explainEntity('Namespace/none')).toBeNull();
  });
});

describe('news', () => {
  const pods = ['web', 'db']
    .map(
      (name) =>
        `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}\nspec: {containers: []}\n`,
    )
    .join('');
  const policy = (spec: string): string =>
    `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\nspec: ${spec}\n`;
  const answer = (session: Session, id: string, text: string, leap: number) =>
    session.analyze([{ id, name: 'a.yaml', text }], 'spec', leap);

  it('never call closed what only cannot be decided any more', () => {
    const session = new Session();
    answer(session, 'a', pods, 0);
    const { changes, picture } = answer(session, 'a', pods + policy('{podSelector: 7}'), 1);
    expect(picture.undecided).toBeGreaterThan(0);
    expect(changes.counts.unsure).toBeGreaterThan(0);
    expect(changes.counts.unsure).toBe(sumOf(changes.counts));
  });

  it('are none where another workspace takes the place of one', () => {
    const session = new Session();
    answer(session, 'a', pods, 0);
    const closed = pods + policy('{podSelector: {}, policyTypes: [Ingress]}');
    expect(answer(session, 'b', closed, 1).changes.counts).toMatchObject({ closed: 0, unsure: 0 });
    expect(answer(session, 'b', pods, 1).changes.counts.opened).toBeGreaterThan(1);
  });

  it('belong to one workspace, which has another number as soon as none of its files is left', () => {
    const session = new Session();
    const first = answer(session, 'a', pods, 0).workspace;
    expect(answer(session, 'a', `${pods}# edited`, 0).workspace).toBe(first);
    const second = answer(session, 'b', pods, 1).workspace;
    expect(second).not.toBe(first);
    expect(answer(session, 'b', `${pods}---\nkind: [`, 1).workspace).toBe(second);
    expect(answer(session, 'b', pods, 1).workspace).toBe(second);
  });
});
