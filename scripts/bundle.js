import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.js';

const cache = join(root, '.cache');
const day = 24 * 60 * 60 * 1000;

/**
 * A hash of what the sources look like from outside: names, sizes and times, which is read in a few milliseconds.
 * @param {readonly string[]} sources folders and files of the checkout
 */
function stamp(sources) {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ path) => {
    const stats = statSync(path);
    if (stats.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
  };
  for (const source of sources) visit(join(root, source));
  return hash.digest('hex').slice(0, 16);
}

/**
 * One JavaScript module for node with all that the entry needs.
 * @param {string} entry
 * @param {readonly string[]} external packages that are not put into it
 */
async function build(entry, external) {
  const { build } = await import('vite');
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: [...external] },
    build: {
      ssr: entry,
      target: 'node20',
      write: false,
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`Nothing was built from ${entry}.`);
  return chunk.code;
}

/**
 * Runs a TypeScript program of this checkout on node, bundled only when its sources changed since the last time.
 * The bundle is renamed into place whole, so that programs started at once do not meet half a file.
 * @param {string} name
 * @param {{ readonly entry: string, readonly sources: readonly string[], readonly external?: readonly string[] }} program
 */
export async function runBundled(name, { entry, sources, external = [] }) {
  // npm starts scripts in the checkout; a path on the command line means the folder the user is in.
  const folder = process.env['INIT_CWD'];
  const file = join(cache, `${name}-${stamp([...sources, 'package-lock.json', 'scripts/bundle.js'])}.mjs`);
  if (!existsSync(file)) {
    const code = await build(entry, external);
    mkdirSync(cache, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, code);
    renameSync(unfinished, file);
    for (const old of readdirSync(cache)) {
      const path = join(cache, old);
      if (old.startsWith(`${name}-`) && Date.now() - statSync(path).mtimeMs > day)
        rmSync(path, { force: true });
    }
  }
  if (folder && process.env['npm_lifecycle_event'] === name) process.chdir(folder);
  await import(pathToFileURL(file).href);
}
