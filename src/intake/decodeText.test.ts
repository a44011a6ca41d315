import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText';
import { Refused } from './unpack/refused';
import type { Bytes, ByteStream } from './unpack/bytes';

const bytes = (...values: readonly number[]): Bytes => new Uint8Array(values);
const utf8 = (text: string): Bytes => bytes(...new TextEncoder().encode(text));
const utf16 = (text: string, littleEndian: boolean): Bytes => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))].forEach((unit, index) => {
    view.setUint16(index * 2, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
};

async function* inChunks(content: Bytes, size: number): ByteStream {
  for (let at = 0; at < content.length; at += size) yield await Promise.resolve(content.slice(at, at + size));
}

async function textOf(content: Bytes, size = 100): Promise<string> {
  const parts: string[] = [];
  for await (const part of decodeText(inChunks(content, size))) parts.push(part);
  return parts.join('');
}

describe('the bytes of a file', () => {
  it('are read as UTF-8, without a byte order mark and with their line ends', async () => {
    expect(await textOf(utf8('\uFEFFkind: Pöd\r\n'))).toBe('kind: Pöd\r\n');
    expect(await textOf(bytes())).toBe('');
    expect(await textOf(utf8('kind: P\uFFFDd'))).toBe('kind: P\uFFFDd');
  });

  it('are the same text in whatever chunks they come', async () => {
    const texts = fc
      .string({ unit: 'grapheme-composite', minLength: 1 })
      .filter((text) => !/[\0\uFEFF]/.test(text));
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 5 }), async (text, size) => {
        expect(await textOf(utf8(text), size)).toBe(text);
        expect(await textOf(utf16(text, true), size)).toBe(text);
        expect(await textOf(utf16(text, false), size)).toBe(text);
      }),
    );
  });

  it.each([
    ['a program', bytes(0x7f, 0x45, 0x4c, 0x46, 0, 0)],
    ['another encoding', bytes(0x6b, 0xe9, 0x6b)],
    ['cut in the middle of a character', utf8('kö').slice(0, 2)],
  ])('are refused when they are %s', async (_, content) => {
    await expect(textOf(content)).rejects.toThrow(Refused);
  });
});
