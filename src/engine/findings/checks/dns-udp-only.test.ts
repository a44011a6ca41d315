import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'dns-udp-only';
const others =
  pod('shop', 'web') +
  namespaces('kube-system') +
  pod('kube-system', 'coredns', {
    labels: { 'k8s-app': 'kube-dns' },
    ports: ['dns:53/UDP', 'dns-tcp:53/TCP'],
  });
const dns = (ports: string): string =>
  policy(
    'shop',
    'dns',
    'web',
    `policyTypes: [Egress]
egress:
  - to:
      - namespaceSelector: {}
        podSelector: {matchLabels: {k8s-app: kube-dns}}
    ports:
      ${ports}`,
  );

it('is found at the port, and the fix opens TCP', () => {
  const text = dns('- port: 53\n        protocol: UDP # asks') + others;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'warning', concerned: 1 });
  expect(markedIn(text, finding)).toContain('protocol: UDP');
  expect(verdict(text, 'shop/web', 'kube-system/coredns', 53)).toBe('deny');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# asks');
  expect(verdict(fixed, 'shop/web', 'kube-system/coredns', 53)).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is not found when both are open, or when another policy opens TCP', () => {
  expect(
    findingsOfCode(dns('- {port: 53, protocol: UDP}\n      - {port: 53, protocol: TCP}') + others, code),
  ).toEqual([]);
  const more = policy('shop', 'more', null, 'policyTypes: [Egress]\negress:\n  - ports: [{protocol: TCP}]');
  expect(findingsOfCode(dns('- {port: 53, protocol: UDP}') + more + others, code)).toEqual([]);
});

it('is not found for pods that may not ask DNS at all', () => {
  expect(findingsOfCode(dns('- {port: 5432, protocol: UDP}') + others, code)).toEqual([]);
});
