import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import type { SourceFile } from '../engine';

/** The command line or what it names cannot be used; the message is for the person. */
export class UnusableInput extends Error {}

/** Reads files, folders (every .yaml, .yml and .json below, sorted) and standard input (`-`). */
export async function readInput(paths: readonly string[]): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    if (path === '-') files.push({ id: '-', name: 'standard input', text: await readAll(process.stdin) });
    else for (const found of await filesAt(path)) files.push(await readOne(found));
  }
  return files;
}

async function filesAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new UnusableInput(`There is no file or folder ${path}.`);
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readOne(path: string): Promise<SourceFile> {
  try {
    return { id: path, name: path, text: await readFile(path, 'utf8') };
  } catch {
    throw new UnusableInput(`${path} cannot be read.`);
  }
}
