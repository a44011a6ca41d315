import ipaddr from 'ipaddr.js';

/** An IP address: `value` is the number its 32 or 128 bits spell. */
export interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/** The addresses of one CIDR block, both ends included. */
export interface Cidr {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  /** Length of the prefix within `family`. */
  readonly prefix: number;
}

const bits = { 4: 32, 6: 128 } as const;
const MAPPED_BITS = 96;

/**
 * Reads an address as the API server does (netutils.ParseIPSloppy): four decimal numbers in which leading zeros mean
 * nothing, or IPv6; an IPv4-mapped IPv6 address is the IPv4 address. No octal, hexadecimal or short forms, no zone.
 */
export function parseAddress(text: string): Address | null {
  const raw = parseRaw(text);
  return raw === null ? null : (unmapped(raw) ?? raw);
}

/**
 * Reads a block as the API server does (netutils.ParseCIDRSloppy): host bits are dropped, `::ffff:10.0.0.0/104` is
 * `10.0.0.0/8`. null: not a CIDR, also when it is a bare address.
 */
export function parseCidr(text: string): Cidr | null {
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const address = parseRaw(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === null || !/^[0-9]+$/.test(length)) return null;
  const prefix = Number(length);
  if (prefix > bits[address.family]) return null;
  const mapped = prefix >= MAPPED_BITS ? unmapped(address) : null;
  return mapped === null ? block(address, prefix) : block(mapped, prefix - MAPPED_BITS);
}

/**
 * Whether all of them are what every machine, and every pod, has for itself: 127.0.0.0/8 and ::1.
 * https://datatracker.ietf.org/doc/html/rfc6890#section-2.2.2
 */
export function isLoopback({ family, first, last }: Pick<Cidr, 'family' | 'first' | 'last'>): boolean {
  if (family === 6) return first === 1n && last === 1n;
  return first >> 24n === 127n && last >> 24n === 127n;
}

/** The usual spelling: dotted decimal, or RFC 5952 for IPv6. */
export function formatAddress({ family, value }: Address): string {
  if (family === 4) return split(value, 4, 8).join('.');
  return new ipaddr.IPv6(split(value, 8, 16)).toRFC5952String();
}

/** `10.0.0.0/8`: the network address and the prefix. */
export function formatCidr({ family, first, prefix }: Cidr): string {
  return `${formatAddress({ family, value: first })}/${String(prefix)}`;
}

/** Bounds the text first: no address, however many zeros it leads with, has a reason to be longer. */
function parseRaw(text: string): Address | null {
  if (text.length > 100) return null;
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Address | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0;
  for (const part of parts) {
    if (!/^[0-9]+$/.test(part) || Number(part) > 255) return null;
    value = value * 256 + Number(part);
  }
  return { family: 4, value: BigInt(value) };
}

function parseIpv6(text: string): Address | null {
  const [left, right, ...more] = text.split('::');
  if (left === undefined || more.length > 0) return null;
  const head = groups(left, right === undefined);
  const tail = groups(right ?? '', true);
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) return null;
  return { family: 6, value: join([...head, ...Array<number>(missing).fill(0), ...tail], 16n) };
}

/** The 16-bit numbers on one side of `::`; the last may be a dotted quad when `dotted`. */
function groups(text: string, dotted: boolean): readonly number[] | null {
  if (text === '') return [];
  const numbers: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (dotted && index === parts.length - 1 && part.includes('.')) {
      const quad = parseIpv4(part);
      if (quad === null) return null;
      numbers.push(...split(quad.value, 2, 16));
    } else {
      if (!/^[0-9a-f]+$/i.test(part)) return null;
      const number = parseInt(part, 16);
      if (number > 0xffff) return null;
      numbers.push(number);
    }
  }
  return numbers;
}

/** The IPv4 address inside `::ffff:0:0/96`, null for every other address. */
function unmapped({ family, value }: Address): Address | null {
  return family === 6 && value >> 32n === 0xffffn ? { family: 4, value: value & 0xffffffffn } : null;
}

function block({ family, value }: Address, prefix: number): Cidr {
  const hostBits = BigInt(bits[family] - prefix);
  const first = (value >> hostBits) << hostBits;
  return { family, first, last: first + (1n << hostBits) - 1n, prefix };
}

function join(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((sum, part) => (sum << width) | BigInt(part), 0n);
}

function split(value: bigint, count: number, width: number): number[] {
  const mask = (1n << BigInt(width)) - 1n;
  return Array.from({ length: count }, (_, index) =>
    Number((value >> BigInt((count - 1 - index) * width)) & mask),
  );
}
