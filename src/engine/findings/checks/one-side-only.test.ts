import { describe, expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, service, verdict } from './manifests.testing';

const code = 'one-side-only';
const pods = namespaces('shop', 'data') + pod('shop', 'web') + pod('data', 'db') + pod('data', 'other');
const send = policy(
  'shop',
  'web',
  'web',
  `policyTypes: [Egress]
egress:
  - to:
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: data}}
        podSelector: {matchLabels: {app: db}}
    ports: [{port: 5432}]`,
);
const receive = (app: string | null, ports = ''): string =>
  policy('data', 'db', app, `policyTypes: [Ingress] # closed${ports}`);

describe('an egress rule whose other end lets nothing in', () => {
  it('is found at the peer, and the fix allows it in the policy of the other end', () => {
    const text = send + receive('db') + pods;
    const [finding, another] = findingsOfCode(text, code);
    expect(another).toBeUndefined();
    expect(finding).toMatchObject({ severity: 'warning', concerned: 2 });
    expect(markedIn(text, finding)).toContain('app: db');
    expect(verdict(text, 'shop/web', 'data/db', 5432)).toBe('deny');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(fixed).toContain('# closed');
    expect(verdict(fixed, 'shop/web', 'data/db', 5432)).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it('gets a policy of its own where the other end is closed with everything around it', () => {
    const text = send + receive(null) + pods;
    const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
    expect(verdict(fixed, 'shop/web', 'data/db', 5432)).toBe('allow');
    expect(verdict(fixed, 'shop/web', 'data/other', 5432)).toBe('deny');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });
});

it('is found for an ingress rule whose other end lets nothing out', () => {
  const from = policy(
    'data',
    'db',
    'db',
    `ingress:
  - from:
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}
        podSelector: {matchLabels: {app: web}}
    ports: [{port: 5432}]`,
  );
  const text = from + policy('shop', 'web', 'web', 'policyTypes: [Egress]') + pods;
  const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
  expect(verdict(fixed, 'shop/web', 'data/db', 5432)).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it.each([
  ['the other end is open', ''],
  ['the other end allows it', receive('db', '\ningress:\n  - ports: [{port: 5432}]')],
])('is not found when %s', (_, other) => {
  expect(findingsOfCode(send + other + pods, code)).toEqual([]);
});

it('is not found when one end is everybody', () => {
  const toAll = send.replace('podSelector: {matchLabels: {app: db}}', 'podSelector: {}');
  const fromAll = send.replace('podSelector:\n    matchLabels:\n      app: web', 'podSelector: {}');
  for (const text of [toAll, fromAll]) {
    expect(findingsOfCode(text + receive(null) + pods, code)).toEqual([]);
  }
});

it('is not found when the other end could be allowed by a policy that cannot be read', () => {
  const broken = policy('data', 'broken', 'db', 'ingress: [{ports: [{port: 99999}]}]');
  expect(findingsOfCode(send + receive('db') + broken + pods, code)).toEqual([]);
});

it('is left to the port where that is the slip, on either side', () => {
  const sending = policy(
    'shop',
    'web',
    'web',
    'policyTypes: [Egress]\negress:\n  - to: [{podSelector: {matchLabels: {app: api}}}]\n    ports: [{port: 80}]',
  );
  const receiving = policy(
    'shop',
    'api',
    'api',
    'ingress:\n  - from: [{podSelector: {matchLabels: {app: web}}}]\n    ports: [{port: 8080}]',
  );
  const both = pod('shop', 'web') + pod('shop', 'api', { ports: ['8080/TCP'] });
  const text = sending + receiving + both + service('shop', 'api', '[{port: 80, targetPort: 8080}]');
  expect(codesIn(text)).toContain('service-port');
  expect(codesIn(text)).not.toContain(code);
});
