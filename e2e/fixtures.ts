import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type BrowserContext } from '@playwright/test';

interface Fixtures {
  /**
   * What went wrong in the page so far: requests to elsewhere, violations of the Content-Security-Policy, errors.
   * A test fails if any is left when it ends; one that provokes an error takes it out.
   */
  readonly problems: string[];
  /** The serious and critical things axe finds on the page as it is now, one line each. */
  readonly accessibilityProblems: () => Promise<string[]>;
}

/** Writes everything that must not happen in the context's pages and workers to the list. */
async function watch(context: BrowserContext, home: string, problems: string[]): Promise<void> {
  const ownOrigin = new URL(home).origin;
  const check = (address: string): void => {
    const { protocol, origin } = new URL(address);
    if (!['data:', 'blob:', 'about:'].includes(protocol) && origin !== ownOrigin) {
      problems.push(`request to elsewhere: ${address}`);
    }
  };
  context.on('request', (request) => check(request.url()));
  context.on('page', (page) => {
    page.on('websocket', (socket) => problems.push(`web socket: ${socket.url()}`));
    page.on('crash', () => problems.push('the page crashed'));
  });
  context.on('weberror', (webError) => problems.push(`uncaught: ${String(webError.error())}`));
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`Content-Security-Policy violated: ${event.effectiveDirective} by ${event.blockedURI}`);
    });
  });
}

export const test = base.extend<Fixtures>({
  problems: [
    async ({ context, baseURL }, use) => {
      const problems: string[] = [];
      await watch(context, baseURL ?? '', problems);
      await use(problems);
      expect(problems, 'what must not happen in the page').toEqual([]);
    },
    { auto: true },
  ],
  accessibilityProblems: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    });
  },
});

export { expect };
