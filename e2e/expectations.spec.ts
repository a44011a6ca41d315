import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { Playground } from './playground';

test('what holds of a pair is kept with one click, checked while a policy is typed, and exported', async ({
  page,
  accessibilityProblems,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.edge('api can reach db on TCP 5432').press('Enter');
  await playground.details.getByRole('button', { name: 'Expect this to stay allowed' }).click();
  await expect(playground.details).toContainText('Added to the expectations');
  await expect(playground.tab('expectations.yaml')).toBeVisible();
  // The text that was being edited stays.
  await expect(playground.tab('expectations.yaml')).toHaveAttribute('aria-selected', 'false');

  await page.getByRole('button', { name: 'Expectations', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Expectations' });
  const items = panel.getByRole('list', { name: 'Expectations' }).locator(':scope > li');
  await expect(items).toHaveText(/Holds.*shop\/api can reach shop\/db on TCP 5432/);
  await expect(panel).toContainText('The one expectation holds.');
  await expect(page.getByTitle('The one expectation holds.')).toHaveText('1/1');

  // A form, told at once what it would say.
  const form = panel.getByRole('form', { name: 'Add an expectation' });
  await form.getByRole('combobox', { name: 'From' }).fill('not namespace shop');
  await form.getByRole('combobox', { name: 'Must hold' }).selectOption('cannot reach');
  await form.getByRole('combobox', { name: 'To', exact: true }).fill('shop/dbb');
  await expect(form).toContainText('There is no pod or workload shop/dbb; is shop/db meant?');
  await form.getByRole('combobox', { name: 'To', exact: true }).fill('shop/db');
  await expect(form.getByRole('status')).toContainText('Holds');
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(items).toHaveCount(2);
  expect(await accessibilityProblems()).toEqual([]);

  // A policy that opens db to everybody breaks the second, one that shuts api in breaks the first.
  await playground.tab('policies.yaml').click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(
    '\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: oops, namespace: shop}\nspec: {podSelector: {matchLabels: {app: db}}, ingress: [{}]}\n',
  );
  await expect(items.first()).toContainText('Does not hold');
  await expect(items.first()).toContainText('Nothing outside namespace shop can reach shop/db');
  await expect(page.getByRole('banner').getByText('1/2')).toBeVisible();
  await expect(page.getByRole('banner').getByRole('status')).toContainText('No longer holds');
  expect(await accessibilityProblems()).toEqual([]);
  await items.first().getByRole('button', { name: 'visitors/customer to shop/db' }).click();
  await expect(panel).toBeVisible();
  await items.first().getByRole('button', { name: 'oops' }).first().click();
  await expect(playground.tab('policies.yaml')).toHaveAttribute('aria-selected', 'true');

  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Export' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('apiVersion: netpol-playground/v1');
  expect(text.match(/^ {2}- /gm)).toHaveLength(2);

  await items
    .first()
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(items).toHaveCount(1);
  await expect(page.getByRole('banner').getByText('1/1')).toBeVisible();
});

test('expectations are written as YAML, told of their errors, dropped as a file and kept', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const before = await playground.sentences();
  const head = 'apiVersion: netpol-playground/v1\nkind: Expectations\nexpectations:\n';
  await playground.drop([
    {
      name: 'expectations.yaml',
      text: `${head}  # from the review\n  - allow: { from: shop/web, to: shop/api, port: 8080 }\n  - block: { from: any pod, to: shop/db }\n  - block: { from: pods with app=x, to: outside }\n`,
    },
  ]);
  await expect(page.getByRole('banner').getByText('1/3')).toBeVisible();
  await page.getByRole('button', { name: 'Expectations', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Expectations' });
  await expect(panel).toContainText('No pod has app=x.');

  // A mistake is marked in the text, counts as one that does not hold, and takes nothing from the picture.
  await playground.tab('expectations.yaml').click();
  await playground.goToEndOfLine(7);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('- allow: { from: shop/web, to: shop/api, ports: 80 }');
  await expect(panel).toContainText('Not readable');
  await expect(panel).toContainText('did you mean "port"?');
  expect(await playground.sentences()).toEqual(before);
  await expect(page.getByRole('banner').getByText('1/4')).toBeVisible();
});
