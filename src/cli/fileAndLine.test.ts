import { expect, it } from 'vitest';
import { fileAndLine } from './fileAndLine';

it('tells file and line, also of many places in a long text', () => {
  const text = 'kind: Pod\n'.repeat(200_000);
  const at = fileAndLine([
    { id: 'a', name: 'a', text: 'x\ny\n' },
    { id: 'b', name: 'b', text },
  ]);
  expect(at({ file: 'a', start: 2, end: 3 })).toEqual({ file: 'a', line: 2 });
  for (let line = 1; line < 200_000; line += 10)
    expect(at({ file: 'b', start: 10 * line, end: 10 * line })).toEqual({ file: 'b', line: line + 1 });
});
