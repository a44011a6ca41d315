import { t } from '../../language/t';
import { decompressed, readBlob, type Budget, type ByteStream } from './bytes';
import { crc32 } from './crc32';
import { peek } from './peek';
import { Cancelled, Refused } from './refused';
import { packedBlob, zipEntries, type ZipEntry } from './zipEntries';

/** A file ready to be read: not an archive, and not compressed. */
export interface Unpacked {
  readonly name: string;
  readonly chunks: ByteStream;
}

const manifestName = /\.(?:ya?ml|json|txt)(?:\.gz)?$/i;
const hidden = /(?:^|\/)(?:\.|__MACOSX\/)/;

/**
 * The files in a file: those of a zip archive, what gzip compressed, or itself. Each must be read to its end, or left,
 * before the next. What it is, its first bytes say; its name does not count.
 */
export async function* unpack(
  name: string,
  file: Blob,
  onRead: (bytes: number) => void,
  budget: Budget,
): AsyncGenerator<Unpacked, void, undefined> {
  const [first, second, third, fourth] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const isZip = first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || third === 5);
  if (isZip) {
    yield* unzip(file, onRead, budget);
    return;
  }
  const { name: inner, chunks } = await withoutGzip(name, readBlob(file, onRead));
  yield { name: inner, chunks: counted(chunks, budget) };
}

async function* unzip(
  archive: Blob,
  onRead: (bytes: number) => void,
  budget: Budget,
): AsyncGenerator<Unpacked, void, undefined> {
  const entries = await zipEntries(archive);
  const wanted = entries.filter(({ name }) => manifestName.test(name) && !hidden.test(name));
  if (wanted.length === 0) throw new Refused(t`There is no YAML or JSON file in it.`);
  if (wanted.some(({ isEncrypted }) => isEncrypted)) {
    throw new Refused(t`The zip archive is encrypted: unpack it with its password first.`);
  }
  budget.check(wanted.reduce((sum, { size }) => sum + size, 0));
  for (const entry of wanted) {
    const packed = await packedBlob(archive, entry);
    const { name, chunks } = await withoutGzip(entry.name, checked(inflated(packed, entry, onRead), entry));
    yield { name, chunks: counted(chunks, budget) };
  }
}

function inflated(packed: Blob, { method }: ZipEntry, onRead: (bytes: number) => void): ByteStream {
  if (method === 0) return readBlob(packed, onRead);
  if (method === 8) return decompressed(readBlob(packed, onRead), 'deflate-raw');
  throw new Refused(t`The zip archive is packed in a way that is not known here.`);
}

/** The same chunks, refused when they are not what the archive's directory says. */
async function* checked(chunks: ByteStream, { size, checksum }: ZipEntry): ByteStream {
  let sum = 0;
  let length = 0;
  for await (const chunk of damaged(chunks, t`The zip archive is damaged.`)) {
    sum = crc32(chunk, sum);
    length += chunk.length;
    if (length > size) break;
    yield chunk;
  }
  if (length !== size || sum !== checksum) throw new Refused(t`The zip archive is damaged.`);
}

async function withoutGzip(name: string, chunks: ByteStream): Promise<Unpacked> {
  const { head, all } = await peek(chunks, 2);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return { name, chunks: all };
  return {
    name: name.replace(/\.gz$/i, ''),
    chunks: damaged(decompressed(all, 'gzip'), t`The gzip file is damaged.`),
  };
}

/** What a decompressor throws says nothing to people. */
async function* damaged(chunks: ByteStream, sentence: string): ByteStream {
  try {
    yield* chunks;
  } catch (error) {
    if (error instanceof Refused || error instanceof Cancelled) throw error;
    throw new Refused(sentence);
  }
}

async function* counted(chunks: ByteStream, budget: Budget): ByteStream {
  for await (const chunk of chunks) {
    budget.spend(chunk.length);
    yield chunk;
  }
}
