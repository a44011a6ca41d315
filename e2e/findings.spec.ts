import { expect, test } from './fixtures';
import { Playground } from './playground';

const manifests = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: web}
  policyTypes: [Ingress]
  ingress:
    - form: # only the api
        - podSelector:
            matchLabels: {app: api}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: api}
  policyTypes: [Ingress]
  ingress:
    - {} # who else?
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
---
apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api}}
`;

test('a finding says what is meant, goes there, and is mended in one step that undo takes back', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.drop([{ name: 'shop.yaml', text: manifests }]);
  const problems = page.getByRole('region', { name: 'Problems' });
  await problems.getByRole('button', { name: /^Problems/ }).click();

  const mistyped = problems.getByRole('button', { name: /There is no field "form"/ });
  await expect(mistyped).toBeVisible();
  await expect(problems.getByRole('button', { name: /unknown field/ })).toHaveCount(0);
  await mistyped.click();
  await expect(mistyped).toHaveAttribute('aria-expanded', 'true');
  await expect(problems.getByRole('link', { name: /Documentation/ })).toHaveAttribute('rel', 'noreferrer');
  await expect(page.locator('.editor-revealed')).toHaveCount(0);
  expect(await accessibilityProblems()).toEqual([]);
  await problems.getByRole('button', { name: 'Write "from"' }).click();
  await expect(mistyped).toHaveCount(0);
  await expect(page.locator('.view-lines')).toContainText(/from:\s#\sonly\sthe\sapi/);
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(mistyped).toBeVisible();

  const open = problems.getByRole('button', { name: /allows traffic from everyone/ });
  await problems.getByRole('button', { name: '1 error', exact: true }).click();
  await expect(mistyped).toHaveCount(0);
  await open.click();
  await problems.getByRole('button', { name: 'shop/api' }).click();
  await expect(playground.details).toContainText('api');
});

test('the keyboard goes on at the list when the problem it stood on is mended', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.example('DNS forgotten');
  await page.getByRole('button', { name: /^Problems/ }).click();
  const problems = page.getByRole('region', { name: 'Problems' });
  await problems
    .getByRole('button', { name: /^Warning/ })
    .first()
    .click();
  const fixes = problems.getByRole('group', { name: 'Fixes' });
  await fixes.getByRole('button').first().press('Enter');
  await expect(fixes).toHaveCount(0);
  await expect(problems.locator(':focus')).toBeVisible();
});
