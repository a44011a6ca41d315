import { describe, expect, it } from 'vitest';
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

it('is not found where what runs on the nodes is shown, without a cache', () => {
  const proxy = pod('kube-system', 'kube-proxy', { hostNetwork: true });
  expect(findingsOfCode(dns + others + proxy, code)).toEqual([]);
});

it('is found at every rule of its own pods', () => {
  const api = pod('shop', 'api') + dns.replace('name: dns', 'name: more').replace('app: web', 'app: api');
  expect(findingsOfCode(dns + api + others + cache, code)).toHaveLength(2);
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

describe('without the pods of the cache among the manifests', () => {
  it('is said once, with the address to add', () => {
    const more = pod('shop', 'api') + dns.replace('name: dns', 'name: more').replace('app: web', 'app: api');
    const text = dns + pod('shop', 'web');
    const findings = findingsOfCode(text + more, code);
    expect(findings.map(({ severity, concerned }) => [severity, concerned])).toEqual([['info', 1]]);
    const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
    expect(fixed).toContain('169.254.20.10/32');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it('is said also where the pods of DNS are', () => {
    expect(findingsOfCode(dns + others, code)).toHaveLength(1);
  });

  it.each([
    ['the address is open', 'to: [{ipBlock: {cidr: 169.254.0.0/16}}]'],
    ['everything is', '{}'],
  ])('is not said where %s', (_, rule) => {
    const more = policy('shop', 'cache', null, `policyTypes: [Egress]\negress:\n  - ${rule}`);
    expect(findingsOfCode(dns + more + others, code)).toEqual([]);
  });

  it('is not said where DNS is opened by address, or not at all', () => {
    const byAddress = dns.replace(/- namespaceSelector.*\n/, '- ipBlock: {cidr: 10.0.0.0/8}\n');
    expect(findingsOfCode(byAddress + others, code)).toEqual([]);
    expect(findingsOfCode(dns.replaceAll('53', '80') + others, code)).toEqual([]);
  });
});
