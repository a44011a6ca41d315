import { expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { clusterPolicy } from './clusterPolicies.testing';
import { namespaces, pod } from './manifests.testing';

const code = 'deny-network-hits-pods';
const rest = namespaces('shop') + pod('shop', 'web', { addresses: ['10.0.0.7'] });
const deny = (network: string, before = ''): string =>
  clusterPolicy(
    'outside',
    `subject: {namespaces: {}}\negress:\n  # what is outside\n${before}  - action: Deny\n    to:\n      - networks: [${network}] # all`,
  ) + rest;

it.each(['0.0.0.0/0', '"::/0"', '10.0.0.0/8'])(
  'is found for %s, and a rule for pods is put before it',
  (network) => {
    const text = deny(network);
    const [finding] = findingsOfCode(text, code);
    expect(finding && markedIn(text, finding)).toBe(network);
    expect(finding?.concerns.map(({ name }) => name)).toEqual(['web']);
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(fixed).toContain('# what is outside');
    expect(codesIn(fixed)).not.toContain(code);
  },
);

it('is not found behind a rule for pods, here or in an earlier policy', () => {
  const pass = '  - action: Pass\n    to: [{namespaces: {}}]\n';
  expect(codesIn(deny('0.0.0.0/0', pass))).not.toContain(code);
  const earlier = clusterPolicy('first', `subject: {namespaces: {}}\negress:\n${pass}`, 'Admin', 5);
  expect(codesIn(earlier + deny('0.0.0.0/0'))).not.toContain(code);
});

it('is not found for networks without pods', () => {
  expect(codesIn(deny('192.0.2.0/24'))).not.toContain(code);
});
