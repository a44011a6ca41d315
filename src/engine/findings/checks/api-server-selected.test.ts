import { describe, expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
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

describe('port 443 alone, in a policy that speaks of the API server', () => {
  const named = (name: string, rule: string, more = ''): string =>
    policy('shop', name, 'operator', `policyTypes: [Egress]\negress:\n${rule}${more}`) + operator;
  const https = '  - to: [{ipBlock: {cidr: 192.0.2.0/24}}]\n    ports: [{port: 443}] # TLS';

  it.each([
    ['its name', named('allow-kube-apiserver', https)],
    ['a rule for everybody', named('allow-api-server', '  - ports: [{port: 443, protocol: TCP}]')],
    ['a comment', named('operator', `  # the Kubernetes API\n${https}`)],
    [
      'an annotation',
      named('operator', https).replace('  namespace', '  annotations: {for: kube-apiserver}\n  namespace'),
    ],
  ])('is found by %s, and the fix opens the port behind', (_, text) => {
    const [finding, another] = findingsOfCode(text, code);
    expect(another).toBeUndefined();
    expect(finding).toMatchObject({ severity: 'info', concerned: 1 });
    expect(markedIn(text, finding)).toContain('443');
    expect(verdict(text, 'shop/operator', '192.0.2.10', 6443)).toBe('deny');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(verdict(fixed, 'shop/operator', '192.0.2.10', 6443)).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it.each([
    ['nothing speaks of it', named('operator', https)],
    ['another rule opens 6443', named('kube-apiserver', https, '\n  - ports: [{port: 6443}]')],
    ['the rule is for pods', named('to-api-server', '  - to: [{podSelector: {}}]\n    ports: [{port: 443}]')],
    ['more than 443 is opened', named('kube-apiserver', '  - ports: [{port: 443}, {port: 80}]')],
    ['it is about the labels of the pods', named('operator', https).replaceAll('app: ', 'api-server: ')],
  ])('is not found where %s', (_, text) => {
    expect(findingsOfCode(text, code)).toEqual([]);
  });

  it('is told once for the address of the Service', () => {
    const text = named('kube-apiserver', https.replace('192.0.2.0/24', '10.96.0.1/32'));
    expect(codesIn(text).filter((one) => one === code || one === 'cluster-ip')).toEqual(['cluster-ip']);
  });
});
