import { describe, expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { doc, namespaces, pod, policy, service, verdict } from './manifests.testing';

const code = 'ingress-controller-blocked';
const web =
  pod('shop', 'web', { ports: ['http:8080/TCP'] }) +
  service('shop', 'web', '[{port: 80, targetPort: http}]') +
  doc(`apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: shop}
spec:
  defaultBackend: {service: {name: web, port: {number: 80}}}`);
const controller = (hostNetwork = false): string =>
  namespaces('edge') +
  pod('edge', 'traefik-1', { labels: { 'app.kubernetes.io/name': 'traefik' }, hostNetwork });
const inside = policy('shop', 'web', 'web', 'ingress:\n  - from: [{podSelector: {}}] # us');

describe('a pod behind an Ingress', () => {
  it('is found when the controller may not reach it, and the fix admits the controller', () => {
    const text = inside + web + controller();
    const [finding] = findingsOfCode(text, code);
    expect(finding).toMatchObject({ severity: 'info', concerned: 1 });
    expect(markedIn(text, finding)).toBe('web');
    expect(verdict(text, 'edge/traefik-1', 'shop/web', 8080)).toBe('deny');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(fixed).toContain('# us');
    expect(verdict(fixed, 'edge/traefik-1', 'shop/web', 8080)).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it('is found without a controller among the manifests', () => {
    const text = inside + web;
    const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
    expect(fixed).toContain('ingress-nginx');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it('is opened to everybody for a controller on the host network', () => {
    const text = inside + web + controller(true);
    const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
    expect(verdict(fixed, '192.0.2.1', 'shop/web', 8080)).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });
});

it.each([
  ['everybody is let in', 'ingress:\n  - ports: [{port: http}]'],
  ['another namespace is let in', 'ingress:\n  - from: [{namespaceSelector: {matchLabels: {role: edge}}}]'],
  ['nothing isolates it', 'policyTypes: [Egress]'],
])('is not found when %s', (_, spec) => {
  expect(findingsOfCode(policy('shop', 'web', 'web', spec) + web, code)).toEqual([]);
});

it('is not found for a pod behind no Ingress', () => {
  const other = pod('shop', 'api') + service('shop', 'api', '[{port: 80}]');
  expect(findingsOfCode(policy('shop', 'api', 'api', 'policyTypes: [Ingress]') + other + web, code)).toEqual(
    [],
  );
});
