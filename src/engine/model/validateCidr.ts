import { formatAddress, formatCidr, parseAddress, parseCidr, type Cidr } from './address';
import { invalid, type Problems, type Spot } from './problems';

/** Reports a text that is no CIDR, and warns of spellings that newer servers warn of and some plugins ignore. */
export function readCidr(text: string, spot: Spot, problems: Problems): Cidr | null {
  const cidr = parseCidr(text);
  if (cidr === null) {
    invalid(problems, spot, text, ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)']);
    return null;
  }
  const canonical = formatCidr(cidr);
  if (text === canonical) return cidr;

  const address = parseAddress(text.slice(0, text.indexOf('/')));
  const hasHostBits = address?.family === cidr.family && address.value !== cidr.first;
  if (hasHostBits) {
    const single = `${formatAddress(address)}/${cidr.family === 4 ? '32' : '128'}`;
    problems.warn(
      'non-canonical-cidr',
      spot,
      `CIDR value "${text}" is ambiguous in this context (should be "${canonical}" or "${single}"?)`,
    );
  } else {
    problems.warn('non-canonical-cidr', spot, `non-standard CIDR value "${text}": use "${canonical}"`);
  }
  return cidr;
}

/** The server's test: the except's network address is inside, and its prefix as written is longer. */
export function isStrictSubset(except: string, cidr: string): boolean {
  const inner = parseCidr(except);
  const outer = parseCidr(cidr);
  if (inner === null || inner.family !== outer?.family) return false;
  const startsInside = outer.first <= inner.first && inner.first <= outer.last;
  return startsInside && writtenPrefix(cidr) < writtenPrefix(except);
}

/** Counts 128 bits for an IPv4-mapped block, as the server's comparison does. */
function writtenPrefix(cidr: string): number {
  return Number(cidr.slice(cidr.indexOf('/') + 1));
}
