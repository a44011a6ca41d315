import { expect, it } from 'vitest';
import { explainEntity } from '../retell';
import { Session } from '../session';

const web = (replicas: number): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: ${String(replicas)}
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web}}, spec: {containers: []}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: shop, labels: {app: db}}
spec: {containers: []}
`;

it('of a workload scaled to 0 one sentence more is told, and its pairs are what they were', () => {
  const told = (replicas: number) => {
    const session = new Session();
    const text = web(replicas);
    const { picture } = session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
    const explanation = session.drawn && explainEntity(session.drawn, 'Deployment/shop/web');
    return { sum: picture.sum, sentences: explanation?.sentences ?? [] };
  };
  const [none, one] = [told(0), told(1)];
  expect(none.sum).toEqual(one.sum);
  expect(none.sentences.slice(1)).toEqual(one.sentences);
});
