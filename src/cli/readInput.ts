import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer as readAll } from 'node:stream/consumers';
import type { SourceFile } from '../engine';

/** The command line or what it names cannot be used; the message is for the person. */
export class UnusableInput extends Error {}

/**
 * Reads files, folders (every .yaml, .yml and .json below, sorted, links followed) and standard input (`-`). What is
 * named twice is read once.
 */
export async function readInput(paths: readonly string[]): Promise<readonly SourceFile[]> {
  if (paths.length === 0)
    throw new UnusableInput('Nothing to read: name a file, a folder or - for standard input.');
  const files: SourceFile[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    if (path === '-')
      files.push({ id: '-', name: 'standard input', text: decode(await readAll(process.stdin)) });
    else for await (const found of filesAt(path, seen, true)) files.push(await readOne(found));
  }
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
  if (seen.has(real) || (!found.isDirectory() && !isNamed && !/\.(ya?ml|json)$/i.test(path))) return;
  seen.add(real);
  if (!found.isDirectory()) yield path;
  else for (const entry of (await readdir(path)).sort()) yield* filesAt(join(path, entry), seen, false);
}

async function readOne(path: string): Promise<SourceFile> {
  try {
    return { id: path, name: path, text: decode(await readFile(path)) };
  } catch {
    throw new UnusableInput(`${path} cannot be read.`);
  }
}

/** UTF-8, or UTF-16 where a byte order mark says so (PowerShell writes it). */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
