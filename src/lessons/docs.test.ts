import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { proveLesson } from '../engine/retell';

const page = readFileSync(new URL('../../docs/lessons.md', import.meta.url), 'utf8');

it('documents the format by a lesson that works', () => {
  const [, example = ''] = /````markdown\n([^]*?)````/.exec(page) ?? [];
  const { lesson, problems } = proveLesson(example);
  expect(problems).toEqual([]);
  expect(lesson).toMatchObject({ id: 'close-the-kitchen', hints: [{}, {}, {}], why: [{}, {}] });
});
