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
 * Reads files, folders (every manifest below, sorted, links followed, nothing hidden) and standard input (`-`). What is compressed is
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
  const found = await fromSystem(path, stat(path).catch(nullIfAbsent));
  if (found === null) {
    if (isNamed) throw new UnusableInput(`There is no file or folder ${path}.`);
    return; // a link that points nowhere
  }
  // What the shell puts in the place of `<(kubectl …)` has no real path.
  const real = await realpath(path).catch(() => path);
  if (seen.has(real) || (!found.isDirectory() && !isNamed && !manifestName.test(path))) return;
  seen.add(real);
  if (!found.isDirectory()) {
    yield path;
    return;
  }
  for (const entry of (await fromSystem(path, readdir(path))).sort())
    if (!entry.startsWith('.')) yield* filesAt(join(path, entry), seen, false);
}

/** What is in a file: its text, or those in a zip archive. */
async function* textsIn(path: string, budget: Budget): AsyncGenerator<SourceFile> {
  const bytes = await fromSystem(path, path === '-' ? readAll(process.stdin) : readFile(path));
  const packed = new Blob([new Uint8Array(bytes)]);
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

/** What the system refuses is for the person, too. */
async function fromSystem<T>(path: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new UnusableInput(`${path} cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

function nullIfAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
