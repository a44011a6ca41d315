import type { MapEntry, ScalarTree } from '../parse/tree';

const words = new Map<string, boolean>(
  ['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']
    .map((word): [string, boolean] => [word, true])
    .concat(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, false])),
);

/** Whether YAML 1.1 reads it as a boolean, and YAML 1.2 as a string. */
export const isLegacyWord = (text: string): boolean => words.has(text);

/**
 * What kubectl's reader, which knows YAML 1.1 (sigs.k8s.io/yaml, goyaml.v2/resolve.go), makes of a plain scalar where
 * that differs from YAML 1.2: booleans, octal numbers by a leading zero, binary numbers, signs before and capitals in
 * 0x, underscores in numbers; and strings, of numbers that are too large for it. null: the same as here.
 */
export function legacyReading({ plain, source, value }: ScalarTree): boolean | number | string | null {
  if (!plain) return null;
  const word = words.get(source);
  if (word !== undefined) return word;
  if (!/^[-+.\d]/.test(source)) return null;
  const number = legacyNumber(source);
  if (number === null) return null;
  if (!Number.isFinite(number)) return typeof value === 'string' ? null : source;
  return number === value ? null : number;
}

const INTEGER = /^(?:0[bB][01]+|0[oO]?[0-7]+|0[xX][\da-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/**
 * The number it reads, as strconv.ParseInt, ParseUint and ParseFloat do; infinite where that is too large for a float,
 * which is no number then. null: none, or one with a prefix that 64 bits do not hold, of which versions say different things.
 */
function legacyNumber(source: string): number | null {
  const plain = source.startsWith('.') ? source : source.replaceAll('_', '');
  const sign = /^[-+]/.exec(plain)?.[0] ?? '';
  const digits = plain.slice(sign.length);
  if (INTEGER.test(digits)) {
    // A zero before other digits makes them octal.
    const size = BigInt(digits.replace(/^0(?=\d)/, '0o'));
    const most = sign === '' ? 0xffffffffffffffffn : sign === '-' ? 0x8000000000000000n : 0x7fffffffffffffffn;
    if (size <= most) return sign === '-' ? -Number(size) : Number(size);
  }
  if (FLOAT.test(plain)) return Number(plain);
  // What follows 0b is read by itself, with a sign of its own.
  const own = sign === '' ? /^0b([-+])([01]+)$/.exec(plain) : null;
  if (own === null) return null;
  const size = parseInt(own[2] ?? '', 2);
  return own[1] === '-' ? -size : size;
}

/**
 * What kubectl's reader makes of a key without quotes that is such a word: the boolean, which as a key is "true" or
 * "false" (sigs.k8s.io/yaml, convertToJSONableObject). null: the same as here.
 */
export function legacyKey({ key, keyRange }: Pick<MapEntry, 'key' | 'keyRange'>): string | null {
  const isPlain = keyRange.end - keyRange.start === key.length;
  const word = isPlain ? words.get(key) : undefined;
  return word === undefined ? null : String(word);
}
