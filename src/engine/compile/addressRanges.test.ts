import { describe, expect, it } from 'vitest';
import { parseAddress } from '../model/address';
import type { IpBlockPeer } from '../model/policy';
import { blockKey, blockOf, contains, coverage, formatRange, groupAddresses } from './addressRanges';

const peer = (cidr: string, ...except: string[]): IpBlockPeer => ({
  kind: 'ipBlock',
  cidr,
  except,
  range: { start: 0, end: 0 },
});
const address = (text: string) => {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(text);
  return parsed;
};

describe('ip blocks', () => {
  it('contain their cidr without their excepts', () => {
    const block = blockOf(peer('10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24'));
    expect(contains(block, address('10.2.0.1'))).toBe(true);
    expect(contains(block, address('10.1.2.3'))).toBe(false);
    expect(contains(block, address('11.0.0.0'))).toBe(false);
  });

  it('never contain an address of the other family', () => {
    expect(contains(blockOf(peer('0.0.0.0/0')), address('::1'))).toBe(false);
    expect(contains(blockOf(peer('::/0')), address('1.2.3.4'))).toBe(false);
  });

  it('are the same block when they stand for the same addresses', () => {
    expect(blockKey([peer('10.1.2.3/8')])).toBe(blockKey([peer('10.0.0.0/8')]));
    expect(blockKey([peer('10.0.0.0/8', '10.0.0.0/9')])).toBe(blockKey([peer('10.128.0.0/9')]));
  });

  it('say how much of a space they cover', () => {
    const space = blockOf(peer('10.0.0.0/8'));
    expect(coverage(blockOf(peer('0.0.0.0/0', '169.254.169.254/32')), space)).toBe('all');
    expect(coverage(blockOf(peer('0.0.0.0/0', '10.0.0.0/9', '10.128.0.0/9')), space)).toBe('none');
    expect(coverage(blockOf(peer('10.3.0.0/16')), space)).toBe('some');
  });
});

describe('the address space', () => {
  const told = (peers: readonly IpBlockPeer[]): unknown =>
    groupAddresses(peers).map(({ cidr, ranges }) => [cidr, ...ranges.map((range) => formatRange(range))]);

  it('is one group when no policy names an address', () => {
    expect(told([])).toEqual([
      [null, '0.0.0.0-255.255.255.255', '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ]);
  });

  it('is grouped by the smallest CIDR around each address', () => {
    expect(told([peer('10.0.0.0/8', '10.1.0.0/16')])).toEqual([
      ['10.0.0.0/8', '10.0.0.0-10.0.255.255', '10.2.0.0-10.255.255.255'],
      ['10.1.0.0/16', '10.1.0.0-10.1.255.255'],
      [
        null,
        '0.0.0.0-9.255.255.255',
        '11.0.0.0-255.255.255.255',
        '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
      ],
    ]);
  });

  it('has no rest where the policies name both families whole', () => {
    expect(told([peer('0.0.0.0/0'), peer('::/0')])).toHaveLength(2);
  });
});
