import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LessonBook, proveLesson } from '../engine/retell';
import { Session } from '../engine';
import type { Lesson, LessonFile, LessonResult } from '../engine';
import { curriculum } from './curriculum';
import { alternatives, wrongAnswers } from './answers.test-data';

const names = readdirSync(new URL('./curriculum', import.meta.url))
  .filter((name) => name.endsWith('.md'))
  .sort();

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly lesson: Lesson;
}

const entries = curriculum.map((text, index): Entry => {
  const { lesson, problems } = proveLesson(text);
  if (lesson === null) throw new Error(`${names[index] ?? ''}: ${JSON.stringify(problems, null, 1)}`);
  return { id: lesson.id, text, lesson };
});

/** What a workspace holds against a lesson, as the worker would say it. */
function resultOf(
  { text, lesson }: Entry,
  textOf: (file: LessonFile) => string,
  cni = lesson.cni.start,
): LessonResult {
  const session = new Session();
  const files = lesson.files.map((file) => ({ id: file.name, name: file.name, text: textOf(file) }));
  const { diagnostics } = session.analyze(files, cni);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const result = session.drawn && new LessonBook().check(text, session.drawn, errors);
  if (result === null) throw new Error('no result');
  return result;
}

const withPolicies =
  (policies: string) =>
  ({ isReadOnly, start }: LessonFile): string =>
    isReadOnly ? start : policies;

const entryOf = (id: string): Entry => {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new Error(`no lesson ${id}`);
  return found;
};

it('has lessons whose ids are used once and are the names of their files', () => {
  expect(entries.map(({ id }, index) => `${String(index + 1).padStart(2, '0')}-${id}.md`)).toEqual(names);
  expect(new Set(entries.map(({ lesson }) => lesson.title)).size).toBe(entries.length);
  expect(entries.length).toBeGreaterThanOrEqual(26);
});

describe.each(entries)('$id', (entry) => {
  const { text, lesson } = entry;

  it('can be used and has nothing to warn of', () => {
    expect(proveLesson(text).problems).toEqual([]);
    expect(lesson.hints.length).toBeGreaterThanOrEqual(3);
    expect(lesson.why.length).toBeGreaterThan(0);
    expect(lesson.concepts.length).toBeGreaterThan(0);
    expect(lesson.minutes).not.toBeNull();
  });

  it('misses a goal at first', () => {
    const result = resultOf(entry, ({ start }) => start);
    expect(result.isSolved).toBe(false);
    expect(result.goals.some(({ status }) => status === 'missed')).toBe(true);
    // An end that means nobody would be missed for ever.
    expect(result.goals.every(({ pairs }) => pairs > 0)).toBe(true);
  });

  it('is solved by its solution, with both stars', () => {
    const result = resultOf(entry, ({ start, solution }) => solution ?? start, lesson.cni.solution);
    expect(result).toMatchObject({
      errors: 0,
      isSolved: true,
      least: { status: 'kept', pairs: 0, wider: 0 },
    });
  });

  it('is not solved by taking everything away, nor by closing everything', () => {
    const namespaces = [
      ...new Set(
        lesson.files
          .flatMap(({ start }) => [...start.matchAll(/namespace: ([a-z-]+)/g)])
          .map(([, name]) => name ?? ''),
      ),
    ];
    const closed = namespaces
      .map(
        (name) =>
          `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: shut, namespace: ${name} }\nspec: { podSelector: {}, policyTypes: [Ingress, Egress] }\n`,
      )
      .join('---\n');
    expect(resultOf(entry, withPolicies(closed), lesson.cni.solution).isSolved).toBe(false);
    expect(resultOf(entry, () => '', lesson.cni.solution).isSolved).toBe(false);
    // To take the policies away is the answer of the first lesson only.
    expect(resultOf(entry, withPolicies(''), lesson.cni.solution).isSolved).toBe(
      entry.id === 'open-by-default',
    );
  });

  it('is not solved as long as there is an error', () => {
    const broken = resultOf(
      entry,
      ({ isReadOnly, start, solution }) => (isReadOnly ? start : `${solution ?? start}\n---\nkind: [\n`),
      lesson.cni.solution,
    );
    expect(broken.errors).toBeGreaterThan(0);
    expect(broken.isSolved).toBe(false);
  });
});

describe('an answer that is wrong', () => {
  it('is tried for a third of the lessons', () => {
    expect(new Set(wrongAnswers.map(({ id }) => id)).size * 3).toBeGreaterThanOrEqual(entries.length);
  });

  it.each(wrongAnswers)('stays wrong: $id, $what', ({ id, policies, missed }) => {
    const result = resultOf(entryOf(id), withPolicies(policies));
    expect(result.errors).toBe(0);
    expect(result.isSolved).toBe(false);
    expect(result.goals.flatMap(({ status }, index) => (status === 'met' ? [] : [index]))).toEqual(missed);
  });
});

describe('another answer', () => {
  it('is tried for five of the lessons', () => {
    expect(new Set(alternatives.map(({ id }) => id)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(alternatives)('solves $id as well: $what', ({ id, policies, stars }) => {
    const result = resultOf(entryOf(id), withPolicies(policies));
    expect(result.errors).toBe(0);
    expect(result.isSolved).toBe(true);
    expect(result.least?.status).toBe(stars === 2 ? 'kept' : 'exceeded');
  });
});
