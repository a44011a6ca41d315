/** A file's text, or why it is not taken. */
export type Decoded =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'refused'; readonly reason: string };

const refused = (reason: string): Decoded => ({ kind: 'refused', reason });

/** Reads a file's bytes as text: UTF-8, or UTF-16 that says so; its byte order mark is left out, its line ends stay. */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): Decoded {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes);
  if (first === 0x1f && second === 0x8b) return refused('It is compressed (gzip). Unpack it first.');
  if (first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04) {
    return refused('It is a zip archive. Unpack it first.');
  }
  if (bytes.subarray(0, 8192).includes(0)) return refused('It is not a text file.');
  return decoded('utf-8', bytes);
}

function decoded(encoding: string, bytes: Uint8Array<ArrayBuffer>): Decoded {
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return refused('It is not text in UTF-8 or UTF-16.');
  }
}

/** Text without a byte order mark. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);
