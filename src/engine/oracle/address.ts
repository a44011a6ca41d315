/** The oracle's own reading of addresses, by BigInt and without cleverness. */

export type Family = 4 | 6;

/** Addresses of one family from `first` to `last`, both included. */
export interface Span {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

const bits = (family: Family): number => (family === 4 ? 32 : 128);

function ipv4Value(text: string): bigint {
  const parts = text.split('.').map((part) => {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) throw new RangeError(`not an IPv4 address: ${text}`);
    return BigInt(Number(part));
  });
  if (parts.length !== 4) throw new RangeError(`not an IPv4 address: ${text}`);
  return parts.reduce((value, part) => value * 256n + part, 0n);
}

/** The 16-bit groups of one side of `::`; a dotted quad at the end counts as two. */
function groups(text: string): bigint[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) {
      const value = ipv4Value(group);
      return [value / 65536n, value % 65536n];
    }
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) throw new RangeError(`not an IPv6 group: ${group}`);
    return [BigInt(`0x${group}`)];
  });
}

function ipv6Value(text: string): bigint {
  const [left = '', right, ...more] = text.split('::');
  if (more.length > 0) throw new RangeError(`not an IPv6 address: ${text}`);
  const head = groups(left);
  const tail = right === undefined ? [] : groups(right);
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) throw new RangeError(`not an IPv6 address: ${text}`);
  return [...head, ...Array<bigint>(missing).fill(0n), ...tail].reduce(
    (value, group) => value * 65536n + group,
    0n,
  );
}

/** The family an address or CIDR is written in. */
export const familyOf = (text: string): Family => (text.includes(':') ? 6 : 4);

/** The one address `text` names. */
export function addressSpan(text: string): Span {
  const family = familyOf(text);
  const value = family === 4 ? ipv4Value(text) : ipv6Value(text);
  return { family, first: value, last: value };
}

/** Every address of a CIDR; bits beyond the prefix are ignored, as the API server does. */
export function blockSpan(cidr: string): Span {
  const slash = cidr.indexOf('/');
  const { family, first: value } = addressSpan(cidr.slice(0, slash));
  const size = 2n ** BigInt(bits(family) - Number(cidr.slice(slash + 1)));
  const first = value - (value % size);
  return { family, first, last: first + size - 1n };
}

/** Both contain an address in common. */
export const meets = (a: Span, b: Span): boolean =>
  a.family === b.family && a.first <= b.last && b.first <= a.last;

/** What is left of `span` when the addresses of `hole` are taken out: none, one or two spans. */
export function without(span: Span, hole: Span): Span[] {
  if (!meets(span, hole)) return [span];
  const left = { ...span, last: hole.first - 1n };
  const right = { ...span, first: hole.last + 1n };
  return [left, right].filter((piece) => piece.first <= piece.last);
}

/** All of `inner` lies in `outer`. */
export const isWithin = (inner: Span, outer: Span): boolean =>
  inner.family === outer.family && inner.first >= outer.first && inner.last <= outer.last;

/** Shared address space, from which some clouds give pods their addresses. */
export const sharedSpan = blockSpan('100.64.0.0/10');

/** Where IPv4 pods usually lie. */
export const privateSpans: readonly Span[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(blockSpan);

/** What a pod has for itself. */
export const loopback: readonly Span[] = ['127.0.0.0/8', '::1/128'].map(blockSpan);

/** Every address of a family. */
export const wholeSpan = (family: Family): Span => blockSpan(family === 4 ? '0.0.0.0/0' : '::/0');
