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
  const decode = encoding === 'utf-8' ? utf8Decoder() : utf16Decoder(encoding);
  const textOf = (bytes: Bytes, isLast: boolean): string => {
    try {
      return decode(bytes, isLast);
    } catch {
      throw new Refused(t`It is not text in UTF-8 or UTF-16.`);
    }
  };
  for await (const chunk of all) {
    // Some platforms hand a file out in one chunk.
    for (let at = 0; at < chunk.length; at += STEP) {
      const text = textOf(chunk.subarray(at, at + STEP), false);
      if (text.includes('\0')) throw new Refused(t`It is not a text file.`);
      if (text !== '') yield text;
    }
  }
  const last = textOf(new Uint8Array(), true);
  if (last !== '') yield last;
}

type Decode = (bytes: Bytes, isLast: boolean) => string;

function utf16Decoder(encoding: string): Decode {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}

/**
 * Gives the decoder whole characters only: one that need not remember anything is several times as fast in Node. In
 * Chromium one that refuses is ten times as slow as one that puts U+FFFD for what it cannot read: where that comes out,
 * the slow one says whether it stood there.
 */
function utf8Decoder(): Decode {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  let rest: Bytes = new Uint8Array();
  let isFirst = true;
  return (bytes, isLast) => {
    const all = rest.length === 0 ? bytes : joined(rest, bytes);
    const end = isLast ? all.length : wholeCharacters(all);
    rest = all.slice(end);
    const whole = all.subarray(0, end);
    const text = lenient.decode(whole);
    if (text.includes('\uFFFD')) strict.decode(whole);
    const isMarked = isFirst && text.startsWith('\uFEFF');
    isFirst &&= text === '';
    return isMarked ? text.slice(1) : text;
  };
}

function joined(first: Bytes, second: Bytes): Bytes {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** The length without a last character of which bytes are missing: none has more than four. */
function wholeCharacters(bytes: Bytes): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    // One that leads a character says in its first bits how many belong to it.
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : byte >= 0x80 ? 0 : 1;
    if (length > 0) return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function encodingOf([first, second]: Bytes): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Text without a byte order mark. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);
