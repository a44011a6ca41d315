import { gzipSync, strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readImport, type Imported } from '../readImport';
import { Budget, type Bytes } from './bytes';
import { Refused } from './refused';
import { unpack } from './unpack';

const pod = 'kind: Pod\nmetadata:\n  name: a\n';
const owned = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);
const zip = (files: Zippable): Bytes => owned(zipSync(files));
const gzip = (text: string): Bytes => owned(gzipSync(strToU8(text)));
const read = (content: Bytes, name = 'a.zip'): Promise<Imported> =>
  readImport([{ name, file: new Blob([content]) }], () => undefined);
const opened = async (content: Bytes, name?: string): Promise<readonly (readonly [string, string])[]> =>
  (await read(content, name)).files.map((file) => [file.name, file.text]);

/** The same bytes, but for one. */
const damagedAt = (content: Bytes, at: number): Bytes =>
  content.map((byte, index) => (index === at ? byte ^ 0xff : byte));

describe('a gzip file', () => {
  it('is unpacked, whatever it is called', async () => {
    expect(await opened(gzip(pod), 'pod.yaml.gz')).toEqual([['pod.yaml', pod]]);
    expect(await opened(gzip(pod), 'pod')).toEqual([['pod', pod]]);
  });

  it.each([
    ['breaks off', (whole: Bytes) => whole.slice(0, -9)],
    ['is damaged', (whole: Bytes) => damagedAt(whole, 30)],
    ['is not what its checksum says', (whole: Bytes) => damagedAt(whole, whole.length - 6)],
  ])('is refused when it %s', async (_, spoil) => {
    const { files, refused } = await read(spoil(gzip(pod.repeat(50))), 'pod.yaml.gz');
    expect([files, refused.length]).toEqual([[], 1]);
  });
});

describe('a zip archive', () => {
  it('is unpacked file by file, in its order: deflated, stored and gzip in it', async () => {
    const content = zip({
      'b/pods.yaml': strToU8(pod),
      'a.json': [strToU8('{"kind":"Pod"}'), { level: 0 }],
      'c.yml.gz': gzipSync(strToU8(pod)),
    });
    expect(await opened(content)).toEqual([
      ['b/pods.yaml', pod],
      ['a.json', '{"kind":"Pod"}'],
      ['c.yml', pod],
    ]);
  });

  it('gives only manifests', async () => {
    const content = zip({
      'logo.png': strToU8('x'),
      '__MACOSX/a.yaml': strToU8('x'),
      '.git/a.yaml': strToU8('x'),
      'a.YAML': strToU8(pod),
    });
    expect(await opened(content)).toEqual([['a.YAML', pod]]);
  });

  it.each([
    ['holds no manifest', zip({ 'logo.png': strToU8('x') })],
    ['is empty', zip({})],
    ['breaks off', zip({ 'a.yaml': strToU8(pod) }).slice(0, -10)],
    [
      'has a file that is not what its checksum says',
      damagedAt(zip({ 'a.yaml': [strToU8(pod), { level: 0 }] }), 40),
    ],
    ['has a file that cannot be inflated', damagedAt(zip({ 'a.yaml': strToU8(pod.repeat(9)) }), 36)],
    [
      'has no header where it says',
      damagedAt(zip({ 'a.yaml': strToU8(pod) }), 0)
        .with(0, 0x50)
        .with(2, 9),
    ],
  ])('is refused when it %s', async (_, content) => {
    const { files, refused } = await read(content);
    expect([files, refused.map(({ name }) => name)]).toEqual([[], ['a.zip']]);
  });

  it('is refused when it is encrypted', async () => {
    const content = zip({ 'a.yaml': strToU8(pod) });
    const entry = content.findIndex((_, at) => content[at] === 0x50 && content[at + 2] === 1);
    const { refused } = await read(content.with(entry + 8, 1));
    expect(refused[0]?.reason).toMatch(/encrypted/);
  });

  it('is refused as a whole when one file of it is', async () => {
    const { files, refused } = await read(
      zip({ 'a.yaml': strToU8(pod), 'b.yaml': new Uint8Array([1, 0, 2]) }),
    );
    expect([files, refused.length]).toEqual([[], 1]);
  });

  it('that says it holds more than the memory should is refused before it is unpacked', async () => {
    const content = zip({ 'a.yaml': strToU8(pod) });
    const entry = content.findIndex((_, at) => content[at] === 0x50 && content[at + 2] === 1);
    const { files, refused } = await read(content.with(entry + 27, 0x20));
    expect([files, refused[0]?.reason]).toEqual([[], 'It holds more than 512 MB.']);
  });
});

describe('what would fill the memory', () => {
  it.each([
    ['gzip', gzip(pod.repeat(1000))],
    ['zip', zip({ 'a.yaml': strToU8(pod.repeat(500)), 'b.yaml': strToU8(pod.repeat(500)) })],
    ['gzip in zip', zip({ 'a.yaml.gz': gzipSync(strToU8(pod.repeat(1000))) })],
    ['no archive', owned(strToU8(pod.repeat(3)))],
  ])('is refused while it is unpacked: %s', async (_, content) => {
    const unpacking = async (bytes: number): Promise<number> => {
      let size = 0;
      for await (const { chunks } of unpack('a', new Blob([content]), () => undefined, new Budget(bytes))) {
        for await (const chunk of chunks) size += chunk.length;
      }
      return size;
    };
    const size = await unpacking(1_000_000);
    expect(size).toBeGreaterThanOrEqual(content.length);
    expect(await unpacking(size)).toBe(size);
    await expect(unpacking(size - 1)).rejects.toThrow(Refused);
  });
});
