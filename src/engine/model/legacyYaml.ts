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
 * that differs from YAML 1.2: booleans, octal numbers by a leading zero, binary numbers, underscores in numbers. null:
 * the same as here.
 */
export function legacyReading({ plain, source }: ScalarTree): boolean | number | null {
  if (!plain) return null;
  const word = words.get(source);
  if (word !== undefined) return word;
  if (!/^[-+]?(?:0[0-7_]+|0b[01_]+|[0-9][0-9_]*_[0-9_]*)$/.test(source)) return null;
  const negative = source.startsWith('-');
  const digits = source.replace(/[-+_]/g, '');
  const base = digits.startsWith('0b') ? 2 : digits.startsWith('0') ? 8 : 10;
  const value = parseInt(base === 2 ? digits.slice(2) : digits, base);
  return Number.isNaN(value) ? null : negative ? -value : value;
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
