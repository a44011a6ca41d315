import { describe, expect, it } from 'vitest';
import { plainView, type View } from '../answer';
import { runFilter } from '../filter/runFilter';
import { Session } from '../session';

const workload = (kind: string, name: string, replicas: number): string => `---
apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}, namespace: x}
spec: {replicas: ${String(replicas)}, selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: []}}}
`;
const pod = (name: string, owner: string): string => `---
apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: x
  labels: {app: db, statefulset.kubernetes.io/pod-name: ${name}}
${owner}
spec: {containers: []}
`;
const owned = '  ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, controller: true}]';
/** Closes x/db-0, and tells it from its siblings by that. */
const policy = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: x}
spec: {policyTypes: [Ingress], podSelector: {matchLabels: {statefulset.kubernetes.io/pod-name: db-0}}}
`;

const templates = workload('Deployment', 'web', 1) + workload('StatefulSet', 'db', 2);
const texts = [
  ['templates', templates + policy],
  ['pods', templates + pod('db-0', owned) + pod('db-1', owned) + policy],
  [
    'pods whose StatefulSet was not given',
    workload('Deployment', 'web', 1) + pod('db-0', owned) + pod('db-1', owned) + policy,
  ],
  ['a template beside a pod without an owner', templates + pod('db-1', '') + policy],
] as const;

const view: View = { ...plainView, alike: false, level: 'workloads' };

function analyzed(text: string): Session {
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec', 0, view);
  return session;
}
const ask = (session: Session, from: string, to: string): string | undefined =>
  session.query({ from: { pod: from }, to: { pod: to }, protocol: 'TCP', port: 80 })?.verdict;

describe.each(texts)('the name of a StatefulSet of which each pod stands alone: %s', (_, text) => {
  it.each(['x/db', 'x/StatefulSet/db'])('is all of its pods to a question: %s', (name) => {
    const session = analyzed(text);
    expect(ask(session, name, 'x/web')).toBe('allow');
    // One of them passes, the other does not.
    expect(ask(session, 'x/web', name)).toBe('unknown');
    expect(ask(session, 'x/web', 'x/db-0')).toBe('deny');
    expect(ask(session, 'x/web', 'x/db-1')).toBe('allow');
  });

  it.each(['x/db', 'StatefulSet/x/db', 'db'])('is all of its pods to an expectation: %s', (name) => {
    const items = ['allow', 'block'].map((want) => `  - ${want}: {from: x/web, to: ${name}, port: 80}`);
    const session = analyzed(
      `${text}---\napiVersion: netpol-playground/v1\nkind: Expectations\nexpectations:\n${items.join('\n')}\n`,
    );
    expect(session.check().map(({ pairs, broken }) => [pairs, broken])).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  it.each(['x/db', 'x/StatefulSet/db', 'StatefulSet/x/db'])('is a client: %s', (from) => {
    const result = analyzed(text).attempt({ from, to: 'x/web', protocol: 'TCP', port: 80 });
    expect(result).toMatchObject({ fate: 'connected' });
  });

  it.each(['db', 'x/db', 'kind:StatefulSet'])('is all of its pods to a filter: %s', (filter) => {
    const session = new Session();
    const { topology } = session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec', 0, view);
    const result = session.drawn && runFilter(session.drawn, topology, filter);
    expect(result?.found?.entities).toEqual(['Pod/x/db-0', 'Pod/x/db-1']);
  });
});

it('asks for the kind where that name is one of another workload too', () => {
  const session = analyzed(workload('Deployment', 'db', 1) + templates + policy);
  expect(ask(session, 'x/web', 'x/db')).toBe('unknown');
  expect(ask(session, 'x/web', 'x/Deployment/db')).toBe('allow');
  expect(ask(session, 'x/StatefulSet/db', 'x/web')).toBe('allow');
  const answer = session.query({ from: { pod: 'x/web' }, to: { pod: 'x/db' }, protocol: 'TCP', port: 80 });
  expect(answer?.evidence).toBeNull();
});
