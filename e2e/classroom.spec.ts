import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Playground } from './playground';

const sizeOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));

/** The key for the mode belongs to the text while one is typed. */
async function toggle(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Picture' }).focus();
  await page.keyboard.press('p');
}

test('classroom mode makes words and lines larger, moves nothing in the layout, and goes again', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  const words = await sizeOf(page, '.app-status');
  const letters = await sizeOf(page, '.monaco-editor .view-line');
  const name = await sizeOf(page, '.react-flow__node-workload .graph-card-name');
  const line = page.locator('.react-flow__edge :is(.graph-line-wide, .graph-line-solid)').first();
  const thick = await line.evaluate((path) => parseFloat(getComputedStyle(path).strokeWidth));
  const places = () =>
    page.locator('.react-flow__node').evaluateAll((nodes) => nodes.map((node) => node.style.transform));
  const before = await places();

  await toggle(page);
  await expect(page.getByRole('region', { name: 'Problems' })).toBeHidden();
  expect((await sizeOf(page, '.app-status')) / words).toBeCloseTo(1.5, 1);
  await expect.poll(() => sizeOf(page, '.monaco-editor .view-line')).toBeGreaterThanOrEqual(letters * 1.5);
  expect(await line.evaluate((path) => parseFloat(getComputedStyle(path).strokeWidth))).toBeCloseTo(
    thick * 1.5,
    1,
  );
  expect(await places()).toEqual(before);
  expect((await sizeOf(page, '.react-flow__node-workload .graph-card-name')) / name).toBeGreaterThanOrEqual(
    1.5,
  );
  expect((await sizeOf(page, '.react-flow__node-title .graph-title-handle')) / name).toBeGreaterThan(1.2);
  // No word stands out of its card, and none is cut off at its lower edge.
  const clipped = await page
    .locator('.graph-card, .graph-card-name, .graph-card-kind')
    .evaluateAll((all) =>
      all.flatMap((one) => (one.scrollHeight > one.clientHeight + 1 ? [one.textContent] : [])),
    );
  expect(clipped).toEqual([]);
  expect(await accessibilityProblems()).toEqual([]);

  // It is kept, and left as it was entered.
  await page.waitForTimeout(800);
  await page.reload();
  await playground.ready();
  await expect(page.getByRole('region', { name: 'Problems' })).toBeHidden();
  await toggle(page);
  await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible();
  expect(await sizeOf(page, '.app-status')).toBe(words);
});

test('in classroom mode what an edit changed stays marked until the next one', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await toggle(page);
  const marked = playground.picture.locator('.graph-line-halo');
  await playground.tab('policies.yaml').click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(
    '\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: shop}\nspec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress]}\n',
  );
  await expect(marked.first()).toBeAttached();
  await page.waitForTimeout(3500);
  await expect(marked.first()).toBeAttached();
  await toggle(page);
  await expect(marked).toHaveCount(0);
});

test('the theme of high contrast is legible, in classroom mode too', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('button', { name: 'Theme', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'High contrast' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  expect(await accessibilityProblems()).toEqual([]);
  await toggle(page);
  await playground.edge('api can reach db on TCP 5432').focus();
  await page.keyboard.press('Enter');
  await expect(playground.details).toContainText('TCP 5432');
  expect(await accessibilityProblems()).toEqual([]);
  // Words of verdicts against the page: 7:1, as WCAG's strictest level wants it.
  const contrasts = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
        const part = parseInt(color.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const value = (name: string): number => luminance(style.getPropertyValue(name).trim());
    return ['--allowed', '--open', '--blocked', '--unknown', '--text-2', '--warning', '--accent'].map(
      (name) => (value('--frame') + 0.05) / (value(name) + 0.05),
    );
  });
  for (const contrast of contrasts) expect(contrast).toBeGreaterThanOrEqual(7);
});

for (const { width, height } of [
  { width: 1024, height: 768 },
  // 1440×900 at 200 %
  { width: 720, height: 450 },
]) {
  test(`classroom mode has everything within reach at ${String(width)}×${String(height)}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const playground = new Playground(page);
    await page.goto('./');
    await expect(playground.status.getByRole('button', { name: 'Receipt' })).toBeVisible();
    await toggle(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    for (const name of ['Examples', 'Coverage', 'Theme', 'More', 'Receipt', 'Graph', 'Matrix']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
  });
}
