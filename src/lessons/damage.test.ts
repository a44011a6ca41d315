import fc from 'fast-check';
import { expect, it } from 'vitest';
import { proveLesson, readLesson } from '../engine/retell';
import { curriculum } from './curriculum';

/** One thing that can happen to a text: a piece is lost, doubled, moved, or something strange stands there. */
const blow = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  instead: fc.oneof(
    fc.constantFrom(
      '',
      '---\n',
      '```\n',
      '```yaml file=policies.yaml solution\n',
      '\n',
      '\t',
      '\r',
      ': ',
      '- ',
    ),
    fc.constantFrom('&a', '*a', '{', '[', '"', '# ', '## Why\n', '\uFEFF', '!!map', '<<: ', 'null', '1e999'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
});
type Blow = typeof blow extends fc.Arbitrary<infer One> ? One : never;

const damaged = (text: string, blows: readonly Blow[]): string =>
  blows.reduce((left, { at, length, instead }) => {
    const start = Math.floor(at * left.length);
    return left.slice(0, start) + instead + left.slice(start + length);
  }, text);

const damagedLesson = fc
  .tuple(fc.nat(curriculum.length - 1), fc.array(blow, { minLength: 1, maxLength: 4 }))
  .map(([index, blows]) => damaged(curriculum[index] ?? '', blows));

it('reads a damaged lesson without falling, and tells problems inside its text', () => {
  fc.assert(
    fc.property(damagedLesson, (text) => {
      const { lesson, problems } = readLesson(text);
      const lines = text.split('\n');
      for (const { line, column, range, message } of problems) {
        expect(message).not.toBe('');
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
      }
      expect(lesson === null).toBe(problems.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 1000 },
  );
});

it('tries out a damaged lesson without falling', () => {
  fc.assert(
    fc.property(damagedLesson, (text) => {
      const { lesson, problems } = proveLesson(text);
      expect(lesson === null).toBe(problems.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 60 },
  );
});
