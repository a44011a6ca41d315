import { describe, expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { doc, namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'selects-nothing';
const rest = namespaces('shop', 'team') + pod('shop', 'web') + pod('shop', 'api') + pod('team', 'client');

describe('a policy whose namespace has pods', () => {
  it('is found where none has the labels', () => {
    const text = policy('shop', 'web', 'wbe', 'ingress: [] # shut') + rest;
    const [finding] = findingsOfCode(text, code);
    expect(finding?.severity).toBe('error');
    expect(finding && markedIn(text, finding)).toContain('app: wbe');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(fixed).toContain('# shut');
    expect(verdict(text, 'shop/api', 'shop/web')).toBe('allow');
    expect(verdict(fixed, 'shop/api', 'shop/web')).toBe('deny');
    expect(codesIn(fixed)).not.toContain(code);
  });

  it('is moved to where such pods are', () => {
    const text = policy('shop', 'web', 'client', 'ingress: []') + rest;
    const [finding] = findingsOfCode(text, code);
    expect(finding?.concerns.map(({ id }) => id)).toEqual(['Pod/team/client']);
    expect(verdict(applyFix(text, finding?.fixes.at(-1)), 'shop/web', 'team/client')).toBe('deny');
  });

  it('is fine where a pod has the labels', () => {
    expect(codesIn(policy('shop', 'web', 'web', 'ingress: []') + rest)).not.toContain(code);
  });
});

describe('a policy whose namespace has no pods', () => {
  const unplaced = doc(
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web # ours\nspec:\n  podSelector: {matchLabels: {app: web}}',
  );

  it('is found where the namespace is not written, and put where the pods are', () => {
    const text = unplaced + rest;
    const [finding] = findingsOfCode(text, code);
    expect(finding?.severity).toBe('error');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(fixed).toContain('name: web # ours\n  namespace: shop');
    expect(verdict(fixed, 'shop/api', 'shop/web')).toBe('deny');
    expect(codesIn(fixed)).not.toContain(code);
  });

  it('is not put where it would take the place of another one', () => {
    const other = policy('shop', 'web', 'web', 'ingress: []');
    const [finding] = findingsOfCode(unplaced + other + rest, code);
    expect(finding?.message).toContain('web');
    expect(finding?.fixes).toEqual([]);
  });

  it('is a note where it is written, and all pods are meant', () => {
    const [finding] = findingsOfCode(policy('elsewhere', 'deny', null, 'ingress: []') + rest, code);
    expect(finding?.severity).toBe('info');
    expect(finding?.fixes).toEqual([]);
  });

  it('is not found where there is no pod at all', () => {
    expect(codesIn(unplaced)).not.toContain(code);
  });
});

it('leaves pods on the host network to another check', () => {
  const text =
    policy('shop', 'web', 'edge', 'ingress: []') + rest + pod('shop', 'edge', { hostNetwork: true });
  expect(codesIn(text)).not.toContain(code);
});

it('knows the label that each replica of a StatefulSet has of its own', () => {
  const database = doc(
    'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db, namespace: shop}\nspec:\n  replicas: 3\n  selector: {matchLabels: {app: db}}\n  template: {metadata: {labels: {app: db}}, spec: {containers: []}}',
  );
  const selecting = (label: string): string =>
    doc(
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: one, namespace: shop}\nspec: {podSelector: {matchLabels: {${label}}}, policyTypes: [Ingress]}`,
    ) + database;
  expect(codesIn(selecting('statefulset.kubernetes.io/pod-name: db-2'))).not.toContain(code);
  expect(codesIn(selecting('statefulset.kubernetes.io/pod-name: db-3'))).toContain(code);
});
