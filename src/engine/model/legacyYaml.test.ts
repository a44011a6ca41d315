import { describe, expect, it } from 'vitest';
import { parseDocument } from '../parse/parseDocument';
import { entryOf } from '../parse/tree';
import { legacyReading } from './legacyYaml';

function reading(source: string): boolean | number | string | null {
  const tree = parseDocument(`a: ${source}\n`, () => undefined);
  const value = tree?.kind === 'map' ? entryOf(tree, 'a')?.value : undefined;
  if (value?.kind !== 'scalar') throw new Error(`no scalar: ${source}`);
  return legacyReading(value);
}

describe("kubectl's reader", () => {
  it.each([
    ['0123', 83],
    ['0_1', 1],
    ['0_17', 15],
    ['1_000', 1000],
    ['1_', 1],
    ['-_1', -1],
    ['0_8', 8],
    ['1_000.5', 1000.5],
    ['685_230.15', 685230.15],
    ['1_0e2', 1000],
    ['0b1', 1],
    ['0B1', 1],
    ['-0b11', -3],
    ['0b_1_0', 2],
    ['0b+1', 1],
    ['0b-10', -2],
    ['0_b1', 1],
    ['0x_1', 1],
    ['0X1F', 31],
    ['-0x1F', -31],
    ['0_x1F', 31],
    ['0o_7', 7],
    ['0O7', 7],
    ['-0o7', -7],
    ['0X1E', 30],
  ])('takes %s for the number %d, which YAML 1.2 reads otherwise', (source, value) => {
    expect(reading(source)).toBe(value);
  });

  it.each([
    '1',
    '-1',
    '0',
    '00',
    '08',
    '0o7',
    '0x1F',
    '1.5',
    '.5',
    '5.',
    '1e3',
    '99999999999999999999',
    '.inf',
    '.nan',
  ])('takes %s for the same number', (source) => {
    expect(reading(source)).toBeNull();
  });

  it.each(['1e400', '-1.5E999', '12e4567', '.5e400'])(
    'takes %s for text, as it is too large for a number',
    (source) => {
      expect(reading(source)).toBe(source);
    },
  );

  it.each([
    '_1',
    '0b',
    '0b2',
    '0b+',
    '-0b-1',
    '0B-1',
    '0x',
    '0o8',
    '0xG',
    '1_e400',
    '1e5_x',
    '1.2.3',
    '2001-12-14',
    '1:30',
    '"1_000"',
    "'0b1'",
  ])('takes %s for text, too', (source) => {
    expect(reading(source)).toBeNull();
  });

  // An integer with a prefix that 64 bits do not hold is text to some versions and a number to others.
  it('is not asked where its versions differ', () => {
    expect(reading('0X1FFFFFFFFFFFFFFFF')).toBeNull();
  });
});
