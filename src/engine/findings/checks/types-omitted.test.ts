import { expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'types-omitted';
const rest = namespaces('shop') + pod('shop', 'web') + pod('shop', 'api');
const egress = 'egress: # to the api\n  - to:\n      - podSelector: {matchLabels: {app: api}}';
const text = policy('shop', 'web', 'web', egress) + rest;

it('is found in a policy with nothing but egress rules', () => {
  const [finding] = findingsOfCode(text, code);
  expect(finding && markedIn(text, finding)).toBe('egress');
  expect(verdict(text, 'shop/api', 'shop/web')).toBe('deny');
  const [only, both] = finding?.fixes ?? [];
  const fixed = applyFix(text, only);
  expect(fixed).toContain('# to the api');
  expect(verdict(fixed, 'shop/api', 'shop/web')).toBe('allow');
  expect(codesIn(fixed)).not.toContain(code);
  expect(verdict(applyFix(text, both), 'shop/api', 'shop/web')).toBe('deny');
  expect(codesIn(applyFix(text, both))).not.toContain(code);
});

it('is found where policyTypes is empty', () => {
  const empty = policy('shop', 'web', 'web', `policyTypes: []\n${egress}`) + rest;
  expect(verdict(applyFix(empty, findingsOfCode(empty, code)[0]?.fixes[0]), 'shop/api', 'shop/web')).toBe(
    'allow',
  );
});

it.each(['policyTypes: [Egress]\n', 'policyTypes: [Ingress, Egress]\n', 'ingress: []\n', 'ingress: [{}]\n'])(
  'is not found where the text says what is meant: %j',
  (said) => {
    expect(codesIn(policy('shop', 'web', 'web', said + egress) + rest)).not.toContain(code);
  },
);
