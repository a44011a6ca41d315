import { describe, expect, it } from 'vitest';
import { matchesOf, type Entry } from './entries';
import { fuzzyFit } from './fuzzy';

const entry = (label: string): Entry => ({ id: label, label, aside: '', perform: () => undefined });
const doable = [
  'Open files…',
  'Test a connection',
  'Theme: Dark',
  'Open example: Default-deny, step by step',
].map(entry);
const reachable = ['shop/db', 'shop/web', 'payments/database'].map(entry);
const labels = (query: string, recent: readonly string[] = []): readonly string[] =>
  matchesOf(query, doable, reachable, recent).map((match) => match.entry.label);

describe('a fuzzy match', () => {
  it('needs all letters in their order', () => {
    expect(fuzzyFit('tc', 'Test a connection')?.at).toEqual([0, 7]);
    expect(fuzzyFit('ct', 'Test')).toBeNull();
    expect(fuzzyFit('test con', 'Test a connection')?.at).toEqual([0, 1, 2, 3, 7, 8, 9]);
    expect(fuzzyFit('', 'anything')?.at).toEqual([]);
  });

  it('takes beginnings of words only where the rest still fits', () => {
    expect(fuzzyFit('ba', 'abba bc')?.at).toEqual([2, 3]);
    expect(fuzzyFit('xc', 'x cx')?.at).toEqual([0, 2]);
    expect(fuzzyFit('cx', 'xcx c')?.at).toEqual([1, 2]);
  });
});

describe('the palette', () => {
  it('puts letters in a row before scattered ones, and short names before long ones', () => {
    expect(labels('db')[0]).toBe('shop/db');
    expect(labels('da').slice(0, 2)).toEqual(['Theme: Dark', 'payments/database']);
  });

  it('offers what can be done where nothing is typed, and what was chosen last before it', () => {
    expect(labels('')).toEqual(doable.map(({ label }) => label));
    expect(labels('', ['shop/web', 'Theme: Dark']).slice(0, 3)).toEqual([
      'shop/web',
      'Theme: Dark',
      'Open files…',
    ]);
  });
});
