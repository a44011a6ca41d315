// Serves the built page from this machine.
//   --port 4173       the next free one is taken, unless --strict-port
//   --host 127.0.0.1  0.0.0.0 lets the neighbours in
//   --plain           without the policy header, as most static hosts do
//   --open            in the user's browser
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { openInBrowser } from './open.js';
import { contentSecurityPolicy } from './policy.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    'strict-port': { type: 'boolean', default: false },
    host: { type: 'string', default: '127.0.0.1' },
    plain: { type: 'boolean', default: false },
    open: { type: 'boolean', default: false },
  },
});

const root = resolve(fileURLToPath(new URL('../dist', import.meta.url)));

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.yaml': 'text/yaml; charset=utf-8',
  '.zip': 'application/zip',
};
const compressible = /^(text|application)\/|svg/;

/**
 * The file a request names, or undefined where there is none inside dist.
 * @param {string} url
 */
function fileFor(url) {
  try {
    const asked = decodeURIComponent(url.replace(/[?#].*$/, ''));
    const path = resolve(join(root, asked, asked.endsWith('/') ? 'index.html' : ''));
    if (!path.startsWith(root + sep)) return undefined;
    const stats = statSync(path);
    return stats.isFile() ? { path, stats } : undefined;
  } catch {
    return undefined; // not there, or not an address at all
  }
}

/** @type {import('node:http').RequestListener} */
function answer(request, response) {
  const { method, url = '/', headers } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = fileFor(url);
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const type = types[extname(file.path)] ?? 'application/octet-stream';
  const tag = `W/"${file.stats.size.toString(36)}-${Math.trunc(file.stats.mtimeMs).toString(36)}"`;
  // The build puts a hash of the content into the name of every asset.
  const hashed = file.path.startsWith(join(root, 'assets') + sep);
  const gzip = compressible.test(type) && /\bgzip\b/.test(String(headers['accept-encoding']));
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  // The page carries the policy itself; its workers take theirs from the server, if it sends one.
  if (!values.plain) response.setHeader('Content-Security-Policy', contentSecurityPolicy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if (headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('Content-Type', type);
  if (gzip) response.setHeader('Content-Encoding', 'gzip');
  else response.setHeader('Content-Length', file.stats.size);
  response.writeHead(200);
  if (method === 'HEAD') {
    response.end();
    return;
  }
  const stop = () => response.destroy(); // the file vanished midway, or the reader left
  const content = createReadStream(file.path);
  if (gzip) pipeline(content, createGzip(), response, (error) => error && stop());
  else pipeline(content, response, (error) => error && stop());
}

if (!fileFor('/')) {
  console.error('dist/index.html is missing: run `npm run build` first.');
  process.exit(1);
}

let port = Number(values.port);
const last = port + 50;
const server = createServer(answer);
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EADDRINUSE' && !values['strict-port'] && port < last) {
    port += 1;
    server.listen(port, values.host);
    return;
  }
  console.error(`Cannot serve on ${values.host}:${port}: ${error.message}`);
  process.exit(1);
});
server.on('listening', () => {
  const shown = values.host === '127.0.0.1' ? 'localhost' : values.host;
  const address = `http://${shown}:${port}/`;
  console.log(`Netpol Playground is at ${address} (Ctrl+C stops it)`);
  if (values.open) openInBrowser(address);
});
server.listen(port, values.host);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => process.exit(0));
}
