import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { doc, namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'negative-namespace-selector';
const labelled = (name: string, env: string): string =>
  doc(`apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels: {env: ${env}}`);
const rule = (expression: string): string =>
  policy(
    'shop',
    'web',
    'web',
    `ingress:\n  - from:\n      - namespaceSelector:\n          matchExpressions:\n            - ${expression}`,
  );
const known = labelled('shop', 'prod') + labelled('test', 'test') + labelled('live', 'prod');
const pods =
  pod('shop', 'web') + pod('live', 'client') + pod('plain', 'client') + pod('kube-system', 'client');
const notTest = '{key: env, operator: NotIn, values: [test]} # not the tests';

it('is found where a namespace lacks the label, and the fix leaves the others in', () => {
  const text = rule(notTest) + known + namespaces('plain') + pods;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'warning', concerned: 1 });
  expect(markedIn(text, finding)).toContain('NotIn');
  expect(verdict(text, 'plain/client', 'shop/web')).toBe('allow');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# not the tests');
  expect(verdict(fixed, 'plain/client', 'shop/web')).toBe('deny');
  expect(verdict(fixed, 'live/client', 'shop/web')).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is found without a fix for DoesNotExist, which lets the cluster itself in', () => {
  const [finding] = findingsOfCode(rule('{key: env, operator: DoesNotExist}') + known + pods, code);
  expect(finding?.fixes).toEqual([]);
});

it('is not found when every other namespace has the label', () => {
  expect(findingsOfCode(rule(notTest) + known + pod('shop', 'web') + pod('live', 'client'), code)).toEqual(
    [],
  );
});

it('is not found for In and Exists, nor for DoesNotExist among one’s own', () => {
  expect(findingsOfCode(rule('{key: env, operator: In, values: [prod]}') + known + pods, code)).toEqual([]);
  expect(findingsOfCode(rule('{key: env, operator: Exists}') + known + pods, code)).toEqual([]);
  const own = known + namespaces('plain') + pod('shop', 'web') + pod('plain', 'client');
  expect(findingsOfCode(rule('{key: env, operator: DoesNotExist}') + own, code)).toEqual([]);
});
