import { describe, expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { doc, namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'dns-forgotten';
const server =
  namespaces('kube-system') +
  pod('kube-system', 'coredns', {
    labels: { 'k8s-app': 'kube-dns' },
    ports: ['dns:53/UDP', 'dns-tcp:53/TCP'],
  });
const toDb = `policyTypes: [Egress]
egress:
  # the database
  - to:
      - podSelector:
          matchLabels: {app: db}`;
const pods = pod('shop', 'web') + pod('shop', 'db');
const text = policy('shop', 'web', 'web', toDb) + pods + server;

describe('egress rules without DNS', () => {
  it('are found on the policy that isolates, for the pods that may talk', () => {
    const [finding, another] = findingsOfCode(text, code);
    expect(another).toBeUndefined();
    expect(finding).toMatchObject({ severity: 'warning', concerned: 1 });
    expect(markedIn(text, finding)).toBe('web');
  });

  it('get DNS by the fix, over UDP and TCP', () => {
    expect(verdict(text, 'shop/web', 'kube-system/coredns', 53, 'UDP')).toBe('deny');
    const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
    expect(fixed).toContain('# the database');
    expect(verdict(fixed, 'shop/web', 'kube-system/coredns', 53, 'UDP')).toBe('allow');
    expect(verdict(fixed, 'shop/web', 'kube-system/coredns', 53, 'TCP')).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it('are found without DNS among the manifests, and fixed there too', () => {
    const alone = policy('shop', 'web', 'web', toDb) + pods;
    const fixed = applyFix(alone, findingsOfCode(alone, code)[0]?.fixes[0]);
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it('are told once for all pods a policy of the namespace isolates', () => {
    const both =
      policy('shop', 'closed', null, 'policyTypes: [Egress]') +
      policy('shop', 'web', 'web', toDb) +
      policy('shop', 'db', 'db', toDb.replace('app: db', 'app: web'));
    const found = findingsOfCode(both + pods + server, code);
    expect(found.map(({ concerned }) => concerned)).toEqual([2]);
    expect(markedIn(both + pods + server, found[0])).toBe('closed');
  });
});

const dnsTo = (peers: string): string => `policyTypes: [Egress]
egress:
  - to: ${peers}
    ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]`;

it.each([
  ['pods that may talk to nobody', 'policyTypes: [Egress]\negress: []'],
  ['pods that are not isolated for egress', 'policyTypes: [Ingress]'],
  [
    'DNS by its namespace',
    dnsTo('[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]'),
  ],
  ['DNS anywhere in the cluster', dnsTo('[{namespaceSelector: {}}]')],
  ['everything', 'policyTypes: [Egress]\negress: [{}]'],
  ['a resolver by its address', dnsTo('[{ipBlock: {cidr: 10.1.2.3/32}}]')],
])('is not found for %s', (_, spec) => {
  for (const dns of [server, '']) {
    expect(findingsOfCode(policy('shop', 'web', 'web', spec) + pods + dns, code)).toEqual([]);
  }
});

it('is found when the labels are not those of the DNS that is there', () => {
  const spec = dnsTo('[{namespaceSelector: {}, podSelector: {matchLabels: {k8s-app: coredns}}}]');
  expect(findingsOfCode(policy('shop', 'web', 'web', spec) + pods + server, code)).toHaveLength(1);
});

it('is left to the entry that forgot its protocol', () => {
  const spec = 'policyTypes: [Egress]\negress:\n  - ports: [{port: 53}]';
  expect(findingsOfCode(policy('shop', 'web', 'web', spec) + pods + server, code)).toEqual([]);
});

it('asks for the port the DNS pods listen on', () => {
  const dns =
    pod('openshift-dns', 'dns', { labels: { dns: 'default' }, ports: ['dns:5353/UDP', 'dns-tcp:5353/TCP'] }) +
    doc(`apiVersion: v1
kind: Service
metadata: {name: dns-default, namespace: openshift-dns}
spec:
  selector: {dns: default}
  ports: [{port: 53, name: u, targetPort: dns, protocol: UDP}, {port: 53, name: t, targetPort: dns-tcp, protocol: TCP}]`);
  const closed = policy('shop', 'web', 'web', toDb) + pods + dns;
  const fixed = applyFix(closed, findingsOfCode(closed, code)[0]?.fixes[0]);
  expect(verdict(fixed, 'shop/web', 'openshift-dns/dns', 5353, 'UDP')).toBe('allow');
});
