import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'protocol-forgotten';
const logs = pod('shop', 'web') + pod('shop', 'logs', { ports: ['514/UDP'] });
const toLogs = (port: string, peer = '{podSelector: {matchLabels: {app: logs}}}'): string =>
  policy(
    'shop',
    'web',
    'web',
    `policyTypes: [Egress]\negress:\n  - to: [${peer}]\n    ports:\n      - ${port}`,
  );

it('is found when the pods speak UDP there, and fixed', () => {
  const text = toLogs('port: 514 # syslog') + logs;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'warning', concerned: 1 });
  expect(markedIn(text, finding)).toContain('port: 514');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# syslog');
  expect(verdict(fixed, 'shop/web', 'shop/logs', 514, 'UDP')).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is found for DNS, where the fix leaves TCP as it is', () => {
  const dns =
    namespaces('kube-system') +
    pod('kube-system', 'dns', { labels: { 'k8s-app': 'kube-dns' }, ports: ['53/UDP', 'tcp:53/TCP'] });
  const text = toLogs('port: 53', '{namespaceSelector: {}}') + logs + dns;
  const [finding, another] = findingsOfCode(text, code);
  expect(another).toBeUndefined();
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(verdict(fixed, 'shop/web', 'kube-system/dns', 53, 'UDP')).toBe('allow');
  expect(verdict(fixed, 'shop/web', 'kube-system/dns', 53, 'TCP')).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is found for a port everybody uses for UDP, outside too', () => {
  expect(findingsOfCode(toLogs('port: 123', '{ipBlock: {cidr: 192.0.2.0/24}}') + logs, code)).toHaveLength(1);
});

it.each([
  '{port: 514, protocol: UDP}',
  '{port: 514, protocol: TCP}',
  '{port: 514}\n      - {port: 514, protocol: UDP}',
  '{port: 8080}',
])('is not found for %s', (port) => {
  expect(findingsOfCode(toLogs(port) + logs, code)).toEqual([]);
});

it('is not found when the pods speak TCP there as well', () => {
  const both = pod('shop', 'web') + pod('shop', 'logs', { ports: ['514/UDP', 'tcp:514/TCP'] });
  expect(findingsOfCode(toLogs('port: 514') + both, code)).toEqual([]);
});
