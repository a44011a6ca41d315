import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('that is not there is refused', async () => {
    await expect(readInput([join(folder, 'none')])).rejects.toThrow(UnusableInput);
  });
});
