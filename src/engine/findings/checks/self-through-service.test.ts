import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { doc, pod, policy, service, verdict } from './manifests.testing';

const code = 'self-through-service';
const web = (url: string): string =>
  doc(`apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: example.com/web:80
          ports: [{containerPort: 8080}]
          env: [{name: SELF, value: "${url}"}]`) +
  service('shop', 'web', '[{port: 80, targetPort: 8080}]') +
  pod('shop', 'client');
const fromClient = policy(
  'shop',
  'web',
  'web',
  'ingress:\n  - from: [{podSelector: {matchLabels: {app: client}}}] # only',
);

it.each(['http://web/health', 'http://web.shop', 'web.shop.svc.cluster.local', 'web:80'])(
  'is found for a pod that calls %s, and the fix allows it',
  (url) => {
    const text = fromClient + web(url);
    const [finding] = findingsOfCode(text, code);
    expect(finding).toMatchObject({ severity: 'info', concerned: 1 });
    expect(markedIn(text, finding)).toBe('web');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(fixed).toContain('# only');
    const replica = pod('shop', 'replica', { labels: { app: 'web' } });
    expect(verdict(fixed + replica, 'shop/replica', 'shop/web', 8080)).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  },
);

it.each(['http://web-api/', 'http://other/', 'example.com/web:80', ''])('is not found for %s', (url) => {
  expect(findingsOfCode(fromClient + web(url), code)).toEqual([]);
});

it('is not found when its like may call it, or nothing isolates it', () => {
  const same = policy('shop', 'same', 'web', 'ingress:\n  - from: [{podSelector: {}}]');
  expect(findingsOfCode(fromClient + same + web('http://web'), code)).toEqual([]);
  expect(
    findingsOfCode(policy('shop', 'x', 'client', 'policyTypes: [Ingress]') + web('http://web'), code),
  ).toEqual([]);
});
