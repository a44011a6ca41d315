import { expect, it } from 'vitest';
import type { Fix } from '../engine';
import { applyFix } from './applyFix';
import { documentStore } from './documentStore';

it('edits each file the fix speaks of, and only the text it was made for', () => {
  const { openWorkspace } = documentStore.getState();
  openWorkspace({
    example: null,
    files: [
      { name: 'a.yaml', text: 'one two three' },
      { name: 'b.yaml', text: 'four' },
    ],
  });
  const { files, revision } = documentStore.getState();
  const [a, b] = files.map(({ id }) => id);
  const fix: Fix = {
    title: 'Mend',
    edits: [
      { place: { file: a ?? '', start: 8, end: 13 }, text: '3' },
      { place: { file: a ?? '', start: 3, end: 3 }, text: '+' },
      { place: { file: a ?? '', start: 3, end: 3 }, text: '-' },
      { place: { file: b ?? '', start: 0, end: 4 }, text: '' },
    ],
  };
  expect(applyFix(fix, revision - 1)).toBe(false);
  expect(applyFix(fix, revision)).toBe(true);
  expect(documentStore.getState().files.map(({ text }) => text)).toEqual(['one+- two 3', '']);
  expect(applyFix(fix, revision)).toBe(false);
});
