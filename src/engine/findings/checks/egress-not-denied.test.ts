import { describe, expect, it } from 'vitest';
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

describe('the comment above a policy', () => {
  const commented = (comment: string, spec = 'policyTypes: [Ingress]'): string =>
    `${rest}${comment}\n${named('lock', spec)}`;

  it.each([
    '# deny all egress',
    '# Deny all outgoing traffic',
    '# 3. Shop: blocks egress',
    '# Lock the shop. No egress allowed.',
    '# for the shop\n# default-deny egress\n# (see the wiki)',
  ])('counts like its name: %s', (comment) => {
    const text = commented(comment);
    const [finding, ...others] = findingsOfCode(text, code);
    expect(others).toEqual([]);
    expect(markedIn(text, finding)).toMatch(/^#.*egress|^#.*outgoing/i);
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(verdict(fixed, 'shop/web', '1.2.3.4')).toBe('deny');
    expect(codesIn(fixed)).not.toContain(code);
  });

  it('counts above the marker of the first document, too', () => {
    const text = `# Deny egress\n---\n${named('lock', 'policyTypes: [Ingress]')}`;
    expect(markedIn(text, findingsOfCode(text, code)[0])).toBe('# Deny egress');
  });

  it('is about both directions where it says so', () => {
    const text = commented('# deny all ingress and egress');
    expect(findingsOfCode(text, code)[0]?.fixes).toHaveLength(1);
  });

  it('counts for an item of a list', () => {
    const item = named('lock', 'policyTypes: [Ingress]')
      .split('---')[0]
      ?.replace(/^(?=.)/gm, '    ');
    const text = `${rest}apiVersion: v1\nkind: List\nitems:\n  # deny all egress\n  - ${item?.trimStart() ?? ''}`;
    expect(findingsOfCode(text, code).map((finding) => markedIn(text, finding))).toEqual([
      '# deny all egress',
    ]);
  });

  it.each([
    '# deny all egress\n',
    '# deny all ingress, egress stays open',
    '# does not block egress',
    '# no egress rules here',
    '# allow ingress; deny-egress.yaml closes the rest',
    '# deny egress gateway',
    '# deny all ingress',
  ])('does not count when it is about something else: %s', (comment) => {
    expect(codesIn(commented(comment))).not.toContain(code);
  });

  it('does not count where it is right', () => {
    expect(codesIn(commented('# deny all egress', 'policyTypes: [Egress]'))).not.toContain(code);
  });
});
