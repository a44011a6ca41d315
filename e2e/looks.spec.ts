import { expect, test } from './fixtures';
import { Playground } from './playground';

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in ${scheme}`, async ({ page, accessibilityProblems }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const playground = new Playground(page);
    await playground.open();
    expect(await accessibilityProblems()).toEqual([]);
    await playground.edge('api can reach db on TCP 5432').focus();
    await page.keyboard.press('Enter');
    await expect(playground.details).toContainText('TCP 5432');
    expect(await accessibilityProblems()).toEqual([]);
  });
}

for (const { width, height } of [
  { width: 1024, height: 768 },
  { width: 720, height: 450 },
]) {
  test(`nothing is out of reach at ${String(width)}×${String(height)}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const playground = new Playground(page);
    await page.goto('./');
    await expect(page.getByRole('button', { name: 'Examples' })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    for (const name of ['Examples', 'Theme', 'More', 'Receipt']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    if (width >= 900) {
      await playground.ready();
      const frame = await playground.picture.boundingBox();
      for (const name of ['customer', 'web', 'api', 'db', 'metrics']) {
        const card = await playground.card(name).boundingBox();
        expect(card && frame && card.x >= frame.x && card.x + card.width <= frame.x + frame.width).toBe(true);
      }
    }
  });
}

test('the picture can be walked through and read with the keyboard alone', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.card('db').focus();
  await page.keyboard.press('Enter');
  await expect(playground.details).toContainText('db');
  await page.keyboard.press('Escape');
  await expect(playground.details).toHaveCount(0);
});

test('spaces reach the editor although the picture listens to keys', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.goToEndOfLine(1);
  await page.keyboard.type(' a b c');
  await expect(page.getByRole('region', { name: 'Manifests' })).toContainText(/a.b.c/);
});
