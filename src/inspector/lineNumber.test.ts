import { describe, expect, it } from 'vitest';
import { lineNumber } from './lineNumber';

describe('lineNumber', () => {
  const files = [{ id: 'f', name: 'a.yaml', text: 'one\r\ntwo\n\nfour' }];
  const lineAt = (start: number) => lineNumber(files, { file: 'f', start, end: start });

  it('counts lines from one, a line break belonging to the line it ends', () => {
    expect([0, 4, 5, 8, 9, 10, 14].map((start) => lineAt(start))).toEqual([1, 1, 2, 2, 3, 4, 4]);
  });

  it('says nothing about a file that is gone', () => {
    expect(lineNumber(files, { file: 'g', start: 0, end: 0 })).toBeNull();
  });
});
