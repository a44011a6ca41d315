import type { Bytes, ByteStream } from './bytes';

/** The first bytes of a stream (fewer only when it has no more), and the stream from its beginning. */
export async function peek(chunks: ByteStream, length: number): Promise<{ head: Bytes; all: ByteStream }> {
  const taken: Bytes[] = [];
  let size = 0;
  while (size < length) {
    const { done, value } = await chunks.next();
    if (done) break;
    taken.push(value);
    size += value.length;
  }
  const head = joined(taken, size);
  return { head, all: again(head, chunks) };
}

async function* again(head: Bytes, rest: ByteStream): ByteStream {
  if (head.length > 0) yield head;
  yield* rest;
}

function joined(parts: readonly Bytes[], size: number): Bytes {
  const [only, another] = parts;
  if (only && !another) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
