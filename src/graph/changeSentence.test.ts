import { expect, test } from 'vitest';
import { changeSentence } from './changeSentence';

const changes = (...signs: number[]) => ({
  changes: { pairs: Uint32Array.from(signs, (_, index) => index), signs: Int8Array.from(signs) },
});

test('an edit that changes nothing is not worth a sentence', () => {
  expect(changeSentence(changes())).toBe('');
});

test('opened, closed and other changes are counted apart', () => {
  const numbers = changeSentence(changes(1, 1, 1, -1, 0, 0)).match(/\d+/g);
  expect(numbers).toEqual(['3', '1', '2']);
});

test('only what happened is mentioned', () => {
  expect(changeSentence(changes(-1)).match(/\d+/g)).toEqual(['1']);
});
