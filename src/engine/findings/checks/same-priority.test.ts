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
