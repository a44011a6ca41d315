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

describe('a pod behind a route of a Gateway', () => {
  const gateway = (namespace: string, className = 'istio'): string =>
    doc(`apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: front, namespace: ${namespace}}
spec: {gatewayClassName: ${className}, listeners: [{name: http, port: 80, protocol: HTTP}]}`);
  const route = (parent: string, kind = 'HTTPRoute', port = 80): string =>
    doc(`apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: shop, namespace: shop}
spec:
  parentRefs: [${parent}]
  rules: [{backendRefs: [{name: web, port: ${String(port)}}]}]`);
  const backend =
    pod('shop', 'web', { ports: ['http:8080/TCP'] }) +
    service('shop', 'web', '[{port: 80, targetPort: http}]');
  const onlyUs = policy(
    'shop',
    'web',
    'web',
    'ingress:\n  - from: [{podSelector: {matchLabels: {app: api}}}]',
  );
  const inInfra = '{name: front, namespace: infra}';
  const proxy = (namespace: string): string =>
    pod(namespace, 'proxy', { labels: { 'gateway.networking.k8s.io/gateway-name': 'front' } });

  it.each(['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'])('is found by its pods: %s', (kind) => {
    const text = onlyUs + backend + gateway('infra') + route(inInfra, kind) + proxy('infra');
    const [finding] = findingsOfCode(text, code);
    expect(finding).toMatchObject({ severity: 'info', concerned: 1 });
    expect(finding?.message).toContain(`${kind} shop`);
    expect(verdict(text, 'infra/proxy', 'shop/web', 8080)).toBe('deny');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(verdict(fixed, 'infra/proxy', 'shop/web', 8080)).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it('is found without them, and the fix admits the namespace of the Gateway', () => {
    const text = onlyUs + backend + gateway('infra') + route(inInfra);
    const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
    expect(fixed).toContain('kubernetes.io/metadata.name: infra');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it.each([proxy('shop'), ''])('is found in the namespace of the Gateway itself', (pods) => {
    const text = onlyUs + backend + gateway('shop') + route('{name: front}') + pods;
    const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
    expect(verdict(fixed + proxy('shop'), 'shop/proxy', 'shop/web', 8080)).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it.each([
    ['the pods of the Gateway are let in', inside + route('{name: front}') + gateway('shop') + proxy('shop')],
    ['somebody of its namespace may be', inside + route('{name: front}') + gateway('shop')],
    ['the provider runs the Gateway', onlyUs + route(inInfra) + gateway('infra', 'gke-l7-gxlb')],
    ['the route is for a mesh', onlyUs + route('{group: "", kind: Service, name: web}')],
    ['the route leads to another port', onlyUs + route(inInfra, 'HTTPRoute', 81) + gateway('infra')],
    [
      'the route is of another group',
      onlyUs + route(inInfra).replace('gateway.networking.k8s.io', 'a.example'),
    ],
  ])('is not found where %s', (_, text) => {
    expect(findingsOfCode(text + backend, code)).toEqual([]);
  });
});
