import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { kubectlDump } from '../src/bench/dump';
import { generate, type Size } from '../src/bench/generate';
import { expect, test } from './fixtures';
import { Playground } from './playground';

const folder = mkdtempSync(join(tmpdir(), 'netpol-scale-'));
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const middle: Size = { pods: 500, policies: 100, namespaces: 25, replicas: 4 };
const large: Size = { pods: 10_000, policies: 400, namespaces: 100, replicas: 5 };

/** The cluster as kubectl prints it, in a file; `times` such files one behind the other make a longer one. */
function dumpFile(size: Size): string {
  // Another worker may have cleared it away.
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `dump-${String(size.pods)}.yaml`);
  writeFileSync(path, kubectlDump(size, 1, generate(size, 1).policies.text));
  return path;
}

async function openFiles(page: Page, paths: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files…' }).click();
  await (await chooser).setFiles([...paths]);
}

/** Where React Flow put each card, whatever the viewport shows. */
async function places(playground: Playground): Promise<ReadonlyMap<string, string>> {
  const found = await playground.picture
    .locator('.react-flow__node')
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute('data-id') ?? '', (one as HTMLElement).style.transform] as const),
    );
  return new Map(found);
}

const counts = (playground: Playground): Locator => playground.picture.getByText(/^Showing /);

test('500 pods open as a map of namespaces, unfold in place and recolour on a keystroke', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await openFiles(page, [dumpFile(middle)]);
  await expect(playground.status).toContainText('125 workloads · 100 policies');
  await expect(counts(playground)).toContainText('Showing 25 namespaces; 125 workloads, 500 pods folded');
  await expect(playground.card('ns-3')).toBeVisible();

  // Nothing of the dump is kept but what decides connectivity.
  await expect(playground.tab('policies.yaml')).toBeVisible();
  await expect(playground.tab('cluster.yaml')).toBeVisible();

  const before = await places(playground);
  await playground.card('ns-3').dblclick();
  await expect(playground.picture.locator('[data-id^="Deployment/ns-3/"]').first()).toBeAttached();
  const after = await places(playground);
  const others = [...before].filter(([id]) => id !== 'Namespace/ns-3' && after.has(id));
  expect(others.length).toBeGreaterThanOrEqual(25);
  expect(others.filter(([id, place]) => after.get(id) !== place)).toEqual([]);

  await page.getByRole('button', { name: 'Workloads', exact: true }).click();
  await expect(counts(playground)).toContainText('Showing 25 namespaces, 125 workloads; 500 pods folded');

  // A policy that opens everything of one namespace, typed at the end.
  await playground.tab('policies.yaml').click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(
    '\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: free, namespace: ns-3}\nspec: {podSelector: {}, ingress: [{}], egress: [{}]}\n',
  );
  await expect(playground.status).toContainText(/\d+ connections? opened/);
  await expect(playground.status).toContainText('101 policies');
});

test('a dump of 10,000 pods can be called off, opens, is edited, and is there again after a reload', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const path = dumpFile(large);
  const playground = new Playground(page);
  await playground.open();
  await expect(playground.status).toContainText('5 workloads');

  // Four of them take long enough to change one's mind.
  await openFiles(page, [path, path, path, path]);
  const card = page.getByRole('region', { name: 'Import' });
  await expect(card.getByRole('progressbar')).toHaveAttribute(
    'aria-valuetext',
    /Reading dump-10000\.yaml: .* objects/,
  );
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card).toBeHidden();
  await expect(playground.status).toContainText('5 workloads · 4 policies');

  await openFiles(page, [path]);
  await expect(playground.status).toContainText('2,000 workloads · 400 policies', { timeout: 60_000 });
  await expect(counts(playground)).toContainText(
    'Showing 100 namespaces; 2,000 workloads, 10,000 pods folded',
  );
  expect(await playground.picture.locator('.react-flow__node').count()).toBeLessThanOrEqual(1000);

  await playground.tab('policies.yaml').click();
  await expect(playground.editor).toBeAttached();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(
    '\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: ns-3}\nspec: {podSelector: {}, policyTypes: [Ingress, Egress]}\n',
  );
  await expect(playground.status).toContainText('401 policies');

  // Saving goes on in the background; what could not be kept would be said.
  await page.waitForTimeout(4000);
  await page.reload();
  await expect(playground.status).toContainText('2,000 workloads · 401 policies', { timeout: 60_000 });
});
