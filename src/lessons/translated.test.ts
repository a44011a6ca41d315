import { afterEach, describe, expect, it } from 'vitest';
import type { Block, Inline, Lesson } from '../engine';
import { proveLesson, readLesson } from '../engine/retell';
import { english, speak } from '../language/t';
import { curriculum } from './curriculum';
import { idOf, spokenCurriculum, translations } from './spokenCurriculum';
import { translated } from './translated';

const loaded = await Promise.all(
  Object.entries(translations).map(async ([code, load]) => ({ code, words: await load() })),
);
const ids = curriculum.map(idOf);

function lessonOf(text: string): Lesson {
  const { lesson, problems } = readLesson(text);
  if (lesson === null) throw new Error(JSON.stringify(problems, null, 1));
  return lesson;
}

/** What a text is made of: its pieces in order, code as it is. */
const shapeOf = (blocks: readonly Block[]) =>
  blocks.map((block) => {
    switch (block.kind) {
      case 'list':
        return [block.isOrdered, block.items.length];
      case 'code':
        return block.text;
      case 'heading':
      case 'paragraph':
        return block.kind;
    }
  });

/** The code words of a text: each is the same in every language. */
const codeOf = (blocks: readonly Block[]) =>
  new Set(
    blocks.flatMap((block) =>
      block.kind === 'code'
        ? []
        : (block.kind === 'list' ? block.items.flat() : block.inlines).flatMap(codeIn),
    ),
  );

function codeIn(inline: Inline): readonly string[] {
  switch (inline.kind) {
    case 'text':
      return [];
    case 'code':
      return [inline.text];
    case 'strong':
    case 'em':
    case 'link':
      return inline.inlines.flatMap(codeIn);
  }
}

const partsOf = ({ text, why, hints }: Lesson) => [text, why, ...hints];

/** What of a goal is no word. */
const meantBy = ({ goals }: Lesson) => goals.map(({ expectation }) => ({ ...expectation, name: null }));
const namesOf = ({ goals }: Lesson) => goals.flatMap(({ expectation: { name } }) => name ?? []);
const textsOf = ({ files }: Lesson) =>
  files.map(({ name, isReadOnly, start, solution }) => ({ name, isReadOnly, start, solution }));

/** What a translation says in its head. */
const keys = ['language', 'title', 'summary', 'concepts', 'hints'];
const headOf = (text: string) => text.split(/^---$/m)[1] ?? '';
const keysOf = (text: string) => [...headOf(text).matchAll(/^\w+/gm)].map(([key]) => key).sort();
const namesIn = (text: string) => /^names:\n((?: .*\n)*)/m.exec(headOf(text))?.[1]?.match(/^ +- /gm) ?? [];

describe.each(loaded)('the lessons in $code', ({ code, words }) => {
  const told = Object.entries(words).map(([path, text]) => ({
    id: /([\w-]+)\.md$/.exec(path)?.[1] ?? '',
    text,
  }));

  it('belong to lessons', () => {
    expect(told.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(told)('say $id with the same parts, and mean the same', ({ id, text }) => {
    const original = curriculum[ids.indexOf(id)] ?? '';
    const whole = translated(original, text);
    const [before, after] = [lessonOf(original), lessonOf(whole)];
    expect(proveLesson(whole).problems).toEqual([]);
    expect(after.language).toBe(code);
    expect(after.title).not.toBe(before.title);
    expect(after.concepts).toHaveLength(before.concepts.length);
    expect(partsOf(after).map(shapeOf)).toEqual(partsOf(before).map(shapeOf));
    expect(partsOf(after).map(codeOf)).toEqual(partsOf(before).map(codeOf));
    expect(meantBy(after)).toEqual(meantBy(before));
    expect(textsOf(after)).toEqual(textsOf(before));
    const names = namesOf(before);
    expect(namesOf(after)).toHaveLength(names.length);
    for (const name of namesOf(after)) expect(names).not.toContain(name);
    expect(keysOf(text)).toEqual([...keys, ...(names.length > 0 ? ['names'] : [])].sort());
    expect(namesIn(text)).toHaveLength(names.length);
  });
});

describe('the curriculum', () => {
  afterEach(() => {
    speak(english);
  });

  it('is told in the language that is spoken', async () => {
    speak({ code: 'de', messages: {} });
    const lessons = (await spokenCurriculum()).map(lessonOf);
    expect(lessons.map(({ id }) => id)).toEqual(ids);
    expect(lessons.every(({ language }) => language === 'de')).toBe(true);
    expect(lessons[0]?.title).toBe('Offen von Haus aus');
  });

  it('is English where nobody has translated it', async () => {
    speak({ code: 'fr', messages: {} });
    expect(await spokenCurriculum()).toEqual(curriculum);
  });
});
