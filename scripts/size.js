// Fails when the JavaScript that is loaded before Monaco outgrows its budget.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './run.js';

const budget = 250; // KB after gzip
const dist = join(root, 'dist');

/** @param {string} name */
const read = (name) => readFileSync(join(dist, name), 'utf8');

/** @type {Record<string, { file: string, imports?: string[] }>} */
const manifest = JSON.parse(read('.vite/manifest.json'));

/**
 * Adds the chunk and everything it imports at once to the set.
 * @param {string} name
 * @param {Set<string>} seen
 */
function collect(name, seen) {
  const chunk = manifest[name];
  if (!chunk || seen.has(chunk.file)) return;
  seen.add(chunk.file);
  for (const next of chunk.imports ?? []) collect(next, seen);
}

/** @type {Set<string>} */
const initial = new Set();
collect('index.html', initial);
for (const [, file = ''] of read('index.html').matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) initial.add(file);

// A worker is built apart, so it is not in the manifest; the chunk that starts it names its file.
const chunks = new Set(Object.values(manifest).map((chunk) => chunk.file));
const code = [...initial].map(read).join('\n');
for (const name of readdirSync(join(dist, 'assets'))) {
  if (name.endsWith('.js') && !chunks.has(`assets/${name}`) && code.includes(name))
    initial.add(`assets/${name}`);
}

let sum = 0;
for (const file of initial) {
  const size = gzipSync(read(file), { level: 9 }).length / 1000;
  sum += size;
  console.log(`${size.toFixed(1).padStart(8)} KB  ${file}`);
}
console.log(`${sum.toFixed(1).padStart(8)} KB  of ${budget} KB JavaScript (gzip) before the editor`);
if (initial.size === 0 || sum >= budget) {
  console.error(initial.size === 0 ? 'The build loads no JavaScript.' : 'Over budget: load something later.');
  process.exitCode = 1;
}
