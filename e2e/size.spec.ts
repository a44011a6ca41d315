import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { expect, test } from './fixtures';
import { Playground } from './playground';

const BUDGET = 250_000; // bytes after gzip

test('the first picture needs little JavaScript, and the editor comes after it', async ({
  page,
  context,
}) => {
  const scripts: Response[] = [];
  let monacoAsked = false;
  context.on('request', (request) => {
    if (request.url().includes('monaco')) monacoAsked = true;
  });
  context.on('response', (response) => {
    if (!monacoAsked && response.url().endsWith('.js')) scripts.push(response);
  });
  const playground = new Playground(page);
  await page.goto('./');
  await expect(playground.edges.first()).toBeVisible();
  await playground.ready();
  expect(monacoAsked).toBe(true);
  const sizes = await Promise.all(
    scripts.map(
      async (script) => [new URL(script.url()).pathname, gzipSync(await script.body()).length] as const,
    ),
  );
  const sum = sizes.reduce((total, [, size]) => total + size, 0);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sum, JSON.stringify(sizes)).toBeLessThan(BUDGET);
});
