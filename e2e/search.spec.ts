import { expect, test } from './fixtures';
import { Playground } from './playground';

test('a filter dims or hides what it does not find, in the graph as in the matrix, and says how much', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const box = page.getByRole('combobox', { name: 'Search and filter the picture' });
  const found = page.getByRole('search', { name: 'Picture' }).getByRole('status');
  const before = await playground.positions();

  await playground.card('web').focus();
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await box.fill('ns:shop');
  await expect(found).toContainText('3 of 5 workloads');
  await expect(playground.picture.getByText('2 of 5 workloads dimmed by the filter')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(playground.details).toContainText('api');
  expect(await accessibilityProblems()).toEqual([]);

  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(playground.card('metrics')).toHaveCount(0);
  await expect(playground.card('web')).toBeVisible();
  await expect(playground.edge(/metrics/)).toHaveCount(0);
  await expect(playground.picture.getByText('2 of 5 workloads hidden by the filter')).toBeVisible();
  const after = await playground.positions();
  expect(Object.keys(after).sort()).toEqual(['api', 'db', 'web']);

  await page.getByRole('button', { name: 'Matrix' }).click();
  const grid = page.getByRole('grid', { name: 'Who can reach whom' });
  await expect(grid.getByRole('gridcell', { name: 'api can reach db on TCP 5432' })).toHaveText('5432');
  await expect(grid.getByRole('rowheader', { name: 'metrics' })).toHaveCount(0);
  await expect(playground.picture.getByText('2 of 5 workloads hidden by the filter')).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await page.getByRole('button', { name: 'Focus', exact: true }).click();
  await expect(grid.getByRole('rowheader', { name: 'metrics' })).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);

  await page.getByRole('button', { name: 'Show all', exact: true }).click();
  await expect(box).toHaveValue('');
  await page.getByRole('button', { name: 'Graph' }).click();
  await expect(playground.card('metrics')).toBeVisible();
  expect(Object.keys(await playground.positions()).sort()).toEqual(Object.keys(before).sort());
});

test('pairs are found by verdict, port and policy, and gone through one by one', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const box = page.getByRole('combobox', { name: 'Search and filter the picture' });
  const found = page.getByRole('search', { name: 'Picture' }).getByRole('status');
  await page.keyboard.press('ControlOrMeta+Shift+F');
  await expect(box).toBeFocused();
  await box.fill('to:db port:5432');
  await expect(found).toContainText(/2 of 5 workloads, 1 connection(?!s)/);
  await page.keyboard.press('Enter');
  await expect(playground.details).toContainText('can reach on TCP 5432');

  await box.fill('ns:shop verdict:blocked');
  await expect(found).toContainText(/ connections/);
  await page.getByRole('button', { name: 'Next hit' }).click();
  await expect(playground.details).toContainText('cannot reach');

  // What is not finished is said, and does not take the picture away.
  await box.fill('from:web verdict:');
  await expect(page.getByText('verdict: needs a value.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
});

test('suggestions are taken with the keyboard, and the address brings the filter back', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const box = page.getByRole('combobox', { name: 'Search and filter the picture' });
  await box.focus();
  const hints = page.getByRole('listbox', { name: 'Suggestions' });
  await expect(hints.getByRole('option', { name: 'verdict:' })).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await box.pressSequentially('ns');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('ns:');
  await expect(hints.getByRole('option')).toHaveCount(3);
  await box.pressSequentially('sh');
  await expect(hints.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('ns:shop ');

  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await page.getByRole('button', { name: 'Matrix' }).click();
  await expect(page).toHaveURL(/#view=1&form=matrix&filter=ns:shop&rest=hidden$/);
  await page.reload();
  await expect(box).toHaveValue('ns:shop');
  const grid = page.getByRole('grid', { name: 'Who can reach whom' });
  await expect(grid.getByRole('rowheader', { name: 'web' })).toBeVisible();
  await expect(grid.getByRole('rowheader', { name: 'metrics' })).toHaveCount(0);

  // Somebody edits the address: another view, and what it does not know stays in it.
  await page.evaluate(() => {
    location.hash = '#later=x%2Fy&view=1&at=StatefulSet/shop/db&filter=%%%';
  });
  await expect(playground.card('db')).toBeVisible();
  await expect(playground.details).toContainText('db');
  await expect(box).toHaveValue('');
  await page.getByRole('button', { name: 'Matrix' }).click();
  await expect(page).toHaveURL(/#later=x%2Fy&view=1&form=matrix&at=StatefulSet\/shop\/db$/);
});

test('the palette does everything there is to do, and goes to anything by its name', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.card('web').focus();
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const command = palette.getByRole('combobox');
  await expect(command).toBeFocused();
  expect(await accessibilityProblems()).toEqual([]);
  await command.fill('extwelve');
  await expect(palette.getByRole('option').first()).toContainText(/Open example/);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(playground.tab('policies.yaml')).toBeVisible();
  await expect(playground.card('catalog')).toBeVisible();

  // A workload is shown in the picture, a policy in the text.
  await playground.card('catalog').focus();
  await page.keyboard.press('F1');
  await command.fill('grebasc');
  await page.keyboard.press('Enter');
  await expect(playground.details).toContainText('basket-cache');
  await page.keyboard.press('Escape');
  await playground.card('catalog').focus();
  await page.keyboard.press('ControlOrMeta+k');
  await command.fill('green orders');
  await palette
    .getByRole('option', { name: /NetworkPolicy/ })
    .first()
    .click();
  await expect(playground.editor).toBeFocused();
  await expect(playground.tab('policies.yaml')).toHaveAttribute('aria-selected', 'true');

  // What was done last comes first.
  await playground.card('catalog').focus();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette.getByRole('option').first()).toContainText('NetworkPolicy');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
});

test('the editor keeps its own keys', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.editor.focus();
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  // A chord of the editor: comment this line.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByText('# # Try it')).toBeVisible();
  await page.keyboard.type('/?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press('F1');
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(playground.editor).toBeFocused();
});

test('the sheet of shortcuts lists each once', async ({ page, accessibilityProblems }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.card('web').focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Search and filter the picture');
  const keys = await sheet.getByRole('definition').allTextContents();
  const single = keys.flatMap((text) => text.split(', '));
  expect(new Set(single).size).toBe(single.length);
  expect(single).toContain('Ctrl+K');
  expect(await accessibilityProblems()).toEqual([]);
});

test('search, filter and palette keep their contrast in the dark', async ({
  page,
  accessibilityProblems,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const playground = new Playground(page);
  await playground.open();
  const box = page.getByRole('combobox', { name: 'Search and filter the picture' });
  await box.fill('ns:shop verdict:');
  await expect(page.getByText('verdict: needs a value.')).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await box.fill('from:web');
  await expect(playground.picture.getByText(/dimmed by the filter/)).toBeVisible();
  await page.getByRole('button', { name: 'Matrix' }).click();
  expect(await accessibilityProblems()).toEqual([]);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
});
