import { expect, test } from 'vitest';
import { forArea, fromArea, placeInArea } from './lineBreaks';

test('Windows line breaks survive the text area, and places are found again', () => {
  const text = 'kind: Pod\r\nmetadata:\r\n  name: a\r\n';
  expect(fromArea(forArea(text), text)).toBe(text);
  const at = text.indexOf('name');
  expect(forArea(text).slice(placeInArea(text, at))).toBe('name: a\n');
  expect(fromArea('a\nb', 'a\nc')).toBe('a\nb');
});
