import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Playground } from './playground';

/** What is selected in the editor, as copying would take it. */
async function selected(page: Page, playground: Playground): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

const rule = (details: Locator, path: string): Locator =>
  details.getByRole('button', { name: `Peers and ports of ${path}` });

test('a blocked pair says at which gate it stops, and why each rule does not match', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.edge(/^customer cannot reach api/).press('Enter');
  const { details } = playground;
  await expect(details.getByRole('heading', { name: 'Egress of customer' })).toContainText('not guarded');
  await expect(details.getByRole('heading', { name: 'Ingress of api' })).toContainText('stopped here');
  await expect(details).toContainText('customer is in visitors');

  await rule(details, 'ingress[0] of api').click();
  const peers = details.getByRole('list', { name: 'Peers of ingress[0]' });
  await expect(peers).toContainText('podSelector app=web: customer has app=customer');
  await expect(details.getByRole('list', { name: 'Ports of ingress[0]' })).toContainText('TCP 8080');
  expect(await accessibilityProblems()).toEqual([]);

  // Each of them is a link to its place in the text.
  await peers.getByRole('button', { name: /customer has app=customer/ }).click();
  expect(await selected(page, playground)).toBe('app: web');
});

test('the nearest miss, made true in the text, lets the pair through', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.edge(/^web cannot reach db/).press('Enter');
  const near = playground.details.getByRole('region', { name: 'What would let it through' });
  await expect(near).toContainText('Only the ingress of db stops it.');
  await near.getByRole('button', { name: /ingress\[0\] of db would let it in/ }).click();
  expect(await selected(page, playground)).toBe('app: api');
  await page.keyboard.insertText('app: web');
  await expect(playground.details).toContainText('web can reach db on TCP 5432');
  await expect(near).toBeHidden();
});

test('a blocked pair is allowed from the picture, and one undo takes that back', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.edge(/^web cannot reach db/).press('Enter');
  const allow = playground.details.getByRole('region', { name: 'Allow this' });
  const way = allow.getByRole('button', { name: 'Add a rule to db' });
  await expect(way).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  const command = page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox');
  await command.fill('Allow the selected');
  await command.press('Enter');
  await expect(way).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(allow).toContainText('Then TCP 5432 would pass. It opens nothing else.');
  await expect(allow.getByRole('region', { name: /^Lines at policies\.yaml:/ })).toContainText('app: web');
  expect(await accessibilityProblems()).toEqual([]);

  await allow.getByRole('button', { name: 'Insert' }).click();
  await expect(page.getByText('Add a rule to db: done.')).toBeVisible();
  await expect(playground.details).toContainText('web can reach db on TCP 5432');
  await expect(playground.edge(/^web can reach db/)).toBeAttached();
  await expect(allow).toBeHidden();

  await expect(playground.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(playground.details).toContainText('web cannot reach db');
  await expect(way).toBeVisible();
});

test('the cursor in the text lights what it concerns, and says so in plain words', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const words = page.getByRole('region', { name: 'At the cursor' });
  const dimmed = page.getByText(/dimmed by the cursor/);
  await playground.goToEndOfLine(48);
  await expect(words).toContainText('podSelector app=web selects web.');
  await expect(dimmed).toContainText('3 of 5 workloads');
  expect(await accessibilityProblems()).toEqual([]);

  // From the peer to the policy.
  for (let up = 0; up < 11; up++) await page.keyboard.press('ArrowUp');
  await expect(words).toContainText('api: pods with app=api in shop may receive from');
  await expect(dimmed).toContainText('2 of 5 workloads');

  // Whoever types looks at what that does, not at where it is.
  await page.keyboard.type(' ');
  await expect(dimmed).toBeHidden();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ArrowLeft');
  await expect(dimmed).toBeVisible();

  // What is selected in the picture comes first.
  await playground.edge(/^api can reach db/).press('Enter');
  await expect(dimmed).toBeHidden();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Stop following the cursor' }).click();
  await expect(words).toBeHidden();
  await playground.goToEndOfLine(48);
  await expect(dimmed).toBeHidden();
});
