import { isString } from '../parse/regular/plainScalar';
import type { Strings } from '../parse/regular/values';
import { recurring, unique, type Words } from '../parse/regular/words';
import { isLegacyWord, legacyReading } from './legacyYaml';
import { checkLabelValue, checkPortName, checkQualifiedName } from './validateNames';

type Check = (value: string) => readonly string[];

/** Unquoted, and a string to every YAML reader. */
export function isText(source: string): boolean {
  const range = { start: 0, end: 0 };
  const tree = { kind: 'scalar', range, value: source, source, plain: true } as const;
  return isString(source) && legacyReading(tree) === null;
}

function passes(check: Check): (word: string) => boolean {
  return (word) => check(word).length === 0;
}

function strings(words: typeof recurring, isRight: (word: string) => boolean): Strings {
  return { plain: words((word) => isText(word) && isRight(word)), quoted: words(isRight) };
}

/** Any text. */
export const texts = strings(recurring, (word) => word !== '');

/** Names that follow a rule, each of another object. */
export function names(check: Check): Strings {
  return strings(unique, passes(check));
}

/** Names that follow a rule and that many objects have in common. */
export function sharedNames(check: Check): Strings {
  return strings(recurring, (word) => word !== '' && check(word).length === 0);
}

export const labelValues = strings(recurring, passes(checkLabelValue));
export const portNames = sharedNames(checkPortName);

/** Keys have no type but string, yet some words kubectl takes for booleans. */
export const labelKeys: Words = recurring((key) => !isLegacyWord(key) && passes(checkQualifiedName)(key));
export const annotationKeys: Words = recurring((key) => checkQualifiedName(key.toLowerCase()).length === 0);

/** One of a few words. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word | null {
  return (text) => words.find((word) => word === text) ?? null;
}
