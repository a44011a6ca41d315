import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer as readAll } from 'node:stream/consumers';
import type { SourceFile } from '../engine';
import { decodeText } from '../intake/decodeText';
import { Budget } from '../intake/unpack/bytes';
import { Refused } from '../intake/unpack/refused';
import { unpack } from '../intake/unpack/unpack';

/** The command line or what it names cannot be used; the message is for the person. */
export class UnusableInput extends Error {}

/** What is read of a folder. */
const manifestName = /\.(ya?ml|json)(\.gz)?$/i;

/**
 * Reads files, folders (every manifest below, sorted, links followed) and standard input (`-`). What is compressed is
 * unpacked, whatever its name. What is named twice is read once.
 */
export async function readInput(paths: readonly string[]): Promise<readonly SourceFile[]> {
  if (paths.length === 0)
    throw new UnusableInput('Nothing to read: name a file, a folder or - for standard input.');
  const files: SourceFile[] = [];
  const seen = new Set<string>();
  const budget = new Budget();
  for (const path of new Set(paths))
    for await (const found of path === '-' ? [path] : filesAt(path, seen, true))
      for await (const file of textsIn(found, budget)) files.push(file);
  return files;
}

/** `seen` holds real paths, so that a link to a folder above does not go round for ever. */
async function* filesAt(path: string, seen: Set<string>, isNamed: boolean): AsyncGenerator<string> {
  const real = await realpath(path).catch(() => null);
  const found = real === null ? null : await stat(real);
  if (real === null || found === null) {
    if (isNamed) throw new UnusableInput(`There is no file or folder ${path}.`);
    return; // a link that points nowhere
  }
  if (seen.has(real) || (!found.isDirectory() && !isNamed && !manifestName.test(path))) return;
  seen.add(real);
  if (!found.isDirectory()) yield path;
  else for (const entry of (await readdir(path)).sort()) yield* filesAt(join(path, entry), seen, false);
}

/** What is in a file: its text, or those in a zip archive. */
async function* textsIn(path: string, budget: Budget): AsyncGenerator<SourceFile> {
  const packed = new Blob([await bytesOf(path)]);
  try {
    for await (const { name, chunks } of unpack('', packed, () => undefined, budget)) {
      let text = '';
      for await (const part of decodeText(chunks)) text += part;
      const id = name === '' ? path : `${path}/${name}`;
      yield { id, name: id, text };
    }
  } catch (error) {
    throw error instanceof Refused ? new UnusableInput(`${path}: ${error.message}`) : error;
  }
}

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (path === '-') return new Uint8Array(await readAll(process.stdin));
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw new UnusableInput(`${path} cannot be read.`);
  }
}
