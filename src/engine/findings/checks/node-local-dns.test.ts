import { expect, it } from 'vitest';
import { applyFix, findingsOfCode } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'node-local-dns';
const cache = pod('kube-system', 'node-local-dns-x', {
  labels: { 'k8s-app': 'node-local-dns' },
  hostNetwork: true,
});
const others =
  pod('shop', 'web') +
  namespaces('kube-system') +
  pod('kube-system', 'coredns', { labels: { 'k8s-app': 'kube-dns' }, ports: ['dns:53/UDP'] });
const dns = policy(
  'shop',
  'dns',
  'web',
  `policyTypes: [Egress]
egress:
  - to:
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
    ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]`,
);

it('is found where the cluster runs the cache, and the fix opens its address', () => {
  const text = dns + others + cache;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'info', concerned: 1 });
  expect(verdict(text, 'shop/web', '169.254.20.10', 53, 'UDP')).toBe('deny');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(verdict(fixed, 'shop/web', '169.254.20.10', 53, 'UDP')).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is not found where there is no cache', () => {
  expect(findingsOfCode(dns + others, code)).toEqual([]);
});

it('is not found when its address is open already', () => {
  const more = policy(
    'shop',
    'cache',
    null,
    'policyTypes: [Egress]\negress:\n  - to: [{ipBlock: {cidr: 169.254.0.0/16}}]',
  );
  expect(findingsOfCode(dns + more + others + cache, code)).toEqual([]);
});
