import { expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { clusterPolicy } from './clusterPolicies.testing';
import { namespaces, pod, policy } from './manifests.testing';

const code = 'admin-accept-bypasses';
const rest = namespaces('shop', 'team') + pod('shop', 'web') + pod('team', 'client');
const accept = (more = '', tier = 'Admin'): string =>
  clusterPolicy(
    'monitoring',
    `subject: {namespaces: {}}\ningress:\n  - name: in\n    action: Accept # always\n    from:\n      - namespaces: {matchLabels: {kubernetes.io/metadata.name: team}}${more}`,
    tier,
  );

it('is found where a policy would block the traffic, and left to it by Pass', () => {
  const text = accept() + policy('shop', 'deny', null, 'ingress: []') + rest;
  const [finding] = findingsOfCode(text, code);
  expect(finding && markedIn(text, finding)).toBe('Accept');
  expect(finding?.concerns.map(({ name }) => name)).toEqual(['web']);
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('action: Pass # always');
  expect(codesIn(fixed)).not.toContain(code);
});

it('is not found where the policies allow it, where there are none, and in the Baseline tier', () => {
  const open = policy('shop', 'open', null, 'ingress: [{from: [{namespaceSelector: {}}]}]');
  expect(codesIn(accept() + open + rest)).not.toContain(code);
  expect(codesIn(accept() + rest)).not.toContain(code);
  const deny = policy('shop', 'deny', null, 'ingress: []');
  expect(codesIn(accept('', 'Baseline') + deny + rest)).not.toContain(code);
});

it('is found for a part of the ports only where nothing is allowed', () => {
  const some = policy('shop', 'some', null, 'ingress: [{ports: [{port: 80}]}]');
  const protocols = '\n    protocols: [{tcp: {destinationPort: {number: 80}}}]';
  expect(codesIn(accept() + some + rest)).toContain(code);
  expect(codesIn(accept(protocols) + some + rest)).not.toContain(code);
});
