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

it('is found once where somebody is isolated, at the first policy that does it', () => {
  const text =
    policy('shop', 'nobody', 'absent', 'policyTypes: [Ingress]') + named('shipping') + named('b') + web;
  const findings = findingsOfCode(text, code);
  expect(findings.map(({ severity, concerned }) => [severity, concerned])).toEqual([['info', 1]]);
  expect(markedIn(text, findings[0])).toBe('shipping');
});

it('is not taken from labels', () => {
  const label = named('b', 'ingress:\n  - from: [{podSelector: {matchLabels: {app: ping}}}]');
  const [general] = findingsOfCode(named('shipping') + web, code);
  expect(findingsOfCode(label + web, code)[0]?.message).toBe(general?.message);
});

it('is not found where nobody is isolated', () => {
  expect(findingsOfCode(web, code)).toEqual([]);
  expect(findingsOfCode(policy('shop', 'nobody', 'absent', 'policyTypes: [Ingress]') + web, code)).toEqual(
    [],
  );
});
