import { describe, expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { pod, policy, verdict } from './manifests.testing';

const code = 'ipv6-forgotten';
const both = pod('shop', 'web', { addresses: ['10.1.0.5', 'fd00:1::5'] });
const to = (blocks: string): string =>
  policy('shop', 'web', 'web', `policyTypes: [Egress]\negress:\n  - to:\n      ${blocks}`);
const all = '- ipBlock:\n          cidr: 0.0.0.0/0 # the internet';
const withoutPrivate =
  '- ipBlock:\n          cidr: 0.0.0.0/0\n          except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16]';

it('is found for all of IPv4 alone, and the fix opens IPv6', () => {
  const text = to(all) + both;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'warning', concerned: 1 });
  expect(markedIn(text, finding)).toContain('0.0.0.0/0');
  expect(verdict(text, 'shop/web', '2001:db8::1')).toBe('deny');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# the internet');
  expect(verdict(fixed, 'shop/web', '2001:db8::1')).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('keeps what is private out of IPv6 as out of IPv4', () => {
  const text = to(withoutPrivate) + both;
  const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
  expect(verdict(fixed, 'shop/web', 'fd12::1')).toBe('deny');
  expect(verdict(fixed, 'shop/web', '2001:db8::1')).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is found for excepts of one family only, whatever addresses the pods have', () => {
  const text = to(`${withoutPrivate}\n      - ipBlock:\n          cidr: ::/0`) + pod('shop', 'web');
  const [finding] = findingsOfCode(text, code);
  expect(verdict(text, 'shop/web', 'fd12::1')).toBe('allow');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(verdict(fixed, 'shop/web', 'fd12::1')).toBe('deny');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is left to the selectors for a range of pods that have both', () => {
  const codes = codesIn(to('- ipBlock: {cidr: 10.1.0.0/24}') + both);
  expect(codes).toContain('pod-address');
  expect(codes).not.toContain(code);
});

it('is not found where the pods have no IPv6 addresses, nor when both are open', () => {
  expect(findingsOfCode(to(all) + pod('shop', 'web', { addresses: ['10.1.0.5'] }), code)).toEqual([]);
  expect(findingsOfCode(to(`${all}\n      - ipBlock: {cidr: '::/0'}`) + both, code)).toEqual([]);
});

it('is not found for particular machines', () => {
  expect(findingsOfCode(to('- ipBlock: {cidr: 203.0.113.0/24}') + both, code)).toEqual([]);
});

it.each(['Egress', 'Ingress'])('says so of pods that have IPv6 addresses only: %s', (type) => {
  const [list, peers] = type === 'Egress' ? ['egress', 'to'] : ['ingress', 'from'];
  const rule = policy('shop', 'web', 'web', `policyTypes: [${type}]\n${list}:\n  - ${peers}:\n      ${all}`);
  const text = rule + pod('shop', 'web', { addresses: ['fd00:1::5'] });
  const [finding] = findingsOfCode(text, code);
  expect(finding?.explanation).toContain('have no others');
  expect(findingsOfCode(rule + both, code)[0]?.explanation).toContain('has both');
  expect(findingsOfCode(applyFix(text, finding?.fixes[0]), code)).toEqual([]);
});

it('is not found when another rule opens IPv6 for the same ports', () => {
  const rules = (ports: string): string =>
    policy(
      'shop',
      'web',
      'web',
      `policyTypes: [Egress]\negress:\n  - to: [{ipBlock: {cidr: 0.0.0.0/0}}]\n    ports: [{port: 443}]\n  - to: [{ipBlock: {cidr: '::/0'}}]\n    ports: ${ports}`,
    ) + both;
  expect(findingsOfCode(rules('[{port: 443}]'), code)).toEqual([]);
  expect(findingsOfCode(rules('[]'), code)).toEqual([]);
  expect(findingsOfCode(rules('[{port: 80}]'), code)).toHaveLength(1);
});

describe('where the manifests show no addresses', () => {
  const unknown = pod('shop', 'web');

  it('is an info, once of a policy, and the fix opens IPv6', () => {
    const text =
      policy(
        'shop',
        'web',
        'web',
        `policyTypes: [Egress]\negress:\n  - to:\n      ${all}\n    ports: [{port: 80}]\n  - to: [{ipBlock: {cidr: 0.0.0.0/0}}]\n    ports: [{port: 443}]`,
      ) + unknown;
    expect(findingsOfCode(text, code).map(({ severity }) => severity)).toEqual(['info']);
    const one = to(all) + unknown;
    const fixed = applyFix(one, findingsOfCode(one, code)[0]?.fixes[0]);
    expect(verdict(fixed, 'shop/web', '2001:db8::1')).toBe('allow');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it('is not found where IPv6 was thought of', () => {
    expect(findingsOfCode(to(`${all}\n      - ipBlock: {cidr: '2001:db8::/32'}`) + unknown, code)).toEqual(
      [],
    );
    expect(findingsOfCode(to('- ipBlock: {cidr: 10.0.0.0/8}') + unknown, code)).toEqual([]);
  });
});

describe('excepts of IPv6', () => {
  const with6 = (except: string): string =>
    to(`${withoutPrivate}\n      - ipBlock:\n          cidr: ::/0\n          except:${except}`) + both;
  const item = (range: string): string => `\n            - ${range}`;

  it.each(['fc00::/7', 'fe80::/10', '2001:db8::/32'])('lack what is private besides %s', (range) => {
    const text = with6(item(range));
    const [finding] = findingsOfCode(text, code);
    expect(finding?.severity).toBe(range.startsWith('2') ? 'warning' : 'info');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(verdict(fixed, 'shop/web', 'fd12::1')).toBe('deny');
    expect(verdict(fixed, 'shop/web', 'fe80::1')).toBe('deny');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  });

  it('are complete with the private ranges, or the half of them that is in use', () => {
    expect(findingsOfCode(with6(item('fc00::/7') + item('fe80::/10')), code)).toEqual([]);
    expect(findingsOfCode(with6(item('fd00::/8') + item('fe80::/10')), code)).toEqual([]);
  });

  it('are missed in another rule for the same ports', () => {
    const rules = (port: number): string =>
      policy(
        'shop',
        'web',
        'web',
        `policyTypes: [Egress]\negress:\n  - to:\n      ${withoutPrivate}\n    ports: [{port: 443}]\n  - to: [{ipBlock: {cidr: '::/0'}}]\n    ports: [{port: ${String(port)}}]`,
      ) + both;
    const [finding] = findingsOfCode(rules(443), code);
    expect(markedIn(rules(443), finding)).toContain('::/0');
    expect(findingsOfCode(applyFix(rules(443), finding?.fixes[0]), code)).toEqual([]);
    const others = findingsOfCode(rules(80), code).map(({ place }) =>
      rules(80).slice(place.start, place.end),
    );
    expect(others.filter((text) => text.includes('::/0'))).toEqual([]);
  });
});
