import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'api-server-selected';
const server = pod('kube-system', 'kube-apiserver-one', {
  labels: { component: 'kube-apiserver' },
  hostNetwork: true,
  addresses: ['192.0.2.10'],
});
const operator = namespaces('kube-system', 'default') + pod('shop', 'operator');
const to = (peer: string, ports = '\n    ports:\n      - port: 443'): string =>
  policy('shop', 'operator', 'operator', `policyTypes: [Egress]\negress:\n  - to:\n      - ${peer}${ports}`);
const byLabel = '{namespaceSelector: {}, podSelector: {matchLabels: {component: kube-apiserver}}}';
const byNamespace = '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: default}}}';

it.each([byLabel, byNamespace])('is found, and the fix opens its address and port', (peer) => {
  const text = to(peer) + operator + server;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'info', concerned: 1 });
  expect(markedIn(text, finding)).toBe(peer);
  expect(verdict(text, 'shop/operator', '192.0.2.10', 6443)).toBe('deny');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(verdict(fixed, 'shop/operator', '192.0.2.10', 6443)).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('has no fix when the manifests do not show the address', () => {
  expect(findingsOfCode(to(byLabel) + operator, code)[0]?.fixes).toEqual([]);
});

it('is not found when somebody in default listens there, or for other ports', () => {
  const listening = pod('default', 'proxy', { ports: ['443/TCP'] });
  expect(findingsOfCode(to(byNamespace) + operator + listening, code)).toEqual([]);
  expect(findingsOfCode(to(byNamespace, '\n    ports:\n      - port: 80') + operator, code)).toEqual([]);
});

it('is not found for addresses', () => {
  expect(findingsOfCode(to('{ipBlock: {cidr: 192.0.2.10/32}}') + operator + server, code)).toEqual([]);
});
