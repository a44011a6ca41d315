import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { pod, policy, service } from './manifests.testing';

const code = 'source-address-hidden';
const web = pod('shop', 'web', { ports: ['http:8080/TCP'] });
const from = (cidr: string, port = '8080'): string =>
  policy(
    'shop',
    'web',
    'web',
    `ingress:\n  - from: [{ipBlock: {cidr: ${cidr}}}]\n    ports: [{port: ${port}}]`,
  );
const outer = (spec: readonly string[]): string =>
  service('shop', 'web', '[{port: 80, targetPort: http}]', spec);

it.each(['8080', 'http'])(
  'is found behind a LoadBalancer for port %s, and the fix keeps the address',
  (port) => {
    const text = from('203.0.113.0/24', port) + web + outer(['type: LoadBalancer # public']);
    const [finding] = findingsOfCode(text, code);
    expect(finding).toMatchObject({ severity: 'warning', concerned: 1 });
    expect(markedIn(text, finding)).toContain('203.0.113.0/24');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(fixed).toContain('type: LoadBalancer # public\n  externalTrafficPolicy: Local');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  },
);

it.each([
  ['everybody', from('0.0.0.0/0'), ['type: NodePort']],
  ['private addresses', from('10.0.0.0/8'), ['type: NodePort']],
  ['another port', from('203.0.113.0/24', '9090'), ['type: NodePort']],
  ['a Service inside', from('203.0.113.0/24'), []],
  ['addresses that stay', from('203.0.113.0/24'), ['type: NodePort', 'externalTrafficPolicy: Local']],
])('is not found for %s', (_, text, spec) => {
  expect(findingsOfCode(text + web + outer(spec), code)).toEqual([]);
});
