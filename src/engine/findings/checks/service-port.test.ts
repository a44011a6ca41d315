import { describe, expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, service, verdict } from './manifests.testing';

const code = 'service-port';
const api = namespaces('shop') + pod('shop', 'api', { ports: ['http:8080/TCP'] }) + pod('shop', 'web');
const from = (port: string): string =>
  policy(
    'shop',
    'api',
    'api',
    `ingress:\n  - from: [{podSelector: {}}]\n    ports:\n      - port: ${port} # of api`,
  );
const to = (port: string): string =>
  policy(
    'shop',
    'web',
    'web',
    `policyTypes: [Egress]\negress:\n  - to: [{podSelector: {matchLabels: {app: api}}}]\n    ports:\n      - port: ${port}`,
  );

describe.each([
  ['an ingress rule', from],
  ['an egress rule', to],
])('the port of a Service in %s', (_, rule) => {
  const text = rule('80') + api + service('shop', 'api', '[{port: 80, targetPort: http}]');

  it('is found, and the fix writes the port of the pods', () => {
    const [finding] = findingsOfCode(text, code);
    expect(finding).toMatchObject({ severity: 'warning', concerned: 1 });
    expect(markedIn(text, finding)).toContain('port: 80');
    expect(verdict(text, 'shop/web', 'shop/api', 8080)).toBe('deny');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(verdict(fixed, 'shop/web', 'shop/api', 8080)).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it('is not found when it is written as the pods have it', () => {
    const targets = service('shop', 'api', '[{port: 80, targetPort: 8080}]');
    for (const port of ['8080', 'http']) {
      expect(findingsOfCode(rule(port) + api + targets, code)).toEqual([]);
    }
  });
});

it('keeps the comment behind the port', () => {
  const text = from('80') + api + service('shop', 'api', '[{port: 80, targetPort: 8080}]');
  expect(applyFix(text, findingsOfCode(text, code)[0]?.fixes[0])).toContain('- port: 8080 # of api');
});

it('is not found when a pod listens on the port, or another Service leads to it', () => {
  const same = service('shop', 'api', '[{port: 80, targetPort: 8080}]');
  const listening = pod('shop', 'api', { ports: ['80/TCP', '8080/TCP'] }) + pod('shop', 'web');
  expect(findingsOfCode(from('80') + listening + same, code)).toEqual([]);
  const direct = service('shop', 'direct', '[{port: 90, targetPort: 80}]', [], 'api');
  expect(findingsOfCode(from('80') + api + same + direct, code)).toEqual([]);
});

it('is not found for a port towards everybody, also outside', () => {
  const anywhere = policy('shop', 'web', 'web', 'policyTypes: [Egress]\negress:\n  - ports: [{port: 80}]');
  const targets = service('shop', 'api', '[{port: 80, targetPort: 8080}]');
  expect(findingsOfCode(anywhere + api + targets, code)).toEqual([]);
});
