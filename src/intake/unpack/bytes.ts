import { t } from '../../language/t';
import { Refused } from './refused';

export type Bytes = Uint8Array<ArrayBuffer>;
export type ByteStream = AsyncGenerator<Bytes, void, undefined>;

/** More than any cluster's manifests, unpacked. What is larger is a mistake, or made to fill the memory. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Adds up what was unpacked of everything that came in together. */
export class Budget {
  #left: number;

  constructor(bytes = MOST_BYTES) {
    this.#left = bytes;
  }

  spend(bytes: number): void {
    this.check(bytes);
    this.#left -= bytes;
  }

  /** Refuses beforehand what could not be spent. */
  check(bytes: number): void {
    if (bytes > this.#left) throw new Refused(t`It holds more than 512 MB.`);
  }
}

/** The chunks of a stream; its source is let go when nobody asks for more. */
export async function* chunksOf(stream: ReadableStream<Bytes>): ByteStream {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Bytes of a file that are read first, so that work begins soon, and at once later on. */
const FIRST_STEP = 1 << 18;
const STEP = 1 << 22;

/** The chunks of a file, the next one read while one is in use; `onRead` is told of each one's length. */
export async function* readBlob(blob: Blob, onRead: (bytes: number) => void): ByteStream {
  let read = 0;
  let step = FIRST_STEP;
  const readOn = (): Promise<Bytes> => {
    const bytes = blob.slice(read, read + step).arrayBuffer();
    // What was read in vain must not fail where nobody waits for it.
    bytes.catch(() => undefined);
    read += step;
    step = Math.min(STEP, step * 2);
    return bytes.then((buffer) => new Uint8Array(buffer));
  };
  let next: Promise<Bytes> | null = blob.size > 0 ? readOn() : null;
  while (next !== null) {
    const chunk = await next;
    next = read < blob.size ? readOn() : null;
    onRead(chunk.length);
    yield chunk;
  }
}

/** What a decompressor makes of the chunks. */
export async function* decompressed(chunks: ByteStream, format: CompressionFormat): ByteStream {
  const source = new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return();
    },
  });
  yield* chunksOf(source.pipeThrough(new DecompressionStream(format)));
}
