import { t } from '../../language/t';
import type { Field, MapField } from '../model/fields';
import { fieldOf, markOf, pathOf } from '../model/fields';
import { nearest } from '../model/unknownFields';
import type { Range } from '../source';
import type { LessonCode, LessonProblem } from './lesson';

/** How a reader tells of a problem; the range counts from where the reader began. */
export type TellProblem = (
  code: LessonCode,
  range: Range,
  message: string,
  severity?: LessonProblem['severity'],
) => void;

/** Reads the keys of a map, and tells in plain words what is wrong with them. */
export class HeadReader {
  readonly #map: MapField;
  readonly #tell: TellProblem;

  constructor(map: MapField, tell: TellProblem) {
    this.#map = map;
    this.#tell = tell;
  }

  /** Any other key is an error. */
  allowOnly(known: readonly string[]): void {
    for (const { key, keyRange } of this.#map.tree.entries) {
      if (known.includes(key)) continue;
      const meant = nearest(key, known);
      const path = pathOf(this.#map, key);
      const message =
        meant === null
          ? t`There is no key ${path}. Known are ${listed(known)}.`
          : t`There is no key ${path}. Is ${meant} meant?`;
      this.#tell('unknown-key', keyRange, message);
    }
  }

  /** What was read is not usable: said where it is written. */
  refuse(key: string, code: LessonCode, message: string): null {
    this.#tell(code, this.field(key)?.at ?? this.#map.at, message);
    return null;
  }

  field(key: string): Field | null {
    return fieldOf(this.#map, key);
  }

  /** `message` tells why it is needed. */
  required(key: string, message: string): Field | null {
    const field = this.field(key);
    if (field) return field;
    const entry = this.#map.tree.entries.find((one) => one.key === key);
    const at = entry ? markOf(entry.value, entry.keyRange) : this.#map.at;
    this.#tell('missing-key', at, message);
    return null;
  }

  /** Null: it is absent, or no text, which was told. */
  text(key: string): string | null {
    const field = this.field(key);
    return field && this.asText(field);
  }

  asText({ tree, path, at }: Field): string | null {
    if (tree.kind !== 'scalar') {
      const message =
        tree.kind === 'map' ? t`${path} must be a text, not a map.` : t`${path} must be a text, not a list.`;
      this.#tell('wrong-type', at, message);
      return null;
    }
    if (typeof tree.value !== 'string') {
      this.#tell('wrong-type', at, t`${path} must be a text: write ${JSON.stringify(tree.source)}.`);
      return null;
    }
    const text = tree.value.trim();
    if (text === '') this.#tell('bad-value', at, t`${path} is empty.`);
    return text === '' ? null : text;
  }

  wholeNumber(key: string, least: number, most: number): number | null {
    const field = this.field(key);
    if (!field) return null;
    const value = field.tree.kind === 'scalar' ? field.tree.value : null;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    const code = typeof value === 'number' ? 'bad-value' : 'wrong-type';
    return this.refuse(key, code, t`${field.path} must be a whole number from ${least} to ${most}.`);
  }

  oneOf<Word extends string>(key: string, words: readonly Word[]): Word | null {
    const text = this.text(key);
    if (text === null) return null;
    const word = words.find((one) => one === text);
    if (word !== undefined) return word;
    const meant = nearest(text, words);
    const path = pathOf(this.#map, key);
    const message =
      meant === null
        ? t`${path} must be ${listed(words)}.`
        : t`${path} must be ${listed(words)}. Is ${meant} meant?`;
    return this.refuse(key, 'bad-value', message);
  }

  /** The items; none when the key is absent, or no list, which was told. */
  list(key: string): readonly Field[] {
    const field = this.field(key);
    if (!field) return [];
    const { tree, path } = field;
    if (tree.kind !== 'list') {
      this.#tell('wrong-type', field.at, t`${path} must be a list: begin each item with a dash.`);
      return [];
    }
    return tree.items.map((item, index) => ({
      tree: item,
      path: `${path}[${String(index)}]`,
      at: item.range,
    }));
  }

  texts(key: string): readonly string[] {
    return this.list(key).flatMap((item) => this.asText(item) ?? []);
  }
}

/** `a, b or c` */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : t`${words.slice(0, -1).join(', ')} or ${last}`;
}
