import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { Playground } from './playground';

test('coverage says of each namespace how far it is closed, worst first, and shows what is clicked', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('button', { name: 'Coverage' }).click();
  const panel = page.getByRole('complementary', { name: 'Coverage' });
  await expect(panel).toContainText('10 of 20 pairs inside the cluster open, 6 because nothing decides');
  const rows = panel.getByRole('list').first().getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('monitoring');
  await expect(rows.nth(2)).toContainText('shop');
  await expect(rows.nth(2)).toContainText('closed');
  await expect(rows.nth(2)).toContainText('4 of 12 pairs into it open');
  expect(await accessibilityProblems()).toEqual([]);

  // The status line of the picture counts what steps back.
  const shown = panel.getByRole('status');
  await panel.getByRole('button', { name: 'shop', exact: true }).click();
  await expect(shown).toContainText('The picture shows namespace shop; the rest is dimmed.');
  await expect(playground.picture).toContainText('2 of 5 workloads dimmed');
  await panel.getByRole('button', { name: /^Out partly/ }).click();
  await expect(playground.picture).toContainText('3 of 5 workloads dimmed');
  expect(await accessibilityProblems()).toEqual([]);
  await panel.getByRole('button', { name: 'Show all 2 workloads no policy selects' }).click();
  await expect(playground.picture).toContainText('3 of 5 workloads dimmed');

  // By keyboard, and back.
  await page.keyboard.press('Enter');
  await expect(playground.picture).not.toContainText('dimmed');
  await page.keyboard.press('Enter');
  await expect(playground.picture).toContainText('dimmed');
  await shown.getByRole('button', { name: 'Show everything' }).click();
  await expect(playground.picture).not.toContainText('dimmed');

  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Markdown' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8').split('\n');
  expect(lines.filter((line) => line.startsWith('| shop |'))).toHaveLength(1);
  expect(lines).toContain('- visitors/customer');
});

test('coverage follows the text', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('button', { name: 'Coverage' }).click();
  const panel = page.getByRole('complementary', { name: 'Coverage' });
  await panel.getByRole('button', { name: 'Show all 2 workloads no policy selects' }).click();
  await expect(playground.picture).toContainText('3 of 5 workloads dimmed');
  await playground.tab('policies.yaml').click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(
    '\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: visitors}\nspec: {podSelector: {}}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: idle, namespace: visitors}\nspec: {podSelector: {matchLabels: {app: gone}}}\n',
  );
  await expect(panel).toContainText('1 workload is selected by no policy');
  await expect(panel).toContainText('1 policy that selects no pod');
  await expect(playground.picture).toContainText('4 of 5 workloads dimmed');
});

test('the plugin profiles say what they decide otherwise here, and why', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.example('The metadata address');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'What plugins do differently here' }).click();
  const panel = page.getByRole('complementary', { name: 'What plugins do differently' });
  const cilium = panel.getByRole('region', { name: 'Cilium' });
  await expect(cilium).toContainText('1 pair differs here: 1 lets less through');
  expect(await accessibilityProblems()).toEqual([]);
  await cilium.getByRole('button', { name: /^crawler to importer: every port by the specification/ }).click();
  await expect(
    cilium.getByRole('button', { name: /egress\[0\] of anywhere-but-metadata names 0\.0\.0\.0\/0/ }).first(),
  ).toBeVisible();

  await cilium.getByRole('button', { name: 'Use Cilium' }).click();
  await expect(cilium).toContainText('in use');
  const banner = page.getByRole('note');
  await expect(banner).toContainText('Cilium: 1 pair differs from the specification');
  await panel.getByRole('button', { name: /^Close/ }).click();
  await banner.getByRole('button', { name: 'list' }).click();
  await expect(panel).toBeVisible();

  const none = panel.getByRole('region', { name: 'Nothing enforced' });
  await expect(none).toContainText('accept policies (2 here)');
  await none.getByRole('button', { name: 'Use Nothing enforced' }).click();
  await expect(banner).toContainText('everything is allowed');
  await expect(playground.status).toContainText('6 of 6 pairs open');
  await panel.getByRole('button', { name: /^Close/ }).click();
  await banner.getByRole('button', { name: 'Why?' }).click();
  await expect(panel).toBeVisible();
  await panel.getByText('Cilium closest: Cilium').click();
  await expect(panel.getByRole('link', { name: 'Cilium: Network Policy' })).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
});

test('a workload tells who can reach it and whom it can reach, the outside first', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.card('api').click();
  const can = playground.details.getByRole('region', { name: 'Can reach', exact: true });
  const reachedBy = playground.details.getByRole('region', { name: 'Can be reached by' });
  const names = (list: typeof can) =>
    list.getByRole('button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

  // What leaves it nothing decides, and db takes one port; the outside stands on top.
  await expect(can.getByRole('button').first()).toHaveAccessibleName(
    'api can reach Outside on every port: nothing decides this',
  );
  expect((await names(can)).slice(0, 4)).toEqual([
    'api can reach Outside on every port: nothing decides this',
    'api can reach metrics on every port: nothing decides this',
    'api can reach customer on every port: nothing decides this',
    'api can reach db on TCP 5432',
  ]);
  expect((await names(reachedBy)).slice(0, 2)).toEqual([
    'metrics can reach api on TCP 9090',
    'web can reach api on TCP 8080',
  ]);
  // The outside is among the blocked ones.
  await reachedBy.getByText('blocked').click();
  await expect(
    reachedBy.getByRole('button', { name: 'Outside cannot reach api: stopped when arriving' }),
  ).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await reachedBy.getByRole('button', { name: 'web can reach api on TCP 8080' }).click();
  await expect(playground.details).toContainText('web can reach api on TCP 8080');
});
