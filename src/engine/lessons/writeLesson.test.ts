import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBlocks } from './markdown';
import { readLesson } from './readLesson';
import { writeLesson, type LessonDraft } from './writeLesson';

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !/^\d+$/.test(text));
const words = fc.array(fc.constantFrom('one', 'two:', '`a: b`', '- x', '# y', '"z"', 'yes', '', '  deep'), {
  minLength: 1,
  maxLength: 8,
});
const hint = words.map((parts) => parts.join('\n')).filter((text) => text.trim() !== '');
const yaml = fc.constantFrom('', 'kind: Pod\n', 'a: |\n  ```\n  b\n  ````\n', 'kind: Pod', '# ---\n');

const draft: fc.Arbitrary<LessonDraft> = fc.record({
  id: fc.constantFrom('a', 'one-client', 'l-2'),
  title: line,
  summary: line,
  language: fc.constantFrom('en', 'de', 'pt-BR'),
  level: fc.constantFrom('first steps', 'exam'),
  minutes: fc.option(fc.integer({ min: 1, max: 60 })),
  concepts: fc.array(line, { maxLength: 3 }),
  cni: fc.record({ start: fc.constantFrom('spec', 'none'), solution: fc.constantFrom('spec', 'cilium') }),
  goals: fc.array(
    fc.record({
      want: fc.constantFrom('allow', 'block'),
      from: fc.constantFrom(
        'shop/web',
        'any pod',
        'pods with app in (a,b) in shop',
        '10.0.0.1',
        '2001:db8::/32',
      ),
      to: fc.constantFrom('namespace shop', 'Deployment/shop/db', 'pods with a!=b'),
      ports: fc.constantFrom<readonly string[]>(
        [],
        ['80'],
        ['UDP/53', '8000-8080'],
        ['http', '443'],
        ['TCP'],
      ),
      name: fc.option(line),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  hints: fc.array(hint, { maxLength: 3 }),
  text: fc.constantFrom('Text.', 'Two\n\nparts.'),
  why: fc.constantFrom('', 'Because.'),
  files: fc.tuple(yaml, yaml, fc.option(yaml)).map(([cluster, start, solution]) => [
    { name: 'policies.yaml', isReadOnly: false, start, solution },
    { name: 'cluster.yaml', isReadOnly: true, start: cluster, solution: null },
  ]),
});

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

it('says the same when it is read again', () => {
  fc.assert(
    fc.property(draft, (one) => {
      const { lesson, problems } = readLesson(writeLesson(one));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const { id, title, summary, language, level, minutes, concepts, cni } = one;
      expect(lesson).toMatchObject({ id, title, summary, language, level, minutes, concepts, cni });
      expect(lesson?.hints).toEqual(one.hints.map((text) => readBlocks(text.trim())));
      expect(lesson?.text).toEqual(readBlocks(one.text));
      expect(lesson?.why.length).toBe(one.why === '' ? 0 : 2);
      expect(
        lesson?.goals.map(({ expectation: { want, from, to, ports, name } }) => [
          want,
          from.text,
          to.text,
          ports.length,
          name,
        ]),
      ).toEqual(one.goals.map(({ want, from, to, ports, name }) => [want, from, to, ports.length, name]));
      expect(lesson?.files).toMatchObject(
        one.files.map(({ name, isReadOnly, start, solution }) => ({
          name,
          isReadOnly,
          start: ended(start),
          solution: solution === null ? null : ended(solution),
        })),
      );
    }),
  );
});
