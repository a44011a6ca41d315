import { expect, test } from './fixtures';
import { Playground } from './playground';

test.describe('in a browser that prefers German', () => {
  test.use({ locale: 'de-DE' });

  test('page, engine and lessons speak German, and English when that is chosen', async ({
    page,
    accessibilityProblems,
  }) => {
    const playground = new Playground(page);
    await page.goto('./');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    const edge = page.getByRole('button', { name: /^web erreicht api über TCP 8080/ });
    await expect(edge).toBeVisible();
    await expect(page.getByText('5 Workloads · 4 Policies · 10 von 20 Paaren offen')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);

    // What the worker says.
    await edge.press('Enter');
    const details = page.getByRole('complementary', { name: 'Details' });
    await expect(details).toContainText('ist für Ingress isoliert');
    await expect(details).toContainText('erlaubt: TCP 8080');

    // A lesson has its own words; its start, goals and solution are the same.
    await page.getByRole('button', { name: 'Lektionen', exact: true }).click();
    const lessons = page.getByRole('complementary', { name: 'Lektionen' });
    await expect(lessons).toContainText('29 Lektionen, 0 von 58 Sternen');
    await lessons.getByRole('button', { name: /^Eine Tür schließen/ }).click();
    await expect(lessons.getByRole('list', { name: 'Ziele' }).locator(':scope > li')).toHaveText([
      /^Nicht erfüllt/,
      /^Nicht erfüllt/,
      /^Erfüllt/,
      /^Erfüllt/,
    ]);

    await page.getByRole('button', { name: 'Sprache' }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await playground.ready();
    // What was open stays open.
    await expect(page.getByRole('article', { name: 'Close one door' })).toBeVisible();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.goto('./?lang=de');
    await expect(page.getByRole('button', { name: 'Beispiele' })).toBeVisible();
  });

  test('a catalogue that does not arrive leaves the page in English', async ({ page, context, problems }) => {
    await context.route(/\/assets\/de-.*\.js$/, (route) => route.abort('connectionfailed'));
    const playground = new Playground(page);
    await playground.open();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(playground.edge('web can reach api on TCP 8080')).toBeVisible();
    problems.length = 0;
  });
});
