import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'openshift-dns-port';
const others = namespaces('openshift-dns') + pod('openshift-dns', 'dns') + pod('shop', 'web');
const dns = (ports: string, namespace = 'openshift-dns'): string =>
  policy(
    'shop',
    'dns',
    null,
    `policyTypes: [Egress]
egress:
  - to:
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ${namespace}}}
    ports:
      ${ports}`,
  );
const both = '- port: 53\n        protocol: UDP\n      - port: 53\n        protocol: TCP';

it('is found at the first port, and the fix adds the other one for both protocols', () => {
  const text = dns(both) + others;
  const [finding, another] = findingsOfCode(text, code);
  expect(another).toBeUndefined();
  expect(finding?.severity).toBe('warning');
  expect(markedIn(text, finding)).toContain('port: 53');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(verdict(fixed, 'shop/web', 'openshift-dns/dns', 5353, 'UDP')).toBe('allow');
  expect(verdict(fixed, 'shop/web', 'openshift-dns/dns', 5353, 'TCP')).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is not found when 5353 is listed too, nor for another namespace', () => {
  const listed = `${both}\n      - {port: 5353, protocol: UDP}\n      - {port: 5353, protocol: TCP}`;
  expect(findingsOfCode(dns(listed) + others, code)).toEqual([]);
  expect(findingsOfCode(dns(both, 'kube-system') + others, code)).toEqual([]);
});
