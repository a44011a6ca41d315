import { beforeEach, describe, expect, it } from 'vitest';
import { Session, type Answer, type View } from '../engine';
import { focusLabel, focusLens, type Focus } from './focusLens';

const workload = (namespace: string, name: string): string =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec:\n  selector: {matchLabels: {app: ${name}}}\n  template: {metadata: {labels: {app: ${name}}}, spec: {containers: []}}\n`;
const text = `${workload('a', 'one')}${workload('a', 'two')}${workload('b', 'three')}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: one, namespace: a}
spec:
  podSelector: {matchLabels: {app: one}}
  ingress: [{from: [{podSelector: {matchLabels: {app: two}}}]}]
`;
const none: ReadonlySet<string> = new Set();

const draw = (level: 'namespaces' | 'workloads'): Answer => {
  const view: View = { level, unfolded: [], folded: ['outside'], alike: false };
  return new Session().analyze([{ id: 'a', name: 'a.yaml', text }], 'spec', 0, view);
};

describe('what the coverage shows in the picture', () => {
  let answer: Answer;
  beforeEach(() => {
    answer = draw('workloads');
  });
  const cards = (focus: Focus, unselected = none): readonly string[] =>
    [...(focusLens(focus, answer, unselected).entities ?? [])].sort();

  it('is the cards of a namespace', () => {
    expect(cards({ kind: 'namespace', namespace: 'a' })).toEqual(['Deployment/a/one', 'Deployment/a/two']);
  });

  it('is what nothing closes in one direction', () => {
    expect(cards({ kind: 'open', namespace: 'a', direction: 'ingress' })).toEqual(['Deployment/a/two']);
    expect(cards({ kind: 'open', namespace: 'a', direction: 'egress' })).toHaveLength(2);
  });

  it('is the pairs that pass into a namespace', () => {
    const { cells } = focusLens({ kind: 'into', namespace: 'a' }, answer, none);
    const { entities } = answer.topology;
    const named = [...(cells?.concerned.entries() ?? [])].flatMap(([cell, is]) =>
      is === 1
        ? [
            `${entities[Math.floor(cell / entities.length)]?.id ?? ''} ${entities[cell % entities.length]?.id ?? ''}`,
          ]
        : [],
    );
    expect(cells?.topology).toBe(answer.topology.id);
    expect(named.sort()).toEqual([
      'Deployment/a/one Deployment/a/two',
      'Deployment/a/two Deployment/a/one',
      'Deployment/b/three Deployment/a/two',
      'outside Deployment/a/two',
    ]);
  });

  it('is the workloads that no policy selects, or the namespace they are folded in', () => {
    const focus: Focus = { kind: 'unselected', namespace: null };
    const ids = new Set(['Deployment/a/two', 'Deployment/b/three']);
    expect(cards(focus, ids)).toEqual(['Deployment/a/two', 'Deployment/b/three']);
    answer = draw('namespaces');
    expect(cards(focus, ids)).toEqual(['Namespace/a', 'Namespace/b']);
    expect(cards({ kind: 'unselected', namespace: 'a' }, new Set(['Deployment/a/two']))).toEqual([
      'Namespace/a',
    ]);
  });

  it('dims the rest and is told apart by its label', () => {
    const all: readonly Focus[] = [
      { kind: 'namespace', namespace: 'a' },
      { kind: 'open', namespace: 'a', direction: 'ingress' },
      { kind: 'open', namespace: 'a', direction: 'egress' },
      { kind: 'into', namespace: 'a' },
      { kind: 'unselected', namespace: 'a' },
      { kind: 'unselected', namespace: null },
    ];
    expect(new Set(all.map(focusLabel)).size).toBe(all.length);
    for (const focus of all) expect(focusLens(focus, answer, none).rest).toBe('dimmed');
  });
});
