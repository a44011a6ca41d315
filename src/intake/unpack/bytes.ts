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

/** The chunks of a file; `onRead` is told of each one's length. */
export async function* readBlob(blob: Blob, onRead: (bytes: number) => void): ByteStream {
  for await (const chunk of chunksOf(blob.stream())) {
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
