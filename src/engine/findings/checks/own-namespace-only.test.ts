import { expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'own-namespace-only';
const text =
  policy(
    'shop',
    'web',
    'web',
    'ingress:\n  - from:\n      - podSelector: # ours\n          matchLabels: {app: client}',
  ) +
  namespaces('shop', 'team') +
  pod('shop', 'web') +
  pod('team', 'client');

it('is found where only pods of other namespaces have the labels', () => {
  const [finding] = findingsOfCode(text, code);
  expect(finding && markedIn(text, finding)).toBe('podSelector: # ours');
  expect(finding?.concerns.map(({ id }) => id)).toEqual(['Pod/team/client']);
});

it('lets them in with a namespaceSelector', () => {
  expect(verdict(text, 'team/client', 'shop/web')).toBe('deny');
  const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
  expect(fixed).toContain('# ours');
  expect(verdict(fixed, 'team/client', 'shop/web')).toBe('allow');
  expect(codesIn(fixed)).not.toContain(code);
});

it('offers every namespace where there are many', () => {
  const many = ['a', 'b', 'c', 'd'].map((name) => pod(name, 'client')).join('');
  const fixes = findingsOfCode(text + many, code)[0]?.fixes ?? [];
  expect(fixes).toHaveLength(1);
  expect(verdict(applyFix(text + many, fixes[0]), 'c/client', 'shop/web')).toBe('allow');
});

it('is not found where a pod of the namespace matches, or nobody at all', () => {
  expect(codesIn(text + pod('shop', 'client'))).not.toContain(code);
  expect(codesIn(text.replace('app: client}', 'app: nobody}'))).not.toContain(code);
});
