import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText';

const bytes = (...values: readonly number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const utf16 = (text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  [0xfeff, ...Array.from(text, (char) => char.charCodeAt(0))].forEach((unit, index) => {
    view.setUint16(index * 2, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
};

describe('the bytes of a file', () => {
  it('are read as UTF-8, without a byte order mark and with their line ends', () => {
    expect(decodeText(utf8('\uFEFFkind: Pöd\r\n'))).toEqual({ kind: 'text', text: 'kind: Pöd\r\n' });
  });

  it('are read as UTF-16 of either order when they begin with its mark', () => {
    expect(decodeText(utf16('kind: a\n', true))).toEqual({ kind: 'text', text: 'kind: a\n' });
    expect(decodeText(utf16('kind: a\n', false))).toEqual({ kind: 'text', text: 'kind: a\n' });
  });

  it.each([
    ['gzip', bytes(0x1f, 0x8b, 8, 0)],
    ['zip', bytes(0x50, 0x4b, 3, 4, 20)],
    ['a program', bytes(0x7f, 0x45, 0x4c, 0x46, 0, 0)],
    ['another encoding', bytes(0x6b, 0xe9, 0x6b)],
  ])('are refused when they are %s', (_, content) => {
    expect(decodeText(content).kind).toBe('refused');
  });
});
