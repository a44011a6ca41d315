import { strToU8, zipSync } from 'fflate';
import type { NamedText } from './yaml';

/** A name that every system takes, and that `kubectl apply -f` picks up in a folder. */
function safeName(name: string): string {
  const plain = name.replaceAll(/[^\w.-]+/g, '-').replace(/^[.-]+/, '');
  return /\.(?:ya?ml|json)$/i.test(plain) ? plain : `${plain === '' ? 'manifests' : plain}.yaml`;
}

/** The files in one folder, zipped; two that would have one name get numbers. */
export function zipOf(folder: string, files: readonly NamedText[]): Uint8Array<ArrayBuffer> {
  const entries: Record<string, Uint8Array> = {};
  for (const { name, text } of files) {
    const safe = safeName(name);
    let path = `${folder}/${safe}`;
    for (let count = 2; path in entries; count++)
      path = `${folder}/${safe.replace(/(\.\w+)$/, `-${String(count)}$1`)}`;
    entries[path] = strToU8(text);
  }
  return new Uint8Array(zipSync(entries, { level: 6 }));
}
