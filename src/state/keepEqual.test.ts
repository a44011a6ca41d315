import { expect, test } from 'vitest';
import { keepEqual } from './keepEqual';

const before = { title: 'a', rows: [{ id: 1 }, { id: 2 }], none: undefined, bytes: new Uint8Array(2) };

test('what says the same is the same object', () => {
  const { bytes, ...plain } = before;
  expect(keepEqual(plain, structuredClone(plain))).toBe(plain);
  expect(bytes).toHaveLength(2);
});

test('of what changed, the rest stays', () => {
  const now = keepEqual(before, { ...structuredClone(before), rows: [{ id: 1 }, { id: 3 }] });
  expect(now).not.toBe(before);
  expect(now.rows[0]).toBe(before.rows[0]);
  expect(now.rows[1]).toEqual({ id: 3 });
});

test('more, fewer or other parts are a change', () => {
  expect(keepEqual([1, 2], [1])).toEqual([1]);
  expect(keepEqual([1], [1, 2])).toEqual([1, 2]);
  expect(keepEqual({ a: undefined }, { b: undefined })).toEqual({ b: undefined });
  expect(keepEqual({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect(keepEqual({ a: 1 }, [1])).toEqual([1]);
  expect(keepEqual(null, { a: 1 })).toEqual({ a: 1 });
});

test('the order of fields does not count, that of a list does', () => {
  const fields = { a: 1, b: 2 };
  expect(keepEqual(fields, { b: 2, a: 1 })).toBe(fields);
  expect(keepEqual([1, 2], [2, 1])).toEqual([2, 1]);
});

test('what is not plain is taken as it comes', () => {
  const bytes = new Uint8Array([1]);
  expect(keepEqual(new Uint8Array([1]), bytes)).toBe(bytes);
});
