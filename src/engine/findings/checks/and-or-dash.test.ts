import { describe, expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'and-or-dash';
const rest =
  namespaces('shop', 'team') +
  pod('shop', 'web') +
  pod('team', 'client') +
  pod('team', 'other') +
  pod('shop', 'client');
const withPeers = (peers: string): string =>
  policy('shop', 'web', 'web', `ingress:\n  - from:\n${peers}`) + rest;
const two = withPeers(
  '      - namespaceSelector:\n          matchLabels:\n            kubernetes.io/metadata.name: team\n      # only clients\n      - podSelector:\n          matchLabels: {app: client}',
);

describe('a namespaceSelector and a podSelector behind two dashes', () => {
  it('are found at the second', () => {
    const [finding] = findingsOfCode(two, code);
    expect(finding?.severity).toBe('warning');
    expect(finding && markedIn(two, finding)).toBe('podSelector:');
    expect(finding?.concerns.map(({ id }) => id)).toEqual(['Pod/team/other']);
  });

  it('let in fewer when they are joined', () => {
    expect(verdict(two, 'team/other', 'shop/web')).toBe('allow');
    const fixed = applyFix(two, findingsOfCode(two, code)[0]?.fixes[0]);
    expect(fixed).toContain('# only clients');
    expect(verdict(fixed, 'team/other', 'shop/web')).toBe('deny');
    expect(verdict(fixed, 'shop/client', 'shop/web')).toBe('deny');
    expect(verdict(fixed, 'team/client', 'shop/web')).toBe('allow');
    expect(codesIn(fixed)).not.toContain(code);
  });

  it('leave no hole in the sentence where one of them asks for nothing', () => {
    const every = '      - namespaceSelector: {}\n      - podSelector:\n          matchLabels: {app: client}';
    const [finding] = findingsOfCode(withPeers(every), code);
    for (const text of [finding?.message, finding?.explanation]) expect(text).not.toMatch(/\bwith [,.]| {2}/);
    expect(finding?.message).toContain('app=client');
  });

  it('are meant as two where nobody is both', () => {
    const own =
      '      - namespaceSelector:\n          matchLabels:\n            kubernetes.io/metadata.name: team\n      - podSelector:\n          matchLabels: {app: web}';
    expect(codesIn(withPeers(own))).not.toContain(code);
  });

  it('are meant as two where all pods of the namespace are one of them', () => {
    const all =
      '      - podSelector: {}\n      - namespaceSelector:\n          matchLabels:\n            kubernetes.io/metadata.name: team';
    expect(codesIn(withPeers(all))).not.toContain(code);
  });
});

describe('both behind one dash', () => {
  const one = withPeers(
    '      - namespaceSelector:\n          matchLabels:\n            kubernetes.io/metadata.name: team\n        podSelector:\n          matchLabels: {app: web}',
  );

  it('are found where nobody is both', () => {
    expect(findingsOfCode(one, code).map(({ severity }) => severity)).toEqual(['info']);
    const fixed = applyFix(one, findingsOfCode(one, code)[0]?.fixes[0]);
    expect(verdict(one, 'team/other', 'shop/web')).toBe('deny');
    expect(verdict(fixed, 'team/other', 'shop/web')).toBe('allow');
    expect(codesIn(fixed)).not.toContain(code);
  });

  it('are fine where apart one of them would match nobody either', () => {
    expect(codesIn(one.replace('app: web}', 'app: absent}'))).not.toContain(code);
    expect(codesIn(one.replace('metadata.name: team', 'metadata.name: absent'))).not.toContain(code);
  });

  it('are fine where somebody is', () => {
    expect(codesIn(one.replace('app: web}', 'app: client}'))).not.toContain(code);
  });
});
