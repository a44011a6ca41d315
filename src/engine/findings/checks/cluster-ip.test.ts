import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { pod, policy, service, verdict } from './manifests.testing';

const code = 'cluster-ip';
const cluster =
  pod('shop', 'web') +
  pod('data', 'db', { ports: ['5433/TCP'] }) +
  service('data', 'db', '[{port: 5432, targetPort: 5433}]', ['clusterIP: 10.96.7.8']);
const to = (cidr: string, more = ''): string =>
  policy(
    'shop',
    'web',
    'web',
    `policyTypes: [Egress]\negress:\n  - to:\n      # the database\n      - ipBlock:\n          cidr: ${cidr}${more}\n    ports:\n      - port: 5432`,
  );

it('is found for the address of a Service, and the fix selects its pods on their port', () => {
  const text = to('10.96.7.8/32') + cluster;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'warning', concerned: 1 });
  expect(markedIn(text, finding)).toContain('10.96.7.8/32');
  expect(verdict(text, 'shop/web', 'data/db', 5433)).not.toBe('allow');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# the database');
  expect(verdict(fixed, 'shop/web', 'data/db', 5433)).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it.each(['10.96.0.0/16', '10.96.0.0/12', '10.96.0.10/32'])('is found for %s', (cidr) => {
  expect(findingsOfCode(to(cidr) + cluster, code)).toHaveLength(1);
});

it.each(['0.0.0.0/0', '10.0.0.0/8', '203.0.113.0/24', '10.97.0.0/16'])('is not found for %s', (cidr) => {
  expect(findingsOfCode(to(cidr) + cluster, code)).toEqual([]);
});

it('is not found for a range that pods are in as well, or from which the Service is excepted', () => {
  const mixed = cluster + pod('shop', 'known', { addresses: ['10.96.200.1'] });
  expect(findingsOfCode(to('10.96.0.0/16') + mixed, code)).toEqual([]);
  const excepted = to('10.96.0.0/16', '\n          except: [10.96.7.0/24]');
  expect(findingsOfCode(excepted + cluster, code)).toEqual([]);
});

it('knows the Service of the API server, and the fix opens the server itself on its own port', () => {
  const server = pod('kube-system', 'kube-apiserver-one', {
    labels: { component: 'kube-apiserver' },
    hostNetwork: true,
    addresses: ['192.0.2.10'],
  });
  const text = to('10.96.0.1/32').replace('# the database', '') + cluster + server;
  const [finding] = findingsOfCode(text, code);
  expect(finding?.explanation).toContain('6443');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(verdict(fixed, 'shop/web', '192.0.2.10', 6443)).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('knows it by the address it is declared with', () => {
  const declared = service('default', 'kubernetes', '[{port: 443}]', ['clusterIP: 10.0.0.1']);
  const [finding] = findingsOfCode(to('10.0.0.1/32') + cluster + declared, code);
  expect(finding?.explanation).toContain('6443');
});
