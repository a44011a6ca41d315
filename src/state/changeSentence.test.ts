import { expect, test } from 'vitest';
import { changeSentence } from './changeSentence';

const none = { opened: 0, closed: 0, widened: 0, narrowed: 0, exchanged: 0, unsure: 0 };

test('an edit that changes nothing is not worth a sentence', () => {
  expect(changeSentence(none)).toBe('');
});

test('opened, closed and other changes are counted apart', () => {
  expect(changeSentence({ ...none, opened: 3, closed: 1, exchanged: 2 })).toBe(
    '3 connections opened, 1 closed, 2 with other ports',
  );
});

test('only what happened is mentioned', () => {
  expect(changeSentence({ ...none, closed: 1 })).toBe('1 connection closed');
});

test('what can no longer be decided is not called closed', () => {
  expect(changeSentence({ ...none, unsure: 30 })).toBe('30 connections changed only in what cannot be said');
});

test('what still passes on other ports is not called closed, nor opened', () => {
  expect(changeSentence({ ...none, narrowed: 2 })).toBe('2 connections with fewer ports');
  expect(changeSentence({ ...none, opened: 1, widened: 1 })).toBe('1 connection opened, 1 with more ports');
});
