import { expect, it } from 'vitest';
import { findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy } from './manifests.testing';

const code = 'cancelled-by-broader';
const pods = namespaces('shop') + pod('shop', 'db') + pod('shop', 'api') + pod('shop', 'web');
const fromApi = policy(
  'shop',
  'db',
  'db',
  'ingress:\n  - from: [{podSelector: {matchLabels: {app: api}}}]\n    ports: [{port: 5432}]',
);

it.each([
  ['the whole namespace', 'ingress:\n  - from: [{podSelector: {}}]'],
  ['everybody', 'ingress:\n  - {}'],
  ['more ports', 'ingress:\n  - from: [{podSelector: {matchLabels: {app: api}}}]'],
])('is found where another policy admits %s', (_, spec) => {
  const text = fromApi + policy('shop', 'broad', null, spec) + pods;
  const [finding, another] = findingsOfCode(text, code);
  expect(another).toBeUndefined();
  expect(finding).toMatchObject({ severity: 'warning', concerned: 1, fixes: [] });
  expect(markedIn(text, finding)).toContain('app: api');
});

it.each([
  ['admits nobody', policy('shop', 'deny', null, 'policyTypes: [Ingress]')],
  [
    'admits the same',
    policy(
      'shop',
      'same',
      null,
      'ingress:\n  - from: [{podSelector: {matchLabels: {app: api}}}]\n    ports: [{port: 5432}]',
    ),
  ],
  [
    'admits others',
    policy('shop', 'web', null, 'ingress:\n  - from: [{podSelector: {matchLabels: {app: web}}}]'),
  ],
  ['admits more on another port', policy('shop', 'metrics', null, 'ingress:\n  - ports: [{port: 9090}]')],
  ['is about other pods', policy('shop', 'api', 'api', 'ingress:\n  - {}')],
  ['is about the other direction', policy('shop', 'out', null, 'policyTypes: [Egress]\negress:\n  - {}')],
])('is not found where another policy %s', (_, other) => {
  expect(findingsOfCode(fromApi + other + pods, code)).toEqual([]);
});
