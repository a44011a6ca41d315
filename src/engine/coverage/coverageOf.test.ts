import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainView, Tone, type Level, type View } from '../answer';
import { randomClusters } from '../oracle/randomCluster';
import { render } from '../oracle/render';
import type { Pipeline } from '../pipeline';
import { Session } from '../session';
import type { SourceFile } from '../source';
import type { AreaCoverage, Coverage, PairCounts } from './coverage';
import { coverageOf, unselectedIn } from './coverageOf';

const view = (level: Level, folded: View['folded'] = []): View => ({
  ...plainView,
  alike: false,
  level,
  folded,
});
const file = (text: string): SourceFile => ({ id: 'a', name: 'a.yaml', text });
const runs = { numRuns: 40 };

function coverageIn(pipeline: Pipeline): Coverage {
  const state = pipeline.drawn;
  if (!state) throw new Error('nothing is drawn');
  const steps = coverageOf(state);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

function read(text: string): { readonly pipeline: Pipeline; readonly coverage: Coverage } {
  const pipeline = new Session();
  pipeline.analyze([file(text)], 'spec', 0, view('workloads', ['outside']));
  return { pipeline, coverage: coverageIn(pipeline) };
}

const namespaceIn = ({ namespaces }: Coverage, name: string): AreaCoverage => {
  const found = namespaces.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

const pod = (namespace: string, name: string, labels: string, more = ''): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: ${namespace}, labels: {${labels}}}\nspec: {${more}}\n`;
const policy = (namespace: string, name: string, spec: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n`;

describe('coverage', () => {
  it('counts the pairs of each namespace as the picture of workloads has them, one by one', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const pipeline = new Session();
        const { topology, picture } = pipeline.analyze(
          [file(render(cluster))],
          'spec',
          0,
          view('workloads', ['outside']),
        );
        const coverage = coverageIn(pipeline);
        const { entities } = topology;
        const count = (isFrom: (node: number) => boolean, isTo: (node: number) => boolean): PairCounts => {
          const sum = { pairs: 0, passing: 0, open: 0, unknown: 0 };
          for (const source of entities.keys()) {
            for (const destination of entities.keys()) {
              const cell = source * entities.length + destination;
              const tone = picture.tones[cell];
              if (tone === Tone.none || !isFrom(source) || !isTo(destination)) continue;
              sum.pairs++;
              sum.passing += picture.passing[cell] ?? 0;
              if (tone === Tone.open) sum.open++;
              if (tone === Tone.unknown) sum.unknown++;
            }
          }
          return sum;
        };
        const isOutside = (node: number): boolean => entities[node]?.kind === 'outside';
        const isInside = (node: number): boolean => !isOutside(node);
        const expectPairs = (area: AreaCoverage, isOwn: (node: number) => boolean): void => {
          expect(area.into).toEqual(count(isInside, isOwn));
          expect(area.outOf).toEqual(count(isOwn, isInside));
          expect(area.fromOutside).toEqual(count(isOutside, isOwn));
          expect(area.toOutside).toEqual(count(isOwn, isOutside));
        };
        for (const area of coverage.namespaces) {
          expectPairs(area, (node) => {
            const entity = entities[node];
            return entity?.kind === 'workload' && entity.namespace === area.name;
          });
        }
        expectPairs(coverage.cluster, isInside);
        expect(coverage.cluster.into.pairs).toBe(picture.sum.pairs);
        expect(coverage.cluster.into.passing).toBe(picture.sum.passing);
        expect(coverage.cluster.workloads).toBe(picture.sum.ends);
      }),
      runs,
    );
  });

  it('counts isolated workloads as the locks of the picture do', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const pipeline = new Session();
        const { topology, picture } = pipeline.analyze(
          [file(render(cluster))],
          'spec',
          0,
          view('namespaces'),
        );
        const coverage = coverageIn(pipeline);
        for (const [node, entity] of topology.entities.entries()) {
          if (entity.kind !== 'namespace') continue;
          const { ingress, egress } = namespaceIn(coverage, entity.namespace);
          expect(ingress.closed + ingress.partly).toBe(picture.isolated[node * 2]);
          expect(egress.closed + egress.partly).toBe(picture.isolated[node * 2 + 1]);
        }
      }),
      runs,
    );
  });

  it('says the same after an edit as when it begins anew', () => {
    fc.assert(
      fc.property(randomClusters(), randomClusters(), (one, other) => {
        const pipeline = new Session();
        const edited = file(render({ ...one, policies: other.policies }));
        pipeline.analyze([file(render(one))], 'spec', 1);
        coverageIn(pipeline);
        pipeline.analyze([edited], 'spec', 2);
        const fresh = new Session();
        fresh.analyze([edited], 'spec', 2);
        expect(coverageIn(pipeline)).toEqual(coverageIn(fresh));
      }),
      runs,
    );
  });

  it('calls a namespace closed when all of its pods are isolated, partly when some are, open when none is', () => {
    const { coverage } = read(
      pod('a', 'one', 'app: one') +
        pod('a', 'two', 'app: two') +
        pod('b', 'one', 'app: one') +
        pod('b', 'two', 'app: two') +
        policy('a', 'all', '{podSelector: {}, policyTypes: [Ingress]}') +
        policy('b', 'some', '{podSelector: {matchLabels: {app: one}}, policyTypes: [Ingress]}'),
    );
    expect(namespaceIn(coverage, 'a')).toMatchObject({
      ingress: { closure: 'closed', closed: 2, isolatedPods: 2, pods: 2 },
      egress: { closure: 'open', open: 2, isolatedPods: 0 },
    });
    expect(namespaceIn(coverage, 'b').ingress).toMatchObject({ closure: 'partly', closed: 1, open: 1 });
    expect(coverage.cluster.ingress).toMatchObject({ closure: 'partly', closed: 3, open: 1 });
  });

  it('cannot say whether a namespace is closed when the policy that might is not accepted', () => {
    const { coverage } = read(
      pod('a', 'one', 'app: one') +
        policy(
          'a',
          'wrong',
          '{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: nowhere}}]}]}',
        ),
    );
    expect(namespaceIn(coverage, 'a').ingress).toMatchObject({ closure: 'unknown', unknown: 1 });
    expect(coverage.doubtful).toBe(1);
  });

  it('names the workloads that no policy selects, those on the host network apart, and the policies that select none', () => {
    const { coverage, pipeline } = read(
      pod('a', 'one', 'app: one') +
        pod('a', 'two', 'app: two') +
        pod('a', 'node', 'app: two', 'hostNetwork: true') +
        policy('a', 'one', '{podSelector: {matchLabels: {app: one}}}') +
        policy('a', 'nobody', '{podSelector: {matchLabels: {app: gone}}}') +
        policy('empty', 'nowhere', '{podSelector: {}}'),
    );
    const area = namespaceIn(coverage, 'a');
    expect(area.unselected).toEqual({
      count: 1,
      first: [{ id: 'Pod/a/two', name: 'two', namespace: 'a', isPart: false }],
    });
    expect(area.exempt.first.map(({ name }) => name)).toEqual(['node']);
    expect(area.ingress).toMatchObject({ closed: 1, open: 1, pods: 2 });
    expect(coverage.idle.first.map(({ name }) => name)).toEqual(['nobody', 'nowhere']);
    expect(pipeline.drawn && unselectedIn(pipeline.drawn, 'a')).toEqual(['Pod/a/two']);
    expect(pipeline.drawn && unselectedIn(pipeline.drawn, 'other')).toEqual([]);
  });

  it('says of a workload of which some pods are selected that the others are meant', () => {
    const owned = (name: string, version: string): string =>
      `---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: a\n  labels: {app: web, pod-template-hash: ${version}}\n  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, controller: true}]\nspec: {}\n`;
    const { coverage } = read(
      owned('web-1', 'x') +
        owned('web-2', 'y') +
        policy('a', 'x', '{podSelector: {matchLabels: {pod-template-hash: x}}}'),
    );
    const { unselected, ingress } = namespaceIn(coverage, 'a');
    expect(unselected.count).toBe(1);
    expect(ingress.isolatedPods).toBe(1);
    expect(ingress.closure).toBe('partly');
  });

  it('puts first the namespace into which the largest share of pairs passes', () => {
    const { coverage } = read(
      ['shut', 'wide']
        .flatMap((name) => [pod(name, 'one', 'app: one'), pod(name, 'two', 'app: two')])
        .join('') + policy('shut', 'all', '{podSelector: {}}'),
    );
    expect(coverage.namespaces.map(({ name }) => name)).toEqual(['wide', 'shut']);
    expect(coverage.namespaces[0]?.into).toEqual({ pairs: 6, passing: 6, open: 6, unknown: 0 });
    expect(coverage.namespaces[1]?.into).toMatchObject({ pairs: 6, passing: 0 });
  });
});
