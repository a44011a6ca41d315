import { expect, it } from 'vitest';
import { findingsOfCode, markedIn } from '../find.testing';
import { pod, policy } from './manifests.testing';

const code = 'ping';
const web = pod('shop', 'web');
const named = (name: string, spec = 'policyTypes: [Ingress]'): string => policy('shop', name, 'web', spec);

it('is found once where policies speak of it', () => {
  const text = named('allow-ping') + named('b', 'ingress: [] # also stops ICMP') + web;
  const [finding, another] = findingsOfCode(text, code);
  expect(another).toBeUndefined();
  expect(finding).toMatchObject({ severity: 'info', concerned: 1, fixes: [] });
  expect(markedIn(text, finding)).toBe('allow-ping');
});

it('is found in a comment', () => {
  expect(findingsOfCode(named('b', 'ingress: [] # also stops ICMP') + web, code)).toHaveLength(1);
});

it('is not found elsewhere', () => {
  expect(findingsOfCode(named('shipping') + web, code)).toEqual([]);
  expect(
    findingsOfCode(named('b', 'ingress:\n  - from: [{podSelector: {matchLabels: {app: ping}}}]') + web, code),
  ).toEqual([]);
});
