import { expect, it } from 'vitest';
import { tellingLabels } from './tellingLabels';

const labels = [
  ['app', 'db'],
  ['app.kubernetes.io/instance', 'shop'],
  ['apps.kubernetes.io/pod-index', '0'],
  ['controller-revision-hash', 'db-77'],
  ['statefulset.kubernetes.io/pod-name', 'db-0'],
  ['tier', 'back'],
] as const;
const keys = (asked: readonly string[]): readonly string[] =>
  tellingLabels(labels, new Set(asked)).map(([key]) => key);

it('leaves out the labels that only controllers set, unless a policy asks for them', () => {
  expect(keys([])).toEqual(['app', 'tier', 'app.kubernetes.io/instance']);
  expect(keys(['apps.kubernetes.io/pod-index'])).toEqual([
    'apps.kubernetes.io/pod-index',
    'app',
    'tier',
    'app.kubernetes.io/instance',
  ]);
});

it('begins with the labels that policies ask for', () => {
  expect(keys(['tier'])).toEqual(['tier', 'app', 'app.kubernetes.io/instance']);
  expect(keys(['app.kubernetes.io/instance', 'tier'])[0]).toBe('app.kubernetes.io/instance');
});
