import { describe, expect, it } from 'vitest';
import { parseQueries } from './queries';
import { UnusableInput } from './readInput';

const ends = { from: { pod: 'a/b' }, to: { ip: '10.0.0.1' } };

describe('queries', () => {
  it('may leave out the protocol, write the port in digits and begin with a byte order mark', () => {
    const text = `\uFEFF${JSON.stringify([
      { ...ends, port: '80' },
      { ...ends, port: 53, protocol: 'UDP' },
    ])}`;
    expect(parseQueries(text)).toEqual([
      { ...ends, protocol: 'TCP', port: 80 },
      { ...ends, protocol: 'UDP', port: 53 },
    ]);
  });

  it('that are none do not spoil the others', () => {
    const items = [{ ...ends, port: 'http' }, { ...ends, port: 80 }, 7, { from: {}, to: {}, port: 1 }];
    const read = parseQueries(JSON.stringify(items));
    expect(read.map((item) => 'reason' in item)).toEqual([true, false, true, true]);
  });

  it.each(['{}', 'no json', ''])('that are not a list are refused: %s', (text) => {
    expect(() => parseQueries(text)).toThrow(UnusableInput);
  });
});
