import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser, launchArguments } from '../scripts/browser.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env['E2E_PORT'] ?? 41731);
const inCi = Boolean(process.env['CI']);
const browser = findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: inCi,
  retries: inCi ? 1 : 0,
  workers: 2,
  // Two cores that draw in software are slow at times; a hang still ends.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  globalTimeout: 12 * 60_000,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1440, height: 900 },
    // What is kept for offline must not answer in place of the server; e2e/offline.spec.ts lets it.
    serviceWorkers: 'block',
    // Without a browser Playwright looks for its own; `npm run test:e2e` has installed one before it comes to that.
    launchOptions: { ...(browser ? { executablePath: browser.path } : {}), args: launchArguments },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  webServer: {
    // Plain: a worker's request to elsewhere then shows, instead of being refused in silence.
    command: `"${process.execPath}" scripts/serve.js --plain --strict-port --port ${port}`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
