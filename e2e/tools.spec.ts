import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { Playground } from './playground';

test('the matrix says in cells what the graph says in lines, and is walked with the arrow keys', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('button', { name: 'Matrix' }).click();
  const grid = page.getByRole('grid', { name: 'Who can reach whom' });
  const cell = (name: string) => grid.getByRole('gridcell', { name, exact: true });
  await expect(cell('api can reach db on TCP 5432')).toHaveText('5432');
  await expect(cell('2 of 6 pairs inside shop can connect')).toHaveText('2/6');

  await cell('api can reach db on TCP 5432').click();
  await expect(playground.details).toContainText('can reach on TCP 5432');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(playground.details).toContainText('db');
  expect(await accessibilityProblems()).toEqual([]);

  // Folded, a namespace is one line; the graph shows the same.
  await grid.getByRole('button', { name: 'Fold shop' }).first().click();
  await expect(cell('api can reach db on TCP 5432')).toBeHidden();
  await expect(cell('2 of 6 pairs inside shop can connect')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const rows = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  expect(rows[0]).toBe('from \\ to,monitoring/metrics,shop,visitors/customer,Outside');
  await page.getByRole('button', { name: 'Graph' }).click();
  await expect(playground.card('shop')).toBeVisible();
});

test('the connection tester says where a connection ends and what one would see', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('button', { name: 'Test a connection' }).click();
  const tester = page.getByRole('complementary', { name: 'Connection tester' });
  await tester.getByRole('combobox', { name: 'From' }).fill('shop/db');
  await tester.getByRole('combobox', { name: 'To', exact: true }).fill('service:shop/api');
  await tester.getByRole('spinbutton', { name: 'Port' }).fill('80');
  await expect(tester).toContainText('db never gets as far as api');
  await expect(tester).toContainText('curl: (28) Resolving timed out');

  await tester.getByRole('combobox', { name: 'From' }).fill('shop/web');
  await expect(tester).toContainText('web connects to api on TCP 80');
  await expect(tester).toContainText('kubectl exec -n shop deployment/web --');
  expect(await accessibilityProblems()).toEqual([]);

  // It follows the text: a policy that shuts api.
  await playground.tab('policies.yaml').click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(
    '\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: shop}\nspec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress]}\n',
  );
  await expect(tester).toContainText('web never gets as far as api');
  await tester.getByRole('button', { name: 'Close the connection tester' }).click();
  await expect(tester).toBeHidden();
});
