import { expect, test } from 'vitest';
import { nameFromInput } from './fileNames';

test.each([
  ['shop.yaml', 'shop.yaml'],
  ['  shop.json ', 'shop.json'],
  ['shop', 'shop.yaml'],
  ['shop.', 'shop.yaml'],
  ['a/b\\c', 'abc.yaml'],
  ['v1.2 notes', 'v1.2 notes.yaml'],
  ['.yaml', '.yaml.yaml'],
])('%j becomes %j', (input, name) => {
  expect(nameFromInput(input)).toBe(name);
});

test.each(['', '   ', '/', '..'])('nothing is left of %j', (input) => {
  expect(nameFromInput(input)).toBeNull();
});
