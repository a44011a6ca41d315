import { expect, test } from 'vitest';
import { fieldsAt } from './fieldsAt';

const names = (kind: string, ...path: string[]): readonly string[] =>
  Object.keys(fieldsAt(kind, path)?.fields ?? {});

test('the fields below a key are those of its schema', () => {
  expect(names('NetworkPolicy', 'spec')).toEqual(['podSelector', 'policyTypes', 'ingress', 'egress']);
  expect(fieldsAt('NetworkPolicy', ['spec'])?.inList).toBe(false);
});

test('below a list they are those of its entries', () => {
  expect(names('NetworkPolicy', 'spec', 'egress', 'to')).toEqual([
    'podSelector',
    'namespaceSelector',
    'ipBlock',
  ]);
  expect(fieldsAt('NetworkPolicy', ['spec', 'egress', 'to'])?.inList).toBe(true);
});

test('the same path means different things in different kinds', () => {
  expect(names('Service', 'spec')).toContain('clusterIP');
  expect(names('Deployment', 'spec')).toContain('replicas');
});

test('free labels, plain values and unknown keys or kinds have no fields', () => {
  expect(fieldsAt('Pod', ['metadata', 'labels'])).toBeNull();
  expect(fieldsAt('NetworkPolicy', ['spec', 'policyTypes'])).toBeNull();
  expect(fieldsAt('NetworkPolicy', ['spec', 'egres'])).toBeNull();
  expect(fieldsAt('CiliumNetworkPolicy', ['spec'])).toBeNull();
});
