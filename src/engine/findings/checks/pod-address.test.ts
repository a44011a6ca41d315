import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { pod, policy, verdict } from './manifests.testing';

const code = 'pod-address';
const cluster =
  pod('shop', 'web', { addresses: ['10.1.0.5'] }) +
  pod('data', 'db', { addresses: ['10.1.1.6'] }) +
  pod('data', 'cache', { addresses: ['10.1.1.7'] });
const from = (cidr: string): string =>
  policy(
    'shop',
    'web',
    'web',
    `ingress:\n  - from:\n      - ipBlock: {cidr: ${cidr}} # who\n    ports: [{port: 80}]`,
  );

it.each([
  ['one pod', '10.1.1.6/32', 'data/db'],
  ['all of a namespace', '10.1.1.0/24', 'data/cache'],
  ['all pods there are', '10.1.0.0/16', 'data/db'],
])('is found for the addresses of %s, and the fix selects them under every plugin', (_, cidr, client) => {
  const text = from(cidr) + cluster;
  const [finding] = findingsOfCode(text, code);
  expect(finding?.severity).toBe('warning');
  expect(markedIn(text, finding)).toContain(cidr);
  expect(verdict(text, client, 'shop/web', 80, 'TCP', 'cilium')).toBe('deny');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# who');
  expect(verdict(fixed, client, 'shop/web', 80, 'TCP', 'cilium')).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is found for what flannel gives to pods', () => {
  expect(findingsOfCode(from('10.244.0.0/16') + pod('shop', 'web'), code)).toHaveLength(1);
});

it.each(['0.0.0.0/0', '10.0.0.0/8', '203.0.113.0/24', '10.2.0.0/16'])('is not found for %s', (cidr) => {
  expect(findingsOfCode(from(cidr) + cluster, code)).toEqual([]);
});

it('is not found for the addresses of nodes', () => {
  const node = pod('shop', 'agent', { hostNetwork: true, addresses: ['10.9.0.1'] });
  expect(findingsOfCode(from('10.9.0.1/32') + cluster + node, code)).toEqual([]);
});
