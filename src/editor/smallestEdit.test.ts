import { check, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { smallestEdit } from './smallestEdit';

test('only what differs is replaced', () => {
  expect(smallestEdit('port: 80\n', 'port: 8080\n')).toEqual({ start: 8, end: 8, text: '80' });
  expect(smallestEdit('a: 1\nb: 2\n', 'a: 1\n')).toEqual({ start: 5, end: 10, text: '' });
  expect(smallestEdit('same', 'same')).toEqual({ start: 4, end: 4, text: '' });
});

test('a repeated piece is not counted at both ends', () => {
  expect(smallestEdit('aaa', 'aa')).toEqual({ start: 2, end: 3, text: '' });
});

test('a character of two halves is replaced as a whole', () => {
  expect(smallestEdit('a: 😀', 'a: 😁')).toEqual({ start: 3, end: 5, text: '😁' });
  expect(smallestEdit('\u{10000}', '\u{10400}')).toEqual({ start: 0, end: 2, text: '\u{10400}' });
});

test('applied, it makes the new text out of the old', () => {
  const letters = string({ unit: 'binary', maxLength: 6 });
  const result = check(
    property(letters, letters, letters, letters, (head, before, after, tail) => {
      const [old, wanted] = [head + before + tail, head + after + tail];
      const { start, end, text } = smallestEdit(old, wanted);
      return old.slice(0, start) + text + old.slice(end) === wanted;
    }),
  );
  expect(result.counterexample).toBeNull();
});
