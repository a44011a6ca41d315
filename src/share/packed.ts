/**
 * Text as it travels in a link: gzip, whose CRC-32 tells whether it arrived whole, in letters that an address may hold.
 * Links are kept for ever, so neither may change; what comes after it gets another number in front (see links.ts).
 */
export async function pack(text: string): Promise<string> {
  return base64url(await through(new TextEncoder().encode(text), new CompressionStream('gzip'), Infinity));
}

/** Takes back what `pack` made. Null: it is damaged, or would unpack to more than `most` bytes. Never throws. */
export async function unpack(packed: string, most = UNPACKED_MOST): Promise<string | null> {
  try {
    const bytes = await through(bytesOf(packed), new DecompressionStream('gzip'), most);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Somebody could pack a gigabyte of blanks into a short link. */
export const UNPACKED_MOST = 5_000_000;

type Bytes = Uint8Array<ArrayBuffer>;

async function through(
  bytes: Bytes,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Bytes> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Bytes[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError('It unpacks to too much.');
    }
    chunks.push(value);
  }
}

/** A call takes only so many arguments. */
const PART = 8192;

function base64url(bytes: Bytes): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += PART)
    letters += String.fromCharCode(...bytes.subarray(at, at + PART));
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function bytesOf(packed: string): Bytes {
  if (!/^[\w-]*$/.test(packed)) throw new RangeError('It has letters that do not belong there.');
  return Uint8Array.from(
    atob(packed.replaceAll('-', '+').replaceAll('_', '/')),
    (letter) => letter.codePointAt(0) ?? 0,
  );
}
