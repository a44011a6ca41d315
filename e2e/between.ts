import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { test as base } from './fixtures';

/** A server between the browser and the built page: as slow as a link, and with a newer version when it is told so. */
export interface Between {
  /** From now on the service worker is another one. */
  readonly publish: () => void;
}

interface Link {
  readonly bytesPerSecond: number;
  /** Milliseconds. */
  readonly latency: number;
}

const PIECE = 4096;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** As `test`, through such a server; `link` is null where it shall be as fast as it can. */
export const test = base.extend<{ readonly between: Between; readonly link: Link | null }>({
  link: [null, { option: true }],
  between: async ({ baseURL }, use) => {
    const running = servers.get(baseURL ?? '');
    if (!running) throw new Error('Nothing stands between.');
    await use(running);
  },
  baseURL: async ({ baseURL, link }, use) => {
    let isNewer = false;
    let freeAt = 0;
    /** One link for all requests: what is sent waits for what was sent before. */
    const send = async (response: ServerResponse, body: Buffer): Promise<void> => {
      for (let at = 0; at < body.length; at += PIECE) {
        const piece = body.subarray(at, at + PIECE);
        if (link) {
          const now = performance.now();
          freeAt = Math.max(freeAt, now) + (piece.length / link.bytesPerSecond) * 1000;
          await wait(freeAt - now);
        }
        response.write(piece);
      }
      response.end();
    };
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { method = 'GET', url = '/' } = request;
      const upstream = await fetch(new URL(url, baseURL), { method });
      const isWorker = url.endsWith('/sw.js');
      let body = Buffer.from(await upstream.arrayBuffer());
      if (isWorker && isNewer) body = Buffer.concat([body, Buffer.from('\n// a newer version')]);
      const type = upstream.headers.get('content-type') ?? 'application/octet-stream';
      response.writeHead(upstream.status, {
        'Content-Type': type,
        'Content-Encoding': 'gzip',
        'Cache-Control': url.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
      if (link) await wait(link.latency);
      await send(response, gzipSync(body));
    };
    const server = createServer((request, response) => {
      answer(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    servers.set(address, {
      publish: () => {
        isNewer = true;
      },
    });
    await use(address);
    servers.delete(address);
    server.closeAllConnections();
    server.close();
  },
});

const servers = new Map<string, Between>();
