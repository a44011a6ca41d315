import { expect, it } from 'vitest';
import { Tone } from '../answer';
import { Session } from '../session';
import { explainEntity } from '../retell';

const pod = (name: string): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: a, labels: {app: ${name}}}\nspec: {}\n`;

it('lists the outside first, so that it is named however many pods there are', () => {
  const pods = Array.from({ length: 600 }, (_, index) => pod(`p${String(index)}`)).join('');
  const policy = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: some, namespace: a}
spec:
  podSelector: {matchLabels: {app: p0}}
  policyTypes: [Egress]
  egress:
    - to: [{podSelector: {}}]
    - to: [{ipBlock: {cidr: 203.0.113.0/24}}]
      ports: [{port: 443}]
`;
  const pipeline = new Session();
  pipeline.analyze([{ id: 'a', name: 'a.yaml', text: pods + policy }], 'spec');
  const told = pipeline.drawn && explainEntity(pipeline.drawn, 'Pod/a/p0');
  expect(told?.reachedBy.open.count).toBe(601);
  expect(told?.reachedBy.open.rows[0]?.source.namespace).toBeNull();
  expect(told?.canReach.passing.count).toBe(600);
  expect(told?.canReach.undecided).toBe(0);
  expect(told?.canReach.blocked.rows[0]?.destination.namespace).toBeNull();
});

it('counts what cannot be said, also beyond what is listed', () => {
  const pods = Array.from({ length: 520 }, (_, index) => pod(`p${String(index)}`)).join('');
  const policy = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: some, namespace: a}
spec:
  podSelector: {matchLabels: {app: p0}}
  policyTypes: [Egress]
  egress:
    - to: [{ipBlock: {cidr: 10.0.0.0/16}}]
`;
  const pipeline = new Session();
  pipeline.analyze([{ id: 'a', name: 'a.yaml', text: pods + policy }], 'spec');
  const told = pipeline.drawn && explainEntity(pipeline.drawn, 'Pod/a/p0');
  expect(told?.canReach.undecided).toBe(519);
  expect(told?.canReach.passing.rows[0]?.tone).toBe(Tone.allowed);
  expect(told?.canReach.passing.rows[0]?.destination.namespace).toBeNull();
});
