import { describe, expect, it } from 'vitest';
import { pointedAt } from './pointedAt';

describe('what a cursor points at', () => {
  it('is what stands there', () => {
    expect(pointedAt('  app: web', 4)).toBe(4);
    expect(pointedAt('  app: web', 10)).toBe(10);
  });
  it('is the first character of an indented line, also behind dashes', () => {
    expect(pointedAt('    - podSelector: {}', 0)).toBe(6);
    expect(pointedAt('    - - a', 2)).toBe(8);
  });
  it('is what a comment stands behind', () => {
    expect(pointedAt('  port: 80 # web', 14)).toBe(10);
    expect(pointedAt('  value: a#b', 12)).toBe(12);
  });
  it('is nothing in a line that says nothing', () => {
    expect(pointedAt('', 0)).toBeNull();
    expect(pointedAt('   ', 2)).toBeNull();
    expect(pointedAt('  # only a comment', 5)).toBeNull();
    expect(pointedAt('---', 1)).toBeNull();
  });
});
