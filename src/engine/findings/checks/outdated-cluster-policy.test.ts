import { expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { clusterPolicy } from './clusterPolicies.testing';
import { doc } from './manifests.testing';

const code = 'outdated-cluster-policy';
const old = (peer: string): string =>
  doc(
    `apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: {name: a}\nspec:\n  ingress:\n    - from:\n${peer}`,
  );

it('is found for a protocol without ports', () => {
  const text = clusterPolicy('a', 'ingress:\n  - protocols:\n      - tcp: {} # all');
  const [finding] = findingsOfCode(text, code);
  expect(finding?.severity).toBe('error');
  expect(finding && markedIn(text, finding)).toBe('tcp');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# all');
  expect(fixed).toMatch(/destinationPort:\s+range:\s+start: 1\s+end: 65535/);
  expect(codesIn(fixed)).not.toContain(code);
});

it.each([
  '        - namespaces:\n            namespaceSelector:\n              matchLabels: # x\n                a: b\n              matchExpressions: []',
  '        - namespaces: {namespaceSelector: {matchLabels: {a: b}}} # x',
])('is found for a peer of the first versions, whose selector takes its place', (peer) => {
  const text = old(peer);
  const [finding] = findingsOfCode(text, code);
  expect(finding && markedIn(text, finding)).toBe('namespaceSelector');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# x');
  expect(fixed).not.toContain('namespaceSelector');
  expect(fixed).toMatch(/namespaces:\s+\{?matchLabels/);
  expect(codesIn(fixed)).not.toContain(code);
});

it('has no fix for namespaces that are the same or not the same', () => {
  const [finding] = findingsOfCode(old('        - namespaces: {sameLabels: [team]}'), code);
  expect(finding?.fixes).toEqual([]);
});

it('tells of the kinds of Amazon that share a name', () => {
  const text = doc(
    'apiVersion: networking.k8s.aws/v1alpha1\nkind: ClusterNetworkPolicy\nmetadata: {name: a}\nspec: {}',
  );
  expect(findingsOfCode(text, code)[0]?.severity).toBe('info');
});

it('is not found in the shape of today', () => {
  const text = clusterPolicy(
    'a',
    'ingress:\n  - from: [{namespaces: {matchLabels: {a: b}}}, {pods: {namespaceSelector: {}, podSelector: {}}}]\n    protocols: [{tcp: {destinationPort: {number: 80}}}]',
  );
  expect(codesIn(text)).not.toContain(code);
});
