import { expect, test } from './fixtures';

// The fixture fails each test on a request to elsewhere, a violated policy or an error; here the page is given time to try.
test('the page opens and asks nobody else for anything', async ({ page }) => {
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page).toHaveTitle('Netpol Playground');
  await expect(page.getByRole('main')).toBeVisible();
});

test('the built page refuses to send anything elsewhere, and the tests notice', async ({
  page,
  problems,
}) => {
  await page.goto('./');
  await expect(page.locator('head > *').first()).toHaveAttribute('http-equiv', 'Content-Security-Policy');
  const outcome = await page.evaluate(() => fetch('http://127.0.0.1:9/').then(String, () => 'refused'));
  expect(outcome).toBe('refused');
  await expect
    .poll(() => problems)
    .toContain('console: Content-Security-Policy violated: connect-src by http://127.0.0.1:9/');
  await page.close(); // nothing may arrive late
  problems.length = 0;
});
