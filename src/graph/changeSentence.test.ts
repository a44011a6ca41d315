import { expect, test } from 'vitest';
import { changeSentence } from './changeSentence';

const changes = (opened = 0, closed = 0, exchanged = 0, unsure = 0) => ({
  changes: { opened, closed, exchanged, unsure },
});

test('an edit that changes nothing is not worth a sentence', () => {
  expect(changeSentence(changes())).toBe('');
});

test('opened, closed and other changes are counted apart', () => {
  expect(changeSentence(changes(3, 1, 2)).match(/\d+/g)).toEqual(['3', '1', '2']);
});

test('only what happened is mentioned', () => {
  expect(changeSentence(changes(0, 1)).match(/\d+/g)).toEqual(['1']);
});

test('what can no longer be decided is not called closed', () => {
  expect(changeSentence(changes(0, 0, 0, 30))).toBe('30 connections changed only in what cannot be said');
});
