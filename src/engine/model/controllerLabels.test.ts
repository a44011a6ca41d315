import { describe, expect, it } from 'vitest';
import { evaluateQuery } from '../query';
import { Session } from '../session';

/** A workload of three in `x`, a pod `x/a`, and a policy that closes what it selects. */
const manifests = (
  kind: string,
  podSelector: string,
  more = '',
  { replicas = 3, labels = 'app: db' } = {},
): string => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: db, namespace: x}
spec: {replicas: ${String(replicas)}, selector: {matchLabels: {app: db}}, template: {metadata: {labels: {${labels}}}, spec: {containers: []}}}
---
apiVersion: v1
kind: Pod
metadata: {name: a, namespace: x}
spec: {containers: []}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: x}
spec: {policyTypes: [Ingress], podSelector: ${podSelector}}
${more}`;

function openFromA(text: string, ...pods: readonly string[]): readonly string[] {
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
  const { evaluation } = session;
  if (!evaluation) throw new Error('nothing was evaluated');
  return pods.filter((pod) => {
    const asked = { from: { pod: 'x/a' }, to: { pod: `x/${pod}` }, protocol: 'TCP', port: 80 };
    const { verdict, reason } = evaluateQuery(evaluation, asked);
    if (verdict === 'unknown') throw new Error(reason);
    return verdict === 'allow';
  });
}

const asking = (key: string, rest: string): string => `{matchExpressions: [{key: ${key}, ${rest}}]}`;
const index = 'apps.kubernetes.io/pod-index';
const name = 'statefulset.kubernetes.io/pod-name';

describe('a label that tells the replicas of a StatefulSet apart', () => {
  it.each([
    [asking(index, 'operator: Exists'), []],
    [asking(name, 'operator: DoesNotExist'), ['db-0', 'db-1', 'db-2']],
    [asking(index, 'operator: In, values: ["1", "2"]'), ['db-0']],
    [asking(index, 'operator: NotIn, values: ["1", "2"]'), ['db-1', 'db-2']],
    [asking(name, 'operator: In, values: [db-0]'), ['db-1', 'db-2']],
  ])('is known of each: %s', (selector, open) => {
    expect(openFromA(manifests('StatefulSet', selector), 'db-0', 'db-1', 'db-2')).toEqual(open);
  });

  it('leaves them together where nobody asks for it, and answers for all of them where somebody does', () => {
    expect(openFromA(manifests('StatefulSet', '{matchLabels: {app: other}}'), 'db')).toEqual(['db']);
    expect(openFromA(manifests('StatefulSet', asking(index, 'operator: Exists')), 'db')).toEqual([]);
    expect(openFromA(manifests('StatefulSet', asking(index, 'operator: DoesNotExist')), 'db')).toEqual([
      'db',
    ]);
  });

  it('counts a pod of that name once', () => {
    const own =
      '---\napiVersion: v1\nkind: Pod\nmetadata: {name: db-1, namespace: x}\nspec: {containers: []}\n';
    expect(
      openFromA(manifests('StatefulSet', asking(index, 'operator: Exists'), own), 'db-0', 'db-1'),
    ).toEqual(['db-1']);
  });
});

describe('a label of which nobody can say the value', () => {
  const hash = 'controller-revision-hash';
  const other = (selector: string): string =>
    `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: other, namespace: x}\nspec: {policyTypes: [Egress], podSelector: ${selector}}\n`;

  it.each([
    ['operator: Exists', []],
    ['operator: DoesNotExist', ['db-0', 'db-1', 'db-2']],
  ])('is there also where another policy tells the replicas of a StatefulSet apart: %s', (rest, open) => {
    const text = manifests(
      'StatefulSet',
      asking(hash, rest),
      other(asking(name, 'operator: In, values: [db-0]')),
    );
    expect(openFromA(text, 'db-0', 'db-1', 'db-2')).toEqual(open);
  });

  it('is there beside a pod that was given', () => {
    const own =
      '---\napiVersion: v1\nkind: Pod\nmetadata: {name: db-1, namespace: x}\nspec: {containers: []}\n';
    const text = manifests(
      'StatefulSet',
      asking(hash, 'operator: Exists'),
      own + other(asking(index, 'operator: Exists')),
    );
    expect(openFromA(text, 'db-0', 'db-1', 'db-2')).toEqual(['db-1']);
  });

  it.each([hash, index, name])('is there where replicas are too many to be told apart: %s', (key) => {
    const text = manifests('StatefulSet', asking(key, 'operator: Exists'), '', { replicas: 101 });
    expect(openFromA(text, 'db')).toEqual([]);
  });

  it.each([
    ['Deployment', 'pod-template-hash'],
    ['StatefulSet', hash],
    ['DaemonSet', hash],
    ['DaemonSet', 'pod-template-generation'],
  ])('need not be the one that the template of a %s writes: %s', (kind, key) => {
    const selector = `{matchLabels: {${key}: "1"}}`;
    const text = manifests(kind, selector, '', { labels: `app: db, ${key}: "1"` });
    expect(() => openFromA(text, 'db')).toThrow('db');
  });

  it('is asked anew after every edit, as of a text that is read for the first time', () => {
    const selectors = [
      '{}',
      asking('pod-template-hash', 'operator: In, values: [a]'),
      asking('pod-template-hash', 'operator: NotIn, values: [b]'),
      '{matchLabels: {app: db}}',
      asking('pod-template-hash', 'operator: Exists'),
      '{matchLabels: {pod-template-hash: c, app: web}}',
      asking('pod-template-hash', 'operator: DoesNotExist'),
    ];
    const from = (peer: string): string =>
      `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: q, namespace: x}\nspec: {podSelector: {matchLabels: {own: a}}, ingress: [{from: [{podSelector: ${peer}}]}]}\n`;
    const labelled = (text: string): string =>
      text.replace('{name: a, namespace: x}', '{name: a, namespace: x, labels: {own: a}}');
    const verdicts = (session: Session, text: string): unknown => {
      session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
      return [
        ['x/a', 'x/db'],
        ['x/db', 'x/a'],
      ].map(
        ([source = '', destination = '']) =>
          session.query({ from: { pod: source }, to: { pod: destination }, protocol: 'TCP', port: 80 })
            ?.verdict,
      );
    };
    const kept = new Session();
    const texts = selectors.flatMap((own) =>
      selectors.map((peer) => labelled(manifests('Deployment', own, from(peer)))),
    );
    for (const text of [...texts, ...texts.toReversed()])
      expect(verdicts(kept, text)).toEqual(verdicts(new Session(), text));
  });

  it('of many replicas is said to be in doubt, not to be another', () => {
    const text = manifests('StatefulSet', asking(name, 'operator: In, values: [db-7]'), '', {
      replicas: 101,
    });
    expect(() => openFromA(text, 'db')).toThrow('p selects pods by the value');
  });

  it.each([
    ['Indexed', []],
    ['NonIndexed', ['db']],
  ])('is there in a Job whose completion mode is %s', (mode, open) => {
    const key = 'batch.kubernetes.io/job-completion-index';
    const text = manifests('Deployment', asking(key, 'operator: Exists')).replace(
      /^apiVersion: apps[^]*?---/m,
      `apiVersion: batch/v1\nkind: Job\nmetadata: {name: db, namespace: x}\nspec: {parallelism: 3, completions: 3, completionMode: ${mode}, template: {metadata: {labels: {app: db}}, spec: {containers: []}}}\n---`,
    );
    expect(openFromA(text, 'db')).toEqual(open);
  });
});

it('knows that every pod of a Deployment has a hash, whatever it is', () => {
  expect(openFromA(manifests('Deployment', asking('pod-template-hash', 'operator: Exists')), 'db')).toEqual(
    [],
  );
  expect(
    openFromA(manifests('Deployment', asking('pod-template-hash', 'operator: DoesNotExist')), 'db'),
  ).toEqual(['db']);
  expect(openFromA(manifests('ReplicaSet', asking('pod-template-hash', 'operator: Exists')), 'db')).toEqual([
    'db',
  ]);
});
