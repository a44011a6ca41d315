// What makes the built page work without a network: the service worker, and a zip of all of it for a classroom.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { build } from 'vite';
import { root } from './run.js';

const ZIP = 'netpol-playground.zip';
const WORKER = 'sw.js';

/** Files that nobody needs while the page runs. */
const left = /^(sw\.js|netpol-playground\.zip|THIRD_PARTY_LICENSES\.md)$|\.map$/;

const readme = `Netpol Playground for a classroom without internet. Opened as a file it does not run: browsers want http.
Serve this folder with \`npx serve\` or \`python3 -m http.server\` and open the address it prints (offline use in a student's browser afterwards: localhost or https only).
`;

/**
 * All files below a folder, as paths with slashes.
 * @param {string} folder
 */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/**
 * The list for the service worker.
 * @param {string} folder of the built page
 */
function precached(folder) {
  return filesIn(folder)
    .filter((path) => !left.test(path))
    .map((path) => {
      const content = readFileSync(join(folder, path));
      const hash = createHash('sha256').update(content).digest('base64');
      // The build puts a hash of the content into the name of every asset.
      const revision = path.startsWith('assets/') ? null : hash;
      return { url: path, revision, integrity: `sha256-${hash}` };
    });
}

/** @param {readonly object[]} files */
async function workerCode(files) {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { OFFLINE_FILES: JSON.stringify(files) },
    build: {
      target: 'es2022',
      write: false,
      modulePreload: false,
      rolldownOptions: { input: join(root, 'src', 'offline', 'sw.ts'), output: { format: 'iife' } },
    },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('No service worker was built.');
  return chunk.code;
}

/**
 * Writes both beside the built page.
 * @param {string} folder
 */
export async function writeOffline(folder) {
  writeFileSync(join(folder, WORKER), await workerCode(precached(folder)));
  const paths = filesIn(folder).filter((path) => path !== ZIP);
  const entries = paths.map((path) => [`netpol-playground/${path}`, readFileSync(join(folder, path))]);
  entries.push(['netpol-playground/README.txt', Buffer.from(readme)]);
  // The same build gives the same zip.
  const mtime = new Date(2026, 0, 1);
  writeFileSync(join(folder, ZIP), zipSync(Object.fromEntries(entries), { level: 9, mtime }));
}
