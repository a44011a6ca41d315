import { gzipSync, strToU8, zipSync } from 'fflate';
import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInput, UnusableInput } from './readInput';

describe('input', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netpol-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('is every manifest below a folder, links followed, nothing twice, no link round for ever', async () => {
    await mkdir(join(folder, 'inner'));
    await writeFile(join(folder, 'inner', 'b.yml'), 'b');
    await writeFile(join(folder, 'a.json'), 'a');
    await writeFile(join(folder, 'notes.txt'), 'c');
    await symlink(join(folder, 'notes.txt'), join(folder, 'linked.yaml'));
    await symlink(folder, join(folder, 'inner', 'up'));
    const files = await readInput([folder, join(folder, 'a.json')]);
    expect(files.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  it('may be UTF-16 with a byte order mark', async () => {
    const path = join(folder, 'wide.yaml');
    await writeFile(path, Buffer.from('\uFEFFkind: Pod', 'utf16le'));
    expect((await readInput([path]))[0]?.text).toBe('kind: Pod');
  });

  it('may be compressed, also in a folder, each text under a name that leads to it', async () => {
    await writeFile(join(folder, 'a.yaml'), 'a');
    await writeFile(join(folder, 'a.yaml.gz'), gzipSync(strToU8('b')));
    await writeFile(join(folder, 'b.json.gz'), gzipSync(strToU8('c')));
    const archive = join(folder, 'c.zip');
    await writeFile(archive, zipSync({ 'x/d.yml.gz': gzipSync(strToU8('d')), 'e.yaml': strToU8('e') }));
    const files = await readInput([folder, archive]);
    expect(files.map(({ id, text }) => [relative(folder, id), text])).toEqual([
      ['a.yaml', 'a'],
      ['a.yaml.gz', 'b'],
      ['b.json.gz', 'c'],
      ['c.zip/x/d.yml', 'd'],
      ['c.zip/e.yaml', 'e'],
    ]);
  });

  it.each([
    ['damaged gzip', gzipSync(strToU8('kind: Pod')).slice(0, -9)],
    ['a zip without manifests', zipSync({ 'a.png': strToU8('x') })],
    ['no text', Uint8Array.of(0x6b, 0, 0x69, 0)],
    ['in another encoding', Uint8Array.of(0x6b, 0xe9, 0x0a)],
  ])('that is %s is refused by its name', async (_, bytes) => {
    const path = join(folder, 'a.yaml');
    await writeFile(path, bytes);
    await expect(readInput([path])).rejects.toThrow(UnusableInput);
    await expect(readInput([path])).rejects.toThrow(path);
  });

  it('in a folder is nothing hidden, and no link that points nowhere', async () => {
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, '.git', 'a.yaml'), 'a');
    await symlink(join(folder, 'none'), join(folder, 'lost.yaml'));
    expect(await readInput([folder])).toEqual([]);
  });

  it('may have no path of its own, as what a shell opens for a command', async () => {
    const path = join(folder, 'a.yaml');
    await writeFile(path, 'a');
    const file = await open(path);
    await rm(path);
    expect((await readInput([`/dev/fd/${String(file.fd)}`]))[0]?.text).toBe('a');
    await file.close();
  });

  it('that is not there, or that the system refuses, is refused by its name', async () => {
    const loop = join(folder, 'loop.yaml');
    await symlink(loop, loop);
    for (const path of [join(folder, 'none'), loop, folder]) {
      await expect(readInput([path])).rejects.toThrow(UnusableInput);
      await expect(readInput([path])).rejects.toThrow(path);
    }
  });
});
