import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainView, type CniProfile, type Level } from '../answer';
import { formatRange } from '../compile/addressRanges';
import { listConnections, type Connection, type ConnectionEnd } from '../connections';
import { formatAddress } from '../model/address';
import { randomClusters } from '../oracle/randomCluster';
import { render } from '../oracle/render';
import type { Evaluation } from '../pipeline';
import { Session } from '../session';
import { compare } from './compare';
import { pairChanges } from '../evaluate/pairChange';
import type { ComparedEnd, Comparison } from './comparison';

const opened = (text: string, cni: CniProfile = 'spec', level: Level = 'workloads') => {
  const session = new Session();
  const view = { ...plainView, alike: false, level };
  const { topology } = session.analyze([{ id: 'a', name: 'a.yaml', text }], cni, 0, view);
  if (!session.drawn) throw new Error('nothing is drawn');
  return { evaluation: session.drawn, topology };
};

const compared = (before: string, after: string, level: Level = 'workloads'): Comparison => {
  const { evaluation, topology } = opened(after, 'spec', level);
  return compare(opened(before).evaluation, evaluation, { rows: Infinity, topology });
};

const rowsOf = ({ rows }: Comparison) =>
  pairChanges.flatMap((change) => rows[change].map((row) => ({ change, ...row })));

const pod = (name: string, more = ''): string => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: x, labels: {app: ${name}}}
${more}`;
const policy = (name: string, spec: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: x}
spec: ${spec}
`;
const cluster = (...documents: string[]): string => documents.join('---\n');
const toB = (ports: string): string =>
  policy('to-b', `{podSelector: {matchLabels: {app: b}}, ingress: [{ports: [${ports}]}]}`);
const inside = (comparison: Comparison) =>
  rowsOf(comparison)
    .filter(({ source, destination }) => source.namespace !== null && destination.namespace !== null)
    .map(({ change, source, destination, before, after }) => [
      change,
      `${source.name} ${destination.name}`,
      before.text,
      after.text,
    ]);

