import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { pod, policy, service, verdict } from './manifests.testing';

const code = 'webhook-blocked';
const pods =
  pod('certs', 'hook', { ports: ['10250/TCP'] }) +
  service('certs', 'certs-webhook', '[{port: 443, targetPort: 10250}]', [], 'hook');
const closed = policy('certs', 'default-deny', null, 'policyTypes: [Ingress] # all');

it('is found on the policy that isolates it, and the fix lets the API server in', () => {
  const text = closed + pods;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'info', concerned: 1 });
  expect(markedIn(text, finding)).toBe('default-deny');
  expect(verdict(text, '192.0.2.10', 'certs/hook', 10250)).toBe('deny');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# all');
  expect(verdict(fixed, '192.0.2.10', 'certs/hook', 10250)).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('puts the fix into the policy that is about the fewest pods', () => {
  const own = policy('certs', 'hook', 'hook', 'ingress:\n  - from: [{podSelector: {}}]');
  const text = closed + own + pods + pod('certs', 'other');
  expect(markedIn(text, findingsOfCode(text, code)[0])).toBe('hook');
});

it.each([
  ['from everywhere', 'ingress:\n  - ports: [{port: 10250}]'],
  ['from some machines', 'ingress:\n  - from: [{ipBlock: {cidr: 192.0.2.0/24}}]'],
])('is not found when it can be called %s', (_, spec) => {
  expect(findingsOfCode(closed + policy('certs', 'hook', 'hook', spec) + pods, code)).toEqual([]);
});

it('is not found for a Service that is no webhook, nor for one that is not isolated', () => {
  const plain = pod('certs', 'web') + service('certs', 'web', '[{port: 443, targetPort: 10250}]');
  expect(findingsOfCode(closed + plain, code)).toEqual([]);
  expect(findingsOfCode(policy('certs', 'out', null, 'policyTypes: [Egress]') + pods, code)).toEqual([]);
});
