import { describe, expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'peer-matches-nothing';
const rest =
  namespaces('shop', 'data') + pod('shop', 'web') + pod('shop', 'backend') + pod('data', 'database');
const from = (...peers: readonly string[]): string =>
  policy(
    'shop',
    'web',
    'web',
    `ingress:\n  - from:\n${peers.map((peer) => `      - ${peer} # who`).join('\n')}`,
  );
const own = (labels: string): string => `{podSelector: {matchLabels: {${labels}}}}`;
const inData = (labels: string, namespace = 'data'): string =>
  `{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ${namespace}}}, podSelector: {matchLabels: {${labels}}}}`;

describe('a peer that matches no pod', () => {
  it.each([own('app: worker'), inData('app: worker')])('is found: %s', (peer) => {
    const text = from(peer) + rest;
    const [finding, another] = findingsOfCode(text, code);
    expect(another).toBeUndefined();
    expect(finding).toMatchObject({ severity: 'info', concerned: 1, fixes: [] });
    expect(markedIn(text, finding)).toBe(peer);
  });

  it('is found once in a policy', () => {
    expect(findingsOfCode(from(own('app: worker'), own('app: agent')) + rest, code)).toHaveLength(1);
  });

  it.each([
    [own('app: backnd'), 'shop/backend'],
    [own('ap: backend'), 'shop/backend'],
    [inData('app: databse'), 'data/database'],
  ])('is mended where it is a slip: %s', (peer, caller) => {
    const text = from(own('app: worker'), peer) + rest;
    const [finding, another] = findingsOfCode(text, code);
    expect(another).toBeUndefined();
    expect(verdict(text, caller, 'shop/web')).toBe('deny');
    const fixed = applyFix(from(peer) + rest, findingsOfCode(from(peer) + rest, code)[0]?.fixes[0]);
    expect(fixed).toContain('# who');
    expect(verdict(fixed, caller, 'shop/web')).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
    expect(markedIn(text, finding)).toBe(peer);
  });

  it('is no slip where the numbers differ', () => {
    const [finding] = findingsOfCode(from(own('app: shop-v1')) + rest + pod('shop', 'shop-v2'), code);
    expect(finding?.fixes).toEqual([]);
  });
});

describe('is not found', () => {
  it.each([
    ['for a peer that matches', from(own('app: backend'), inData('app: database'))],
    ['for pods that are elsewhere, which is another trap', from(own('app: database'))],
    ['for a namespace that is not shown', from(inData('app: database', 'other'))],
    [
      'where a namespace may match that is not shown',
      from('{namespaceSelector: {}, podSelector: {matchLabels: {k8s-app: kube-dns}}}'),
    ],
    ['for everything', from('{podSelector: {}}', '{namespaceSelector: {}}')],
    ['for two selectors that were to stand apart', from(inData('app: backend'))],
  ])('%s', (_, text) => {
    expect(findingsOfCode(text + rest, code)).toEqual([]);
  });

  it('for a pod on the host network', () => {
    const agent = pod('shop', 'agent', { hostNetwork: true });
    expect(findingsOfCode(from(own('app: agent')) + rest + agent, code)).toEqual([]);
  });

  it('for a rule that is not in force', () => {
    const text = policy(
      'shop',
      'web',
      'web',
      `policyTypes: [Egress]\ningress:\n  - from: [${own('app: worker')}]`,
    );
    expect(findingsOfCode(text + rest, code)).toEqual([]);
  });
});
