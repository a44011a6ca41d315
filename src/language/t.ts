/** What a message says: one text, or the forms for counts, in the order of the language's plural categories. */
export type Messages = Readonly<Record<string, string>>;

/** A language the page speaks: the messages of English are the patterns themselves. */
export interface Language {
  /** As in BCP 47. */
  readonly code: string;
  readonly messages: Messages;
}

export const english: Language = { code: 'en', messages: {} };

let spoken = english;
let plurals = new Intl.PluralRules('en');
/** What the language tells apart, in the order of a message's forms. */
let categories = categoriesOf(plurals);
let numbers = new Intl.NumberFormat('en');
let patterns = new WeakMap<TemplateStringsArray, readonly Pattern[]>();

/** Chooses the language of everything said from now on. Once, before the first word: what was said stays. */
export function speak(language: Language): void {
  spoken = language;
  plurals = new Intl.PluralRules(language.code);
  categories = categoriesOf(plurals);
  numbers = new Intl.NumberFormat(language.code);
  patterns = new WeakMap();
}

/** The language that is spoken, to hand on to a worker. */
export const spokenLanguage = (): Language => spoken;

/** `12,289`, as the language writes it. Only counts: a port or a line has no separators. */
export const grouped = (count: number): string => numbers.format(count);

/** A text in the language that is spoken. The English one is in the code, and is the key of the others. */
export function t(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return filled(formsOf(strings)[0], values);
}

/**
 * The same for what is counted: `` n(2)`${2} pod|${2} pods` `` has a form per plural category of the language, divided
 * by bars. Its numbers are grouped.
 */
export function n(count: number): typeof t {
  return (strings, ...values) => {
    const forms = formsOf(strings);
    return filled(forms[formOf(count, forms.length)] ?? forms[0], values.map(writtenCount));
  };
}

const writtenCount = (value: string | number): string | number =>
  typeof value === 'number' ? grouped(value) : value;

/** A message that is not translated has the two forms of English. */
const formOf = (count: number, forms: number): number =>
  Math.min(categories.indexOf(plurals.select(count)), forms - 1);

function categoriesOf(rules: Intl.PluralRules): readonly Intl.LDMLPluralRule[] {
  const { pluralCategories } = rules.resolvedOptions();
  const inOrder = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
  return inOrder.filter((name) => pluralCategories.includes(name));
}

/** A text cut at its places: texts, and between them which value stands there. */
export interface Pattern {
  readonly texts: readonly string[];
  readonly places: readonly number[];
}

/** The forms of a message in the language that is spoken. */
export function formsOf(strings: TemplateStringsArray): readonly [Pattern, ...Pattern[]] {
  const known = patterns.get(strings);
  if (known) return known as readonly [Pattern, ...Pattern[]];
  const key = keyOf(strings);
  const forms = (spoken.messages[key] ?? key).split('|').map(patternOf) as [Pattern, ...Pattern[]];
  patterns.set(strings, forms);
  return forms;
}

/** `{0} of {1} pairs open`: the message as the catalogue lists it. */
export function keyOf(strings: readonly string[]): string {
  return strings.reduce((key, text, index) => `${key}{${String(index - 1)}}${text}`);
}

function patternOf(form: string): Pattern {
  const parts = form.split(/\{(\d+)\}/);
  return {
    texts: parts.filter((_, index) => index % 2 === 0),
    places: parts.filter((_, index) => index % 2 === 1).map(Number),
  };
}

function filled({ texts, places }: Pattern, values: readonly (string | number)[]): string {
  return texts.reduce((said, text, index) => `${said}${String(values[places[index - 1] ?? 0])}${text}`);
}
