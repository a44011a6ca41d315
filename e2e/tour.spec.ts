import { expect, test } from './fixtures';
import { Playground } from './playground';

test('the tour is offered once, walked with the keyboard, and never offered again', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const offer = playground.status.getByRole('button', { name: /^Take the tour/ });
  await offer.click();
  const tour = page.getByRole('region', { name: 'Guided tour' });
  await expect(tour).toBeFocused();
  await expect(tour).toContainText('1 of 6');
  expect(await accessibilityProblems()).toEqual([]);
  for (let step = 2; step <= 6; step++) {
    await tour.getByRole('button', { name: 'Next' }).press('Enter');
    await expect(tour).toContainText(`${String(step)} of 6`);
    const [card, size] = [await tour.boundingBox(), page.viewportSize()];
    expect(card && size && card.x >= 0 && card.x + card.width <= size.width).toBe(true);
    expect(card && size && card.y >= 0 && card.y + card.height <= size.height).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
  await expect(offer).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeFocused();
  // Kept a moment after the change.
  await page.waitForTimeout(800);
  await page.reload();
  await playground.ready();
  await expect(playground.status.getByRole('button', { name: 'Receipt' })).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Guided tour' }).click();
  await expect(tour).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test('technical words explain themselves, and lead into the glossary', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.card('db').focus();
  await page.keyboard.press('Enter');
  const word = playground.details.getByRole('button', { name: 'Ingress', exact: true });
  await word.focus();
  await expect(page.getByRole('tooltip')).toContainText('Connections that arrive at a pod');
  expect(await accessibilityProblems()).toEqual([]);
  await word.click();
  const glossary = page.getByRole('complementary', { name: 'Glossary' });
  await expect(glossary.locator('[aria-current="true"]')).toHaveText('ingress');
  await expect(glossary.locator('[aria-current="true"]')).toBeInViewport();
  await glossary.getByRole('searchbox', { name: 'Find a term' }).fill('range of addresses');
  await expect(glossary.getByRole('term')).toHaveText(['CIDR', 'ipBlock']);
  expect(await accessibilityProblems()).toEqual([]);

  await page.goto('./?term=isolated');
  await expect(glossary.locator('[aria-current="true"]')).toHaveText('isolated');
});
