import { expect, it } from 'vitest';
import { findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy } from './manifests.testing';

const code = 'host-network';
const agent = pod('shop', 'agent', { hostNetwork: true });
const cluster = pod('shop', 'web') + agent;
const fromAgent = 'ingress:\n  - from: [{podSelector: {matchLabels: {app: agent}}}]';

it('is found where such a pod is selected', () => {
  const text = policy('shop', 'agent', 'agent', 'policyTypes: [Ingress]') + cluster;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'warning', concerned: 1, fixes: [] });
  expect(markedIn(text, finding)).toContain('app: agent');
});

it('is found where such a pod is named as a peer', () => {
  const text = policy('shop', 'web', 'web', fromAgent) + cluster;
  expect(findingsOfCode(text, code).map(({ concerns }) => concerns[0]?.name)).toEqual(['agent']);
});

it('is found for a namespace that has only such pods', () => {
  const spec =
    'ingress:\n  - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}]';
  const controller = namespaces('ingress-nginx') + pod('ingress-nginx', 'nginx', { hostNetwork: true });
  expect(findingsOfCode(policy('shop', 'web', 'web', spec) + cluster + controller, code)).toHaveLength(1);
  const more = pod('ingress-nginx', 'backend');
  expect(findingsOfCode(policy('shop', 'web', 'web', spec) + cluster + controller + more, code)).toEqual([]);
});

it.each([
  ['everything of a namespace', policy('shop', 'all', null, 'ingress:\n  - from: [{podSelector: {}}]')],
  ['everything in the cluster', policy('shop', 'all', null, 'ingress:\n  - from: [{namespaceSelector: {}}]')],
  [
    'other pods',
    policy('shop', 'web', 'web', 'ingress:\n  - from: [{podSelector: {matchLabels: {app: web}}}]'),
  ],
  ['rules that are not in force', policy('shop', 'web', 'web', `policyTypes: [Egress]\n${fromAgent}`)],
])('is not found for %s', (_, text) => {
  expect(findingsOfCode(text + cluster, code)).toEqual([]);
});