describe('a comparison', () => {
  const base = cluster(pod('a'), pod('b'));

  it('of a text with itself, written otherwise, is empty', () => {
    const text = cluster(base, toB('{port: 80}'));
    const result = compared(text, `# in other words\n${cluster(toB('{"port": 80}'), pod('b'), pod('a'))}`);
    expect(result.counts).toEqual({ opened: 0, closed: 0, widened: 0, narrowed: 0, exchanged: 0, unsure: 0 });
    expect([result.policies, result.added.count, result.removed.count, result.altered]).toEqual([
      [],
      0,
      0,
      0,
    ]);
    expect(result.cells?.concerned.includes(1)).toBe(false);
  });

  it('says which ports a pair lost and which policy took them', () => {
    const result = compared(base, cluster(base, toB('{port: 80}')));
    expect(inside(result)).toEqual([['narrowed', 'a b', 'every port', 'TCP 80']]);
    expect(result.policies).toMatchObject([{ change: 'added', name: 'to-b', namespace: 'x' }]);
    expect(rowsOf(result).map(({ by }) => by)).toEqual([[0], [0]]);
  });

  it('tells gained, lost and exchanged ports apart, and those from all that passes', () => {
    const with80 = cluster(base, toB('{port: 80}'));
    const with81 = cluster(base, toB('{port: 81}'));
    const both = cluster(base, toB('{port: 80}, {port: 81}'));
    const shut = cluster(base, policy('to-b', '{podSelector: {matchLabels: {app: b}}}'));
    const change = (before: string, after: string): string | undefined =>
      inside(compared(before, after))[0]?.[0];
    expect(change(with80, base)).toBe('widened');
    expect(change(with80, both)).toBe('widened');
    expect(change(both, with80)).toBe('narrowed');
    expect(change(with80, with81)).toBe('exchanged');
    expect(change(shut, with80)).toBe('opened');
    expect(change(with80, shut)).toBe('closed');
  });

  it('calls nothing opened or closed that cannot be said', () => {
    const refused = policy(
      'to-b',
      '{podSelector: {matchLabels: {app: b}}, ingress: [{ports: [{port: 99999}]}]}',
    );
    const result = compared(cluster(base, toB('{port: 80}')), cluster(base, refused));
    expect(inside(result).map(([change, pair]) => [change, pair])).toEqual([['unsure', 'a b']]);
    expect(result.policies).toMatchObject([{ change: 'edited', name: 'to-b' }]);
  });

  it('counts workloads that came and went, and leaves their pairs out', () => {
    const result = compared(base, cluster(pod('b'), pod('c')));
    expect([result.added.first, result.removed.first]).toMatchObject([[{ name: 'c' }], [{ name: 'a' }]]);
    expect(rowsOf(result)).toEqual([]);
  });

  it('notices labels that put a workload under a policy', () => {
    const db = toB('{port: 80}');
    const result = compared(
      cluster(base, db),
      cluster(pod('a'), pod('b').replace('app: b', 'app: other'), db),
    );
    expect(inside(result)).toEqual([['widened', 'a b', 'TCP 80', 'every port']]);
    expect([result.altered, result.policies]).toEqual([1, []]);
  });

  it('compares the outside along the CIDRs of both', () => {
    const egress = (cidr: string): string =>
      policy(
        'out',
        `{podSelector: {matchLabels: {app: a}}, egress: [{to: [{ipBlock: {cidr: ${cidr}}}]}], policyTypes: [Egress]}`,
      );
    const result = compared(cluster(base, egress('10.0.0.0/8')), cluster(base, egress('10.1.0.0/16')));
    const outside = rowsOf(result).filter(({ destination }) => destination.namespace === null);
    expect(outside.map(({ change, destination }) => [change, destination.name])).toEqual([
      ['closed', '10.0.0.0/8'],
    ]);
    expect(outside[0]?.destination.ranges).toEqual(['10.0.0.0-10.0.255.255', '10.2.0.0-10.255.255.255']);
    expect(result.policies).toMatchObject([{ change: 'edited' }]);
  });

  it('marks single pods where they have cards of their own, also those that are new', () => {
    const owned = (name: string, more = ''): string => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: x, labels: {app: w${more}}, ownerReferences: [{kind: StatefulSet, name: w, controller: true}]}
`;
    const set = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: w, namespace: x}
spec: {selector: {matchLabels: {app: w}}, template: {metadata: {labels: {app: w}}}}
`;
    const one = policy('one', '{podSelector: {matchLabels: {only: me}}, ingress: [{ports: [{port: 80}]}]}');
    const before = cluster(pod('a'), set, owned('w-0'), owned('w-1', ', only: me'));
    const after = cluster(before, owned('w-2'), one);
    const { evaluation, topology } = opened(after, 'spec', 'pods');
    const { cells, counts } = compare(opened(before).evaluation, evaluation, { rows: 0, topology });
    const size = topology.entities.length;
    const marked = [...(cells?.concerned ?? [])].flatMap((mark, cell) => {
      const ends = [topology.entities[Math.floor(cell / size)], topology.entities[cell % size]];
      return mark === 1 ? [ends.map((end) => end?.name ?? '').join(' ')] : [];
    });
    expect(marked).toEqual(['a w-1', 'w-0 w-1', 'w-2 w-1', 'Outside w-1']);
    // w-1 has other labels than its StatefulSet asks for, so it stands for itself; the two others are one workload.
    expect(counts.narrowed).toBe(3);
  });

  it('bounds the rows and still counts all', () => {
    const { evaluation } = opened(cluster(base, pod('c'), policy('shut', '{podSelector: {}}')));
    const before = opened(cluster(base, pod('c'))).evaluation;
    const { rows, counts } = compare(before, evaluation, { rows: 2, topology: null });
    expect([rows.closed.length, counts.closed]).toEqual([2, 9]);
  });
});

const endKey = (end: ConnectionEnd): string =>
  'ip' in end ? end.ip : `${end.kind}/${end.namespace}/${end.name}`;
/** What brute force calls an end: a workload by its id, a piece of the outside by where it begins. */
const rowKeys = ({ id, namespace, ranges }: ComparedEnd): readonly string[] =>
  namespace === null ? ranges.map((range) => range.split('-')[0] ?? '') : [id];

/** Every piece of the address space with the range it lies in in one state. */
const pieces = (states: readonly Evaluation[]) => {
  const starts = new Map<string, { family: 4 | 6; first: bigint }>();
  for (const { space } of states) {
    for (const { range } of space.intervals)
      starts.set(`${String(range.family)} ${String(range.first)}`, {
        family: range.family,
        first: range.first,
      });
  }
  return [...starts.values()].map(({ family, first }) => ({
    start: formatAddress({ family, value: first }),
    around: states.map(({ space }) => {
      const found = space.intervals.find(
        ({ range }) => range.family === family && range.first <= first && first <= range.last,
      );
      return found ? formatRange(found.range) : '';
    }),
  }));
};

