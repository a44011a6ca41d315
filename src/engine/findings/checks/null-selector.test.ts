import { expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'null-selector';
const rest = namespaces('shop', 'team') + pod('shop', 'web') + pod('shop', 'client') + pod('team', 'client');
const withSelector = (selector: string): string =>
  policy(
    'shop',
    'web',
    'web',
    `ingress:\n  - from:\n      - podSelector:\n          matchLabels: {app: client}\n        ${selector}`,
  ) + rest;

it.each([
  'namespaceSelector:',
  'namespaceSelector: # any',
  'namespaceSelector: null',
  'namespaceSelector: ~',
])('is found and mended: %s', (selector) => {
  const text = withSelector(selector);
  const [finding] = findingsOfCode(text, code);
  expect(finding && markedIn(text, finding)).toBe('namespaceSelector');
  expect(finding?.concerns.map(({ id }) => id)).toEqual(['Pod/team/client']);
  expect(verdict(text, 'team/client', 'shop/web')).toBe('deny');
  const [all, own] = (finding?.fixes ?? []).map((fix) => applyFix(text, fix));
  expect(verdict(all ?? '', 'team/client', 'shop/web')).toBe('allow');
  expect(verdict(own ?? '', 'team/client', 'shop/web')).toBe('deny');
  expect(codesIn(all ?? '')).not.toContain(code);
  expect(codesIn(own ?? '')).not.toContain(code);
});

it('leaves no hole in the sentence where the podSelector asks for nothing', () => {
  const messages = ['{matchLabels: {app: client}}', '{}'].map(
    (selector) =>
      findingsOfCode(
        policy('shop', 'web', 'web', `ingress: [{from: [{namespaceSelector: , podSelector: ${selector}}]}]`) +
          rest,
        code,
      )[0]?.message,
  );
  expect(messages[0]).toContain('app=client');
  expect(messages[1]).toContain('shop');
  expect(messages[1]).not.toMatch(/ {2}/);
});

it.each(['namespaceSelector: {}', '# no namespaceSelector:', 'namespaceSelector: {matchLabels: }'])(
  'is not found: %s',
  (selector) => {
    expect(codesIn(withSelector(selector))).not.toContain(code);
  },
);

const withPods = (selector: string): string =>
  policy(
    'shop',
    'web',
    'web',
    `ingress:\n  - from:\n      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: team}}\n        ${selector}`,
  ) + rest;

it.each(['podSelector:', 'podSelector: # app: client', 'podSelector: null'])(
  'is found for the pods of other namespaces, where it opens all of them: %s',
  (selector) => {
    const text = withPods(selector);
    const [finding, ...others] = findingsOfCode(text, code);
    expect(others).toEqual([]);
    expect(finding && markedIn(text, finding)).toBe('podSelector');
    expect(finding?.concerns.map(({ id }) => id)).toEqual(['Pod/team/client']);
    const fixed = (finding?.fixes ?? []).map((fix) => applyFix(text, fix));
    expect(fixed).toHaveLength(2);
    for (const one of [text, ...fixed]) expect(verdict(one, 'team/client', 'shop/web')).toBe('allow');
    for (const one of fixed) expect(codesIn(one)).not.toContain(code);
  },
);

it('is not found where a podSelector is written, or is not', () => {
  expect(codesIn(withPods('podSelector: {}'))).not.toContain(code);
  expect(codesIn(withPods('# podSelector:'))).not.toContain(code);
});
