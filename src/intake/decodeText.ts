import { t } from '../language/t';
import { Refused } from './unpack/refused';
import type { Bytes, ByteStream } from './unpack/bytes';
import { peek } from './unpack/peek';

/** Bytes that are made text at once. */
const STEP = 1 << 18;

/** Reads bytes as text, chunk by chunk: UTF-8, or UTF-16 that says so; its byte order mark is left out. */
export async function* decodeText(chunks: ByteStream): AsyncGenerator<string, void, undefined> {
  const { head, all } = await peek(chunks, 2);
  const encoding = encodingOf(head);
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Bytes): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new Refused(t`It is not text in UTF-8 or UTF-16.`);
    }
  };
  for await (const chunk of all) {
    if (encoding === 'utf-8' && chunk.includes(0)) throw new Refused(t`It is not a text file.`);
    // Some platforms hand a file out in one chunk.
    for (let at = 0; at < chunk.length; at += STEP) {
      const text = decode(chunk.subarray(at, at + STEP));
      if (text !== '') yield text;
    }
  }
  const last = decode();
  if (last !== '') yield last;
}

function encodingOf([first, second]: Bytes): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Text without a byte order mark. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);
