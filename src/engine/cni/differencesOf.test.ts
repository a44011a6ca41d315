import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainView, type Answer, type CniProfile, type View } from '../answer';
import { randomClusters } from '../oracle/randomCluster';
import { render } from '../oracle/render';
import type { Pipeline } from '../pipeline';
import { Session } from '../session';
import type { SourceFile } from '../source';
import type { CniDifferences } from './cniDifferences';
import { cniDifferencesOf } from './differencesOf';

const view: View = { ...plainView, alike: false, level: 'workloads', folded: ['outside'] };
const file = (text: string): SourceFile => ({ id: 'a', name: 'a.yaml', text });
const profiles: readonly CniProfile[] = ['spec', 'cilium', 'none'];

function differencesIn(pipeline: Pipeline): CniDifferences {
  const state = pipeline.drawn;
  if (!state) throw new Error('nothing is drawn');
  const steps = cniDifferencesOf(state);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

function read(text: string, cni: CniProfile = 'spec'): CniDifferences {
  const pipeline = new Session();
  pipeline.analyze([file(text)], cni, 0, view);
  return differencesIn(pipeline);
}

/** Ports that certainly pass, by source and destination, and whether all is decided. */
function fates(cluster: string, cni: CniProfile): ReadonlyMap<string, string> {
  const { topology, picture }: Answer = new Session().analyze([file(cluster)], cni, 0, view);
  const { entities } = topology;
  const found = new Map<string, string>();
  for (const [row, source] of entities.entries()) {
    for (const [column, destination] of entities.entries()) {
      const cell = row * entities.length + column;
      if (picture.totals[cell] !== 1) continue;
      const ports = picture.portTexts[picture.ports[cell] ?? 0] ?? '';
      const doubt = picture.unknown[cell] === 1 ? '?' : '';
      found.set(`${source.id} ${destination.id}`, ports + doubt);
    }
  }
  return found;
}

const cluster = `
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: a, labels: {app: web}}
status: {podIP: 10.0.0.1}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: a, labels: {app: db}}
status: {podIP: 10.0.0.2}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: by-address, namespace: a}
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [Egress]
  egress:
    - to: [{podSelector: {matchLabels: {app: web}}}]
    - to: [{ipBlock: {cidr: 192.168.0.0/16}}, {ipBlock: {cidr: 10.0.0.0/8}}]
`;

describe('what plugins decide otherwise', () => {
  it('is for every pair what two pictures of the same objects say', () => {
    fc.assert(
      fc.property(randomClusters(), fc.constantFrom(...profiles), (random, cni) => {
        const text = render(random);
        const told = read(text, cni);
        const spec = fates(text, 'spec');
        for (const profile of ['cilium', 'none'] as const) {
          const other = fates(text, profile);
          const { rows, count, opened, closed, other: rest } = told[profile];
          expect(opened + closed + rest).toBe(count);
          expect(rows).toHaveLength(count);
          const listed = new Map(
            rows.map((row): [string, string] => [
              `${row.source.id} ${row.destination.id}`,
              row.profile.ports,
            ]),
          );
          expect(listed.size).toBe(count);
          for (const [pair, ports] of spec) {
            // Where something is undecided before and after, only the engine knows whether that is the same.
            if (ports.endsWith('?') && other.get(pair)?.endsWith('?') === true) continue;
            // Of the outside as a whole what passes to a part of it has no text.
            if (profile === 'none' && pair.includes('outside')) {
              if (listed.has(pair)) expect(other.get(pair)).toBe('every port');
              continue;
            }
            expect([pair, listed.has(pair)]).toEqual([pair, ports !== other.get(pair)]);
            if (listed.has(pair)) expect(listed.get(pair)).toBe(other.get(pair)?.replace('?', ''));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names the ipBlock that matches a pod by the specification and none under Cilium', () => {
    const { cilium } = read(cluster);
    expect(cilium).toMatchObject({ count: 1, opened: 0, closed: 1 });
    const [row] = cilium.rows;
    expect(row?.source.id).toBe('Pod/a/web');
    expect(row?.destination.id).toBe('Pod/a/db');
    expect(row?.profile.ports).toBe('nothing');
    expect(row?.reasons.map(({ policy, rule, cidr }) => [policy, rule, cidr])).toEqual([
      ['by-address', 'egress[1]', '10.0.0.0/8'],
    ]);
    const { start = 0, end = 0 } = row?.reasons[0]?.place ?? {};
    expect(cluster.slice(start, end)).toContain('10.0.0.0/8');
    expect(cluster.slice(start, end)).not.toContain('192.168');
  });

  it('finds the own node, which a pod always reaches by the specification and not under Cilium', () => {
    const { cilium } = read(`
apiVersion: v1
kind: Pod
metadata: {name: agent, namespace: b}
spec: {hostNetwork: true, nodeName: n1}
---
apiVersion: v1
kind: Pod
metadata: {name: here, namespace: a}
spec: {nodeName: n1}
status: {podIP: 10.0.0.1}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed, namespace: a}
spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
`);
    expect(cilium).toMatchObject({ count: 1, opened: 0, closed: 1 });
    expect(cilium.rows).toMatchObject([
      { source: { name: 'here' }, destination: { name: 'agent' }, reasons: [], isOwnNode: true },
    ]);
  });

  it('gives a reason for every pair that is otherwise under Cilium', () => {
    fc.assert(
      fc.property(randomClusters(), (random) => {
        for (const { reasons, isOwnNode } of read(render(random)).cilium.rows) {
          if (!isOwnNode) expect(reasons).not.toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('counts what opens where nothing is enforced', () => {
    const { none, policies } = read(cluster);
    expect(policies).toBe(1);
    // web to the outside, but for 192.168.0.0/16 and 10.0.0.0/8.
    expect(none).toMatchObject({ count: 1, opened: 1, closed: 0 });
    expect(none.rows.map(({ source, destination }) => [source.name, destination.name])).toEqual([
      ['web', 'Outside'],
    ]);
  });

  it('follows an edit, and finds the ipBlock where it stands now', () => {
    const pipeline = new Session();
    pipeline.analyze([file(cluster)], 'cilium', 0, view);
    expect(differencesIn(pipeline).cilium.count).toBe(1);
    const lower = `# a line above${cluster}`;
    pipeline.analyze([file(lower)], 'cilium', 0, view);
    const { start = 0, end = 0 } = differencesIn(pipeline).cilium.rows[0]?.reasons[0]?.place ?? {};
    expect(lower.slice(start, end)).toContain('10.0.0.0/8');
    const edited = lower.replace('10.0.0.0/8', '11.0.0.0/8');
    pipeline.analyze([file(edited)], 'cilium', 0, view);
    expect(differencesIn(pipeline).cilium.count).toBe(0);
  });
});
