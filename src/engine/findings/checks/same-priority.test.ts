import { expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { clusterPolicy } from './clusterPolicies.testing';
import { namespaces, pod } from './manifests.testing';

const code = 'same-priority';
const rest = namespaces('shop', 'team') + pod('shop', 'web') + pod('team', 'client');
const all = 'subject: {namespaces: {}}';
const shop =
  'subject:\n  pods:\n    namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}\n    podSelector: {}';
const team = 'subject: {namespaces: {matchLabels: {kubernetes.io/metadata.name: team}}}';

it('is found where two subjects share pods, and mended by another priority', () => {
  const text =
    clusterPolicy('a', all) + clusterPolicy('b', shop) + clusterPolicy('c', all, 'Admin', 11) + rest;
  const [finding, ...others] = findingsOfCode(text, code);
  expect(others).toEqual([]);
  expect(finding && markedIn(text, finding)).toBe('10');
  expect(finding?.concerns.map(({ name }) => name)).toEqual(['web']);
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('priority: 12 # place');
  expect(codesIn(fixed)).not.toContain(code);
});

it('is not found in two tiers, or where no pod is in both', () => {
  expect(codesIn(clusterPolicy('a', all) + clusterPolicy('b', all, 'Baseline') + rest)).not.toContain(code);
  expect(codesIn(clusterPolicy('a', team) + clusterPolicy('b', shop) + rest)).not.toContain(code);
});

const admin = (name: string, subject: string, priority = 10): string =>
  clusterPolicy(name, subject, 'none', priority)
    .replace('v1alpha2', 'v1alpha1')
    .replace('kind: ClusterNetworkPolicy', 'kind: AdminNetworkPolicy')
    .replace('  tier: none\n', '');

it('is found for two AdminNetworkPolicies, which have no tiers', () => {
  const text = admin('a', all) + admin('b', shop) + admin('c', team, 11) + rest;
  const [finding, ...others] = findingsOfCode(text, code);
  expect(others).toEqual([]);
  expect(finding?.message).toBe('a and b both have priority 10, and share pods.');
  expect(finding?.concerns.map(({ name }) => name)).toEqual(['web']);
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('priority: 12 # place');
  expect(codesIn(fixed)).not.toContain(code);
});

it('is not found between the two kinds, nor for AdminNetworkPolicies of other priorities or pods', () => {
  expect(codesIn(admin('a', all) + clusterPolicy('b', all) + rest)).not.toContain(code);
  expect(codesIn(admin('a', all) + admin('b', all, 11) + rest)).not.toContain(code);
  expect(codesIn(admin('a', team) + admin('b', shop) + rest)).not.toContain(code);
});
