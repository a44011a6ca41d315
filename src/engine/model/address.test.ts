import { expect, it } from 'vitest';
import { formatAddress, formatCidr, parseAddress, parseCidr } from './address';

it.each([
  ['10.1.2.3', '10.1.2.3'],
  ['010.001.02.3', '10.1.2.3'],
  ['::', '::'],
  ['::1', '::1'],
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['2001:db8:0:1:0:0:0:0', '2001:db8:0:1::'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['64:ff9b::10.1.2.3', '64:ff9b::a01:203'],
  ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
])('reads %s as %s', (text, canonical) => {
  const address = parseAddress(text);
  expect(address && formatAddress(address)).toBe(canonical);
});

it.each([
  '',
  '10.1.2',
  '10.1.2.3.4',
  '10.1.2.256',
  '0x0a.1.2.3',
  '167838211',
  '10.1.2.3 ',
  '-1.2.3.4',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7',
  '1::2::3',
  '1:2:3:4::5:6:7:8',
  ':1:2:3:4:5:6:7',
  '::12345',
  'fe80::1%eth0',
  '::1.2.3',
  '1.2.3.4::',
  'localhost',
])('refuses the address %j', (text) => {
  expect(parseAddress(text)).toBeNull();
});

it.each([
  ['10.0.0.0/8', '10.0.0.0/8', 0x0a000000n, 0x0affffffn],
  ['10.1.2.3/24', '10.1.2.0/24', 0x0a010200n, 0x0a0102ffn],
  ['0.0.0.0/0', '0.0.0.0/0', 0n, 0xffffffffn],
  ['10.0.0.1/032', '10.0.0.1/32', 0x0a000001n, 0x0a000001n],
  ['::/0', '::/0', 0n, (1n << 128n) - 1n],
  ['::ffff:10.0.0.0/104', '10.0.0.0/8', 0x0a000000n, 0x0affffffn],
  ['::ffff:0:0/96', '0.0.0.0/0', 0n, 0xffffffffn],
])('reads %s as %s', (text, canonical, first, last) => {
  const cidr = parseCidr(text);
  expect(cidr).toMatchObject({ first, last });
  expect(cidr && formatCidr(cidr)).toBe(canonical);
});

it('keeps a mapped block IPv6 when its prefix ends before the mapped part', () => {
  expect(parseCidr('::ffff:1.2.3.4/80')).toMatchObject({ family: 6, prefix: 80 });
});

it.each([
  '10.0.0.0',
  '10.0.0.0/',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/8/8',
  '::/129',
  '10.0/16',
  '/8',
  '10.0.0.0/+8',
])('refuses the block %j', (text) => {
  expect(parseCidr(text)).toBeNull();
});
