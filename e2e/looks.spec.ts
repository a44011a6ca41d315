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
  { width: 1280, height: 720 },
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

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  // 1440×900 at 200 %
  { width: 720, height: 450 },
]) {
  test(`an error and a notice leave the facts of the status line alone at ${String(width)}×${String(height)}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const playground = new Playground(page);
    await page.goto('./');
    await expect(playground.editor).toBeAttached();
    const pod = (name: string): string =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop}\nspec: {containers: []}\n---\n`;
    const policy =
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: shop}\nspec: {podSelector: {}, ingres: []}\n';
    const foreign =
      'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: other, namespace: shop}\nspec: {}\n---\n';
    await playground.drop([{ name: 'broken.yaml', text: pod('web') + pod('db') + foreign + policy }]);
    const counts = playground.status.getByText('of 2 pairs open');
    const parts = [
      counts,
      playground.status.getByText('Opened broken.yaml.'),
      playground.status.getByRole('button', { name: /line \d/ }),
      playground.status.getByRole('button', { name: 'Receipt' }),
    ];
    for (const part of parts) await expect(part).toBeInViewport({ ratio: 0.99 });
    // Nothing lies over them, and the facts are whole.
    for (const part of parts) await part.click({ trial: true });
    expect(await counts.evaluate((line) => line.scrollWidth <= line.clientWidth)).toBe(true);
  });
}

test('a long notice leaves the facts of the status line alone', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const playground = new Playground(page);
  await page.goto('./');
  await expect(playground.editor).toBeAttached();
  const pod = (name: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop}\nspec: {containers: []}\n`;
  await playground.drop(
    ['first', 'second', 'third'].map((name) => ({
      name: `${name}-${'of-many-'.repeat(8)}.yaml`,
      text: pod(name),
    })),
  );
  await expect(playground.status.getByText('Opened first-of-many')).toBeVisible();
  const counts = playground.status.getByText('of 6 pairs open');
  await expect(counts).toBeInViewport({ ratio: 0.99 });
  expect(await counts.evaluate((line) => line.scrollWidth <= line.clientWidth)).toBe(true);
});

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