const brute = (before: Evaluation, after: Evaluation): ReadonlyMap<string, readonly [string, string]> => {
  const lists = [before, after].map(
    (state) =>
      new Map(
        [...listConnections(state, 'workload')].map((one) => [
          `${endKey(one.from)} > ${endKey(one.to)}`,
          one,
        ]),
      ),
  );
  const said = (list: number, from: string, to: string): string => {
    const found: Connection | undefined = lists[list]?.get(`${from} > ${to}`);
    return JSON.stringify([found?.allowed ?? {}, found?.unknown ?? {}]);
  };
  const changed = new Map<string, readonly [string, string]>();
  const names = before.units.workloads.map(({ id }) => id).filter((id) => after.units.indexOf(id) !== -1);
  const look = (
    from: { readonly name: string; readonly around: readonly string[] },
    to: { readonly name: string; readonly around: readonly string[] },
  ): void => {
    const [was, is] = [0, 1].map((list) => said(list, from.around[list] ?? '', to.around[list] ?? ''));
    if (was !== is) changed.set(`${from.name} > ${to.name}`, [was ?? '', is ?? '']);
  };
  const outside = pieces([before, after]).map(({ start, around }) => ({ name: start, around }));
  for (const id of names) {
    const one = { name: id, around: [id, id] };
    for (const other of names) if (other !== id) look(one, { name: other, around: [other, other] });
    for (const piece of outside) {
      look(one, piece);
      look(piece, one);
    }
  }
  return changed;
};

describe('over random clusters', () => {
  const changes = fc.constantFrom<'policies' | 'everything' | 'one policy'>(
    'policies',
    'everything',
    'one policy',
  );

  it('a comparison finds exactly the pairs in which the lists of both differ', () => {
    fc.assert(
      fc.property(randomClusters(), randomClusters(), changes, (one, other, what) => {
        const next =
          what === 'everything'
            ? other
            : { ...one, policies: what === 'policies' ? other.policies : one.policies.slice(1) };
        const before = opened(render(one)).evaluation;
        const after = opened(render(next)).evaluation;
        const result = compare(before, after, { rows: Infinity, topology: null });
        const found = new Map<string, readonly [string, string]>();
        for (const { source, destination, before: was, after: is } of rowsOf(result)) {
          for (const from of rowKeys(source)) {
            for (const to of rowKeys(destination)) {
              const key = `${from} > ${to}`;
              found.set(key, [
                JSON.stringify([was.allowed, was.unknown ?? {}]),
                JSON.stringify([is.allowed, is.unknown ?? {}]),
              ]);
            }
          }
        }
        const expected = brute(before, after);
        expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()));
        for (const change of pairChanges) expect(result.rows[change]).toHaveLength(result.counts[change]);
      }),
      { numRuns: 60 },
    );
  });

  it('one pipeline and two say the same', () => {
    fc.assert(
      fc.property(randomClusters(), randomClusters(), (one, other) => {
        const next = { ...one, policies: [...one.policies.slice(1), ...other.policies.slice(0, 1)] };
        const session = new Session();
        const analyze = (text: string): Evaluation => {
          session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec', Math.random());
          if (!session.drawn) throw new Error('nothing is drawn');
          return session.drawn;
        };
        const options = { rows: Infinity, topology: null };
        const [first, second] = [analyze(render(one)), analyze(render(next))];
        const apart = compare(opened(render(one)).evaluation, opened(render(next)).evaluation, options);
        expect(compare(first, second, options).counts).toEqual(apart.counts);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['namespaces', 'workloads', 'pods'] as const)(
    'the cells of the %s with a change are exactly those',
    (level) => {
      fc.assert(
        fc.property(randomClusters(), randomClusters(), (one, other) => {
          const before = opened(render(one)).evaluation;
          const { evaluation, topology } = opened(
            render({ ...one, policies: other.policies }),
            'spec',
            level,
          );
          const result = compare(before, evaluation, { rows: Infinity, topology });
          const size = topology.entities.length;
          const cells = [...(result.cells?.concerned ?? [])].flatMap((mark, cell) =>
            mark === 1 ? [cell] : [],
          );
          const card = ({ id, namespace }: ComparedEnd): number =>
            topology.entities.findIndex(
              (entity) =>
                entity.id === id ||
                (entity.kind === 'namespace' && entity.namespace === namespace) ||
                (entity.kind === 'outside' && namespace === null),
            );
          const expected = rowsOf(result).map((row) => card(row.source) * size + card(row.destination));
          expect(cells).toEqual([...new Set(expected)].sort((a, b) => a - b));
        }),
        { numRuns: 25 },
      );
    },
  );
});
