import type { Locator } from '@playwright/test';
import { generate } from '../src/bench/generate';
import { expect, test } from './fixtures';
import { Playground } from './playground';

/** Pods in 50 namespaces as text. */
const clusterText = (pods: number): string =>
  generate({ pods, policies: 0, namespaces: 50, replicas: 5 }, 1).cluster.text;

async function openCluster(playground: Playground, pods: number): Promise<void> {
  await playground.open();
  await playground.drop([{ name: 'cluster.yaml', text: clusterText(pods) }]);
  await playground.tab('cluster.yaml').click();
  await expect(playground.treeItem(/^ns-3 /)).toBeVisible();
}

const somePod = 'web-0-5d4f8c7b9-10003';

/** Finds a pod by its name and opens it. */
async function openPod(playground: Playground): Promise<Locator> {
  await playground.search.fill(somePod);
  await playground.treeItem(somePod).click();
  return playground.objectText(`Pod ${somePod} in ns-0`);
}

test('a file of 10,000 objects is a tree that opens, scrolls and is edited without a hitch', async ({
  page,
}) => {
  const playground = new Playground(page);
  await page.addInitScript(() => {
    const slow: number[] = [];
    Object.assign(globalThis, { slow });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) slow.push(duration);
    }).observe({ type: 'longtask' });
  });
  await openCluster(playground, 10_000);
  await expect(page.getByRole('tabpanel')).toContainText(/10,050 objects \(4\.\d MB\)/);
  await expect(playground.treeItem(/^ns-3 /)).toContainText('200 pods');

  // Only what is in sight is in the page.
  await playground.treeItem(/^ns-0 /).focus();
  await page.keyboard.press('*');
  await page.keyboard.press('End');
  await expect(playground.treeItem(/^ns-49 |^Pod /).last()).toBeFocused();
  expect(await playground.tree.getByRole('treeitem').count()).toBeLessThan(100);

  await playground.search.fill('web-1000-');
  await playground.search.press('Enter');
  const object = playground.objectText('Pod web-1000-5d4f8c7b9-10000 in ns-0');
  await object.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.evaluate('slow.length = 0');
  await page.keyboard.type('\n# typed', { delay: 20 });
  await expect(object).toHaveValue(/# typed$/);
  // A keystroke takes about 10 ms; a machine that is busy with other things makes more of it.
  expect(await page.evaluate('slow.filter((duration) => duration > 200)')).toEqual([]);
});

test('the tree is walked with the keyboard alone', async ({ page }) => {
  const playground = new Playground(page);
  await openCluster(playground, 2_500);
  await playground.search.focus();
  await page.keyboard.press('ArrowDown');
  await expect(playground.treeItem(/^Cluster-wide/)).toBeFocused();
  await page.keyboard.type('ns-12');
  await expect(playground.treeItem(/^ns-12 /)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(playground.treeItem(/^ns-12 /)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const pod = playground.treeItem(/^worker-12-/).first();
  await expect(pod).toBeFocused();
  await expect(pod).toHaveAttribute('aria-level', '3');
  await expect(pod).toHaveAttribute('aria-posinset', '1');
  await expect(pod).toHaveAttribute('aria-setsize', '50');
  await page.keyboard.press('Enter');
  await expect(playground.objectText(/^Pod worker-12-/)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(pod).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(playground.treeItem(/^ns-12 /)).toBeFocused();
});

test('search narrows the tree by words and by what the text says, Escape clears it', async ({ page }) => {
  const playground = new Playground(page);
  await openCluster(playground, 2_500);
  await playground.search.fill('pod ns-7 10004');
  const count = page.getByRole('status').filter({ hasText: 'Showing' });
  await expect(count).toHaveText('Showing 10 of 2,550 objects');
  await expect(playground.treeItem(/^worker-7-5d4f8c7b9-10004/)).toBeVisible();
  await playground.search.fill('podip=10.100.7.');
  await expect(count).toHaveText('Showing 5 of 2,550 objects');
  await playground.search.fill('no such thing');
  await expect(count).toHaveText('Showing 0 of 2,550 objects');
  await playground.search.press('Escape');
  await expect(playground.search).toHaveValue('');
  await expect(playground.treeItem(/^ns-0 /)).toBeVisible();
});

test('a problem is counted in the tree, leads to its place, and goes when it is put right', async ({
  page,
}) => {
  const playground = new Playground(page);
  await openCluster(playground, 2_500);
  const object = await openPod(playground);
  await object.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n{');
  await expect(playground.treeItem(somePod)).toContainText(/\d errors?/);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(object).toHaveCount(0);
  await playground.search.fill('');
  await expect(playground.treeItem(/^ns-0 /)).toContainText(/\d errors?/);

  await page.getByRole('button', { name: /^Problems/ }).click();
  await page
    .getByRole('region', { name: 'Problems' })
    .getByRole('button', { name: /cluster\.yaml/ })
    .first()
    .click();
  await expect(object).toBeFocused();
  await expect(playground.treeItem(somePod)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Backspace');
  await expect(object).not.toHaveValue(/\{/);
  await expect(playground.treeItem(/^ns-0 /)).not.toContainText('error');
  await expect(playground.treeItem(somePod)).not.toContainText('error');
});

test('an object is deleted and comes back', async ({ page }) => {
  const playground = new Playground(page);
  await openCluster(playground, 2_500);
  const object = await openPod(playground);
  await page.getByRole('button', { name: 'Delete object' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('2,549 objects');
  await expect(object).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(object).toHaveValue(/^apiVersion: v1\nkind: Pod/);
  await expect(page.getByRole('tabpanel')).toContainText('2,550 objects');
  await expect(playground.treeItem(somePod)).toBeFocused();
});

test('a paste that is too large for the editor becomes a tree, and can be taken back', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.paste('# before\n');
  await playground.paste('# nothing but this\n'.repeat(30_001));
  await expect(page.getByRole('tabpanel')).toContainText('0 objects');
  await page.getByRole('button', { name: 'Undo paste' }).click();
  await expect(playground.tree).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Manifests' })).toContainText('before');
});

test('a large file can be opened as text and shown as a tree again; other files keep their editor', async ({
  page,
}) => {
  const playground = new Playground(page);
  await openCluster(playground, 2_500);
  await page.getByRole('button', { name: 'Add a file' }).click();
  await playground.editor.focus();
  await page.keyboard.type('# mine');
  await playground.tab('cluster.yaml').click();
  await expect(playground.tree).toBeVisible();
  await page.getByRole('button', { name: 'Open as text anyway' }).click();
  await expect(playground.tree).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Manifests' })).toContainText('kind:');
  await page.getByRole('button', { name: 'Show as tree' }).click();
  await expect(playground.tree).toBeVisible();

  await page.getByRole('tab').last().click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('region', { name: 'Manifests' })).not.toContainText('mine');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the tree in ${scheme}`, async ({ page, accessibilityProblems }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const playground = new Playground(page);
    await openCluster(playground, 2_500);
    await openPod(playground);
    expect(await accessibilityProblems()).toEqual([]);
  });
}
