import { expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'egress-not-denied';
const rest = namespaces('shop') + pod('shop', 'web') + pod('shop', 'api');
const named = (name: string, spec: string): string => policy('shop', name, null, spec) + rest;

it('is found by the name of the policy, and closed by the fix', () => {
  const text = named('default-deny-egress', 'policyTypes: [Ingress] # shut');
  const [finding] = findingsOfCode(text, code);
  expect(finding && markedIn(text, finding)).toBe('default-deny-egress');
  const [only, both] = finding?.fixes ?? [];
  for (const fixed of [applyFix(text, only), applyFix(text, both)]) {
    expect(fixed).toContain('# shut');
    expect(verdict(fixed, 'shop/web', '1.2.3.4')).toBe('deny');
    expect(codesIn(fixed)).not.toContain(code);
  }
  expect(verdict(text, 'shop/web', '1.2.3.4')).toBe('allow');
  expect(verdict(applyFix(text, only), '1.2.3.4', 'shop/web')).toBe('allow');
});

it('is found by an empty list of egress rules', () => {
  const text = named('lock', 'egress: [] # shut');
  const [finding] = findingsOfCode(text, code);
  expect(finding && markedIn(text, finding)).toBe('egress');
  expect(verdict(applyFix(text, finding?.fixes[0]), 'shop/web', '1.2.3.4')).toBe('deny');
});

it('offers both directions only, where ingress is meant as well', () => {
  const text = named('deny-ingress-and-egress', 'policyTypes: [Ingress]');
  expect(findingsOfCode(text, code)[0]?.fixes).toHaveLength(1);
});

it.each([
  ['default-deny-egress', 'policyTypes: [Egress]'],
  ['default-deny-ingress', 'policyTypes: [Ingress]'],
  ['deny-from-egress-gateway', 'policyTypes: [Ingress]'],
  ['lock', 'policyTypes: [Ingress, Egress]\negress: []'],
])('is not found in %s with %s', (name, spec) => {
  expect(codesIn(named(name, spec))).not.toContain(code);
});
