import { expect, test } from 'vitest';
import type { PlacedDiagnostic } from '../engine';
import { byFile, gravestPerLine, toSquiggle, type PositionAt } from './squiggles';

const text = 'kind: Pod\nspec:\n  hostNetwork: yes\n';

const positionAt: PositionAt = (offset) => {
  const lines = text.slice(0, offset).split('\n');
  return { lineNumber: lines.length, column: (lines.at(-1) ?? '').length + 1 };
};

const problem = (on: string, more: Partial<PlacedDiagnostic> = {}): PlacedDiagnostic => ({
  code: 'yaml-1.1-word',
  severity: 'warning',
  message: 'a string here',
  path: 'spec.hostNetwork',
  place: { file: 'a', start: text.indexOf(on), end: text.indexOf(on) + on.length },
  line: 3,
  column: 16,
  ...more,
});

test('a squiggle stands under the range of the problem and shows its code', () => {
  expect(toSquiggle(problem('yes'), positionAt)).toMatchObject({
    code: 'yaml-1.1-word',
    startLineNumber: 3,
    startColumn: 16,
    endLineNumber: 3,
    endColumn: 19,
  });
});

test('the path comes first when there is one', () => {
  expect(toSquiggle(problem('yes'), positionAt).message).toBe('spec.hostNetwork: a string here');
  expect(toSquiggle(problem('yes', { path: '' }), positionAt).message).toBe('a string here');
});

test('problems are told apart by file and keep their order', () => {
  const [first, other, second] = [
    problem('yes'),
    problem('kind', { place: { file: 'b', start: 0, end: 4 } }),
    problem('Pod'),
  ];
  const files = byFile([first, other, second]);
  expect(files.get('a')).toEqual([first, second]);
  expect(files.get('b')).toEqual([other]);
});

test('the gutter shows the gravest problem of a line', () => {
  const problems = [
    problem('hostNetwork', { severity: 'info' }),
    problem('yes', { severity: 'error' }),
    problem('yes'),
    problem('kind', { severity: 'info' }),
  ];
  expect([...gravestPerLine(problems, positionAt)]).toEqual([
    [3, 'error'],
    [1, 'info'],
  ]);
});
