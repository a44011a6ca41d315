/**
 * The service worker: keeps every file of the built page, so that it opens and works without a network. Built by
 * scripts/offline.js, which puts in the list of files.
 */
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';

interface Precached {
  readonly url: string;
  /** Null: the name says already which content it has. */
  readonly revision: string | null;
  readonly integrity: string;
}

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** As much of ServiceWorkerGlobalScope as is used here; its library would stand beside that of the page. */
interface Scope {
  readonly clients: {
    claim(): Promise<void>;
    matchAll(of: { readonly includeUncontrolled: boolean }): Promise<readonly unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

declare const self: Scope;
declare const OFFLINE_FILES: readonly Precached[];

const controller = new PrecacheController({
  plugins: [
    {
      // Whoever looks at the page comes first.
      requestWillFetch: ({ request, event }: { readonly request: Request; readonly event?: Event }) =>
        Promise.resolve(event?.type === 'install' ? new Request(request, { priority: 'low' }) : request),
    },
  ],
});
controller.addToCacheList([...OFFLINE_FILES]);

self.addEventListener('install', (event) => {
  // What an interrupted attempt has already brought is not fetched again.
  void controller.install(event);
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver(event));
});

async function takeOver(event: ExtendableEvent): Promise<void> {
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  // Another tab may still run the version before this one, and need more of it.
  if (open.length <= 1) await controller.activate(event);
  await self.clients.claim();
}

// A new version waits until the person asks for it, or has closed every tab of the old one.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});

registerRoute(
  new PrecacheRoute(controller, { directoryIndex: 'index.html', ignoreURLParametersMatching: [/./] }),
);
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.pathname.includes('/assets/'),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);
