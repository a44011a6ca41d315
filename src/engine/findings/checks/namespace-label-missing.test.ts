import { describe, expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { doc, namespaces, pod, verdict } from './manifests.testing';

const code = 'namespace-label-missing';
const policy = (selector: string): string =>
  doc(`apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: from-foo
  namespace: shop
spec:
  podSelector: {}
  ingress:
    - from:
        - namespaceSelector: # the others
            ${selector}`);
const rest = namespaces('shop', 'foo') + pod('shop', 'web') + pod('foo', 'client');

describe('a namespace selected by a label that only spells its name', () => {
  const text = policy('matchLabels:\n              name: foo') + rest;

  it('is found where the selector is written', () => {
    const [finding] = findingsOfCode(text, code);
    expect(finding?.severity).toBe('warning');
    expect(markedIn(text, finding)).toContain('name: foo');
    expect(finding?.concerns.map(({ name }) => name)).toEqual(['web']);
  });

  it('is let in by the fix', () => {
    const [finding] = findingsOfCode(text, code);
    expect(verdict(text, 'foo/client', 'shop/web')).toBe('deny');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(fixed).toContain('# the others');
    expect(verdict(fixed, 'foo/client', 'shop/web')).toBe('allow');
    expect(codesIn(fixed)).not.toContain(code);
  });
});

it.each([
  'matchLabels: {name: foo, kubernetes.io/metadata.name: foo}',
  'matchLabels:\n              name: foo # ours\n              kubernetes.io/metadata.name: foo',
])('goes where the label of the name is asked for as well: %s', (selector) => {
  const text = policy(selector) + rest;
  const [finding] = findingsOfCode(text, code);
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).not.toContain('name: foo, ');
  expect(verdict(fixed, 'foo/client', 'shop/web')).toBe('allow');
  expect(codesIn(fixed)).not.toContain(code);
});

it('is fixed in matchExpressions too', () => {
  const text = policy('matchExpressions:\n              - {key: name, operator: In, values: [foo]}') + rest;
  const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
  expect(verdict(fixed, 'foo/client', 'shop/web')).toBe('allow');
});

it('mends the slip in a name', () => {
  const named = namespaces('shop', 'monitoring') + pod('shop', 'web') + pod('monitoring', 'client');
  const text = policy('matchLabels:\n              kubernetes.io/metadata.name: monitorng') + named;
  const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
  expect(verdict(fixed, 'monitoring/client', 'shop/web')).toBe('allow');
});

it('is found without a fix when no declared namespace has the label', () => {
  const [finding] = findingsOfCode(policy('matchLabels:\n              team: blue') + rest, code);
  expect(finding?.fixes).toEqual([]);
});

it.each([
  [
    'a namespace that is not among the manifests',
    'matchLabels:\n              kubernetes.io/metadata.name: team-b',
  ],
  ['every namespace', '{}'],
])('is not found for %s', (_, selector) => {
  expect(codesIn(policy(selector) + namespaces('shop', 'team-a') + pod('shop', 'web'))).not.toContain(code);
});

it('is a note where nobody declares the namespaces', () => {
  const text = policy('matchLabels:\n              team: blue') + pod('shop', 'web') + pod('foo', 'client');
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'info', fixes: [] });
  expect(finding?.message).toContain('foo and shop');
  expect(
    codesIn(text + namespaces('shop', 'foo').replace('name: foo\n', 'name: foo\n  labels: {team: blue}\n')),
  ).not.toContain(code);
});
