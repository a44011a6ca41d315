import { t } from '../../language/t';
import { Refused } from './refused';

/** A file in a zip archive, as the archive's directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored as it is. 8: deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header stands. */
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const HEADER = 0x04034b50;

/** The files a zip archive holds. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export async function zipEntries(archive: Blob): Promise<readonly ZipEntry[]> {
  // The end record is followed by a comment of at most 64 KB.
  const tail = await viewOf(archive, Math.max(0, archive.size - 65_557), archive.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw damaged();
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (start === 0xffffffff || count === 0xffff) throw new Refused(t`The zip archive is too large.`);
  const directory = await viewOf(archive, start, start + size);
  if (directory.byteLength < size) throw damaged();
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > size || directory.getUint32(at, true) !== ENTRY) throw damaged();
    const nameLength = directory.getUint16(at + 28, true);
    const name = new Uint8Array(directory.buffer, at + 46, Math.min(nameLength, size - at - 46));
    entries.push({
      name: new TextDecoder().decode(name),
      method: directory.getUint16(at + 10, true),
      isEncrypted: (directory.getUint16(at + 8, true) & 1) === 1,
      checksum: directory.getUint32(at + 16, true),
      packedSize: directory.getUint32(at + 20, true),
      size: directory.getUint32(at + 24, true),
      offset: directory.getUint32(at + 42, true),
    });
    at += 46 + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return entries;
}

/** The packed bytes of one file. */
export async function packedBlob(archive: Blob, { offset, packedSize }: ZipEntry): Promise<Blob> {
  const header = await viewOf(archive, offset, offset + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== HEADER) throw damaged();
  const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return archive.slice(start, start + packedSize);
}

const viewOf = async (archive: Blob, start: number, end: number): Promise<DataView<ArrayBuffer>> =>
  new DataView(await archive.slice(start, end).arrayBuffer());

const damaged = (): Refused => new Refused(t`The zip archive is damaged.`);
