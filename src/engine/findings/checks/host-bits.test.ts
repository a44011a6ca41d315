import { expect, it } from 'vitest';
import { Session } from '../../session';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'host-bits';
const rest = namespaces('shop') + pod('shop', 'web');
const withBlock = (block: string): string =>
  policy('shop', 'web', 'web', `ingress:\n  - from:\n      - ipBlock: # office\n          ${block}`) + rest;

it('is found where the block is, and becomes the block or the address', () => {
  const text = withBlock('cidr: 10.1.2.3/24 # us');
  const [finding] = findingsOfCode(text, code);
  expect(finding && markedIn(text, finding)).toBe('10.1.2.3/24');
  const [block, single] = (finding?.fixes ?? []).map((fix) => applyFix(text, fix));
  expect(block).toContain('cidr: 10.1.2.0/24 # us');
  expect(single).toContain('cidr: 10.1.2.3/32 # us');
  expect(verdict(block ?? '', '10.1.2.9', 'shop/web')).toBe('allow');
  expect(verdict(single ?? '', '10.1.2.9', 'shop/web')).toBe('deny');
  expect(codesIn(block ?? '')).not.toContain(code);
});

it('takes the place of the diagnostic', () => {
  const text = withBlock('{cidr: 10.0.0.0/8, except: [10.1.2.3/24]}');
  const session = new Session();
  const { diagnostics } = session.analyze([{ id: 'a.yaml', name: 'a.yaml', text }], 'spec');
  const [finding] = findingsOfCode(text, code);
  expect(diagnostics.map(({ code: told, place }) => [told, place.start])).toContainEqual([
    finding?.replaces,
    finding?.place.start,
  ]);
  expect(applyFix(text, finding?.fixes[0])).toContain('except: [10.1.2.0/24]');
});

it('has one fix for another spelling of the same block', () => {
  const text = withBlock('cidr: "2001:DB8::/32"');
  const fixes = findingsOfCode(text, code)[0]?.fixes ?? [];
  expect(fixes).toHaveLength(1);
  expect(applyFix(text, fixes[0])).toContain('cidr: "2001:db8::/32"');
});

it.each([
  ['{cidr: 203.0.113.5/24, except: [203.0.113.0/28]}', ['Write 203.0.113.0/24']],
  ['{cidr: 203.0.113.0/24, except: [203.0.113.5/28]}', ['Write 203.0.113.0/28', 'Write 203.0.113.5/32']],
  ["{cidr: '::ffff:10.0.0.0/104', except: ['::ffff:10.1.0.0/112']}", ['Write 10.0.0.0/8']],
])('offers only what the server takes beside the excepts of the block: %s', (block, titles) => {
  const text = withBlock('cidr: 10.1.0.0/16').replace(/ipBlock:[^]*?\/16/, `ipBlock: ${block}`);
  const fixes = findingsOfCode(text, code).flatMap((finding) => finding.fixes);
  expect(fixes.map(({ title }) => title)).toEqual(titles);
  for (const fix of fixes) {
    const session = new Session();
    const fixed = applyFix(text, fix);
    const { diagnostics } = session.analyze([{ id: 'a.yaml', name: 'a.yaml', text: fixed }], 'spec');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

it('is not found in usual blocks', () => {
  expect(codesIn(withBlock('cidr: 10.1.2.0/24'))).not.toContain(code);
});
