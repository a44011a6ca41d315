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

it('is found where it is called by name, whatever ports it declares', () => {
  const spec =
    'policyTypes: [Egress]\negress:\n  - to: [{podSelector: {matchLabels: {app: agent}}}]\n    ports: [{port: 9100}]';
  const [finding] = findingsOfCode(policy('shop', 'web', 'web', spec) + cluster, code);
  expect(finding?.severity).toBe('warning');
});

it('is found for a namespace that has only such pods', () => {
  const spec =
    'ingress:\n  - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}]';
  const controller = namespaces('ingress-nginx') + pod('ingress-nginx', 'nginx', { hostNetwork: true });
  expect(findingsOfCode(policy('shop', 'web', 'web', spec) + cluster + controller, code)).toHaveLength(1);
  const more = pod('ingress-nginx', 'backend');
  const findings = findingsOfCode(policy('shop', 'web', 'web', spec) + cluster + controller + more, code);
  expect(findings.map(({ severity }) => severity)).toEqual(['info']);
});

it.each([
  ['everything of its namespace', policy('shop', 'all', null, 'policyTypes: [Ingress]')],
  [
    'mostly ordinary pods',
    policy('shop', 'x', null, 'policyTypes: [Ingress]').replace(
      'podSelector: {}',
      'podSelector: {matchExpressions: [{key: app, operator: Exists}]}',
    ) + pod('shop', 'api'),
  ],
  [
    'everything in the cluster',
    policy('shop', 'web', 'web', 'ingress:\n  - from: [{namespaceSelector: {}}]'),
  ],
])('is an info, once of a policy, with the names of the host pods, for %s', (_, text) => {
  const findings = findingsOfCode(text + cluster, code);
  expect(findings.map(({ severity, concerns }) => [severity, concerns.map(({ name }) => name)])).toEqual([
    ['info', ['agent']],
  ]);
  expect(findings[0]?.message).toContain('agent');
});

it('is said once of a policy that selects everything and lets everything in', () => {
  const both = policy(
    'shop',
    'all',
    null,
    'ingress:\n  - from: [{podSelector: {}}, {namespaceSelector: {}}]',
  );
  expect(findingsOfCode(both + cluster, code)).toHaveLength(1);
});

it('is not said of host pods that listen on none of the ports that are called', () => {
  const spec =
    'policyTypes: [Egress]\negress:\n  - to: [{namespaceSelector: {}}]\n    ports: [{port: 53, protocol: UDP}]';
  expect(findingsOfCode(policy('shop', 'web', 'web', spec) + cluster, code)).toEqual([]);
});

it.each([
  [
    'other pods',
    policy('shop', 'web', 'web', 'ingress:\n  - from: [{podSelector: {matchLabels: {app: web}}}]'),
  ],
  ['rules that are not in force', policy('shop', 'web', 'web', `policyTypes: [Egress]\n${fromAgent}`)],
])('is not found for %s', (_, text) => {
  expect(findingsOfCode(text + cluster, code)).toEqual([]);
});
