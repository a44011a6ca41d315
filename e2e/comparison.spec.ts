import { expect, test } from './fixtures';
import { Playground } from './playground';

const shutWeb =
  '\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: shop}\nspec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress]}\n';

test('a pinned state is compared with every edit, and the picture shows only what changed', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('button', { name: 'Compare' }).click();
  const panel = page.getByRole('complementary', { name: 'Compare' });
  await panel.getByRole('button', { name: 'Pin this state' }).click();
  await expect(panel.getByRole('status')).toContainText('Everything is the same');

  await playground.tab('policies.yaml').click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(shutWeb);
  await expect(panel.getByRole('status')).toContainText('closed');
  const closed = panel.getByRole('list', { name: 'Closed' });
  await expect(
    closed.getByRole('button', { name: /^web to api: .* before, nothing now, by .*shop\/shut/ }),
  ).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Policies' })).toContainText('shop/shut added');
  expect(await accessibilityProblems()).toEqual([]);

  // A row selects its pair in the picture, and the panel stays.
  await closed.getByRole('button', { name: /^web to api/ }).click();
  await expect(panel).toBeVisible();
  await expect(closed.getByRole('button', { name: /^web to api/ })).toHaveAttribute('aria-pressed', 'true');

  await panel.getByRole('checkbox', { name: 'Show only what changed' }).check();
  await expect(playground.edge(/api can reach db/)).toHaveCount(0);
  await expect(playground.edge(/web cannot reach api/)).toBeVisible();

  await page.getByRole('button', { name: 'Matrix' }).click();
  const grid = page.getByRole('grid', { name: 'Who can reach whom' });
  await expect(grid.getByRole('gridcell', { name: 'web cannot reach api', exact: false })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: 'api can reach db on TCP 5432', exact: true })).toHaveCount(
    0,
  );
  await page.getByRole('button', { name: 'Graph' }).click();

  await panel.getByRole('button', { name: 'Unpin' }).click();
  await expect(playground.edge(/api can reach db/)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Pin this state' })).toBeVisible();
});

test('an earlier version is pinned, brought back, and a baseline outlives a reload', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.tab('policies.yaml').click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(shutWeb);
  await expect(playground.edge(/web cannot reach api/)).toBeVisible();

  await page.getByRole('button', { name: 'Compare' }).click();
  const panel = page.getByRole('complementary', { name: 'Compare' });
  await expect(panel.getByRole('list', { name: 'Earlier versions' })).toContainText('policies.yaml edited');
  expect(await accessibilityProblems()).toEqual([]);
  await panel.getByRole('button', { name: /^Compare with .*as opened/ }).click();
  await expect(panel.getByRole('status')).toContainText('closed');

  await page.reload();
  await playground.ready();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(panel.getByRole('status')).toContainText('closed');
  await expect(panel).toContainText('as opened');

  await panel.getByText('Compare with something else').click();
  await panel.getByRole('button', { name: 'Unpin' }).click();
  await page.reload();
  await playground.ready();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(panel.getByRole('button', { name: 'Pin this state' })).toBeVisible();
});

test('files are pinned without being opened, and a version is brought back', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.tab('policies.yaml').click();
  await page.getByRole('button', { name: 'Compare' }).click();
  const panel = page.getByRole('complementary', { name: 'Compare' });
  const chooser = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Pin files…' }).click();
  await (
    await chooser
  ).setFiles({
    name: 'before.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from('apiVersion: v1\nkind: Pod\nmetadata: {name: gone, namespace: shop}\n'),
  });
  await expect(panel).toContainText('Compared with before.yaml');
  await expect(panel.getByRole('list', { name: 'Workloads removed' })).toContainText('gone');
  await expect(page.getByRole('tab', { name: 'before.yaml' })).toHaveCount(0);

  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(shutWeb);
  await expect(playground.edge(/web cannot reach api/)).toBeVisible();
  await panel.getByText('Compare with something else').click();
  await panel.getByRole('button', { name: /^Bring back .*as opened/ }).click();
  await expect(playground.edge(/web can reach api/)).toBeVisible();
});
