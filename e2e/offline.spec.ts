import { test as testBetween } from './between';
import { expect, test } from './fixtures';
import { Playground } from './playground';

test.use({ serviceWorkers: 'allow' });
testBetween.use({ serviceWorkers: 'allow' });

test('after one visit everything works without a network', async ({ page, context }) => {
  const playground = new Playground(page);
  await playground.open();
  await expect(playground.status).toContainText('Ready offline', { timeout: 45_000 });
  await context.setOffline(true);
  await page.reload();
  await playground.ready();
  await expect(playground.status).toContainText('Ready offline');
  await page.getByRole('button', { name: 'Matrix' }).click();
  await expect(page.getByRole('grid', { name: 'Who can reach whom' })).toBeVisible();
  await page.getByRole('button', { name: 'Graph' }).click();
  await page.getByRole('button', { name: 'Coverage' }).click();
  await expect(page.getByRole('complementary', { name: 'Coverage' })).toContainText('workloads');
  await playground.example('Three-tier shop');
  await playground.tab('policies.yaml').click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('\n# typed without a network');
  await expect(page.getByRole('region', { name: 'Manifests' })).toContainText('typed');
});

test('a first visit that was interrupted is whole after a reload', async ({ page, context, problems }) => {
  let broken = 0;
  await context.route(/\/assets\/.*(monaco|engine\.worker|Inspector).*\.js$/, async (route) => {
    broken += 1;
    await route.abort('connectionfailed');
  });
  await page.goto('./');
  await expect.poll(() => broken).toBeGreaterThan(1);
  await page.waitForTimeout(1500);
  await context.unroute(/\/assets\/.*(monaco|engine\.worker|Inspector).*\.js$/);
  problems.length = 0;
  await page.reload();
  const playground = new Playground(page);
  await playground.ready();
  await expect(playground.status).toContainText('Ready offline', { timeout: 45_000 });
  await context.setOffline(true);
  await page.reload();
  await playground.ready();
});

test('a part that does not arrive says so, and comes when it is asked for again', async ({
  page,
  context,
  problems,
}) => {
  const playground = new Playground(page);
  const coverage = /\/assets\/CoveragePanel.*\.js$/;
  await context.route(coverage, (route) => route.abort('connectionfailed'));
  await playground.open();
  await page.getByRole('button', { name: 'Coverage' }).click();
  const missing = page.getByRole('alert').filter({ hasText: 'did not arrive' });
  await expect(missing).toBeVisible();
  await expect(playground.status).toContainText('Ready');
  problems.length = 0;
  await context.unroute(coverage);
  await missing.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('complementary', { name: 'Coverage' })).toContainText('workloads');
});

testBetween('a new version is offered, and taken only when it is asked for', async ({ page, between }) => {
  const playground = new Playground(page);
  await playground.open();
  await expect(playground.status).toContainText('Ready offline', { timeout: 45_000 });
  between.publish();
  await page.reload();
  await playground.ready();
  const offer = playground.status.getByRole('button', { name: 'New version – reload' });
  await expect(offer).toBeVisible({ timeout: 45_000 });
  await page.reload();
  await playground.ready();
  await expect(offer).toBeVisible();
  await Promise.all([page.waitForEvent('load'), offer.click()]);
  await playground.ready();
  await expect(playground.status).toContainText('Ready offline');
  await expect(offer).toHaveCount(0);
});

test('the page is there as a zip, and the zip is not kept', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await expect(playground.status).toContainText('Ready offline', { timeout: 45_000 });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^Download for a classroom/ }).click();
  expect((await download).suggestedFilename()).toBe('netpol-playground.zip');
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => url);
  });
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.filter((url) => url.includes('.zip'))).toEqual([]);
});

testBetween.describe('on a link of 1.6 Mbit/s', () => {
  testBetween.use({ link: { bytesPerSecond: 200_000, latency: 150 } });

  testBetween('the graph comes soon, and Monaco after it', async ({ page }) => {
    await page.addInitScript(() => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('.react-flow__edge') === null) return;
        performance.mark('first edge');
        observer.disconnect();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto('./', { waitUntil: 'commit' });
    const playground = new Playground(page);
    await expect(playground.edges.first()).toBeVisible();
    await expect(playground.editor).toBeAttached({ timeout: 45_000 });
    const { edge, monaco } = await page.evaluate(() => ({
      edge: performance.getEntriesByName('first edge')[0]?.startTime ?? Infinity,
      monaco: Math.min(
        ...performance
          .getEntriesByType('resource')
          .flatMap(({ name, startTime }) => (name.includes('monaco') ? [startTime] : [])),
      ),
    }));
    console.log(`first edge ${edge.toFixed(0)} ms, Monaco asked for ${monaco.toFixed(0)} ms`);
    // The aim is 5 s; a busy machine is given twice that.
    expect(edge).toBeLessThan(10_000);
    expect(monaco).toBeGreaterThan(edge);
  });
});
