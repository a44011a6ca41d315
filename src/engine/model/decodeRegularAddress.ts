import { inDoubt } from '../parse/regular/cursor';
import type { Strings } from '../parse/regular/values';
import { recurring, unique } from '../parse/regular/words';
import { formatAddress, parseAddress } from './address';

const quad = /^(?:(?:25[0-5]|2[0-4]\d|1?\d\d|\d)(?:\.(?!$)|$)){4}$/;
const leadingZero = /(?:^|\.)0\d/;

/** In the spelling everything is compared in. */
function isUsual(text: string): boolean {
  return quad.test(text) && !leadingZero.test(text);
}

function isAddress(text: string): boolean {
  return isUsual(text) || parseAddress(text) !== null;
}

// No address is a number, a boolean or null, and none of YAML 1.1 either.
const strings = (words: typeof recurring, isRight = isAddress): Strings => ({
  plain: words(isRight),
  quoted: words(isRight),
});

/** Addresses each of which one object has. */
export const addresses = strings(unique);

/** Addresses that many objects have in common. */
export const sharedAddresses = strings(recurring);

/** Of a Service: `None` stands for a headless one. */
export const clusterAddresses = strings(unique, (text) => text === 'None' || isAddress(text));

/** The usual spelling of an address. */
export function decodeRegularAddress(text: string): string {
  if (isUsual(text)) return text;
  const address = parseAddress(text);
  if (address === null) throw inDoubt;
  return formatAddress(address);
}
