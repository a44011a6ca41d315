import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { expect, test } from './fixtures';
import { Playground } from './playground';

const exampleFile = (example: string, file: string): string =>
  readFileSync(new URL(`../src/examples/${example}/${file}.yaml`, import.meta.url), 'utf8');

test('the first screen teaches: something passes on a port, something is blocked, and by which gate', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await expect(playground.edge('api can reach db on TCP 5432')).toBeVisible();
  await expect(playground.edge('web cannot reach db: stopped entering the destination')).toBeVisible();
  await expect(playground.edge('db cannot reach api: stopped leaving the source')).toBeVisible();
  await expect(playground.edge('web can reach customer on every port: nothing decides this')).toBeVisible();
  await expect(playground.card('db')).toHaveAccessibleName(/ingress: isolated.*egress: isolated/);
  await expect(playground.status).toContainText('5 workloads · 4 policies · 10 of 20 pairs open');
});

test('a pasted kind: List of 12 workloads and 13 policies draws the right edges', async ({ page }) => {
  const objects = ['policies', 'cluster'].flatMap((file) =>
    parseAllDocuments(exampleFile('microshop', file)).flatMap((document): unknown[] => {
      const value: unknown = document.toJS();
      return value === null ? [] : [value];
    }),
  );
  const namespace = 'shop';
  const denyAll = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'one-more', namespace },
    spec: { podSelector: { matchLabels: { app: 'nobody' } } },
  };
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'robot', namespace } };
  const isPolicy = (one: unknown): boolean => JSON.stringify(one).includes('"kind":"NetworkPolicy"');
  const policies = objects.filter(isPolicy);
  const list = {
    apiVersion: 'v1',
    kind: 'List',
    items: [...objects, ...Array.from({ length: 13 - policies.length }, () => denyAll), account],
  };
  const playground = new Playground(page);
  await playground.open();
  await playground.tab('cluster.yaml').click();
  await playground.paste('# the list says it all\n');
  await playground.tab('policies.yaml').click();
  await playground.paste(JSON.stringify(list, null, 2));
  await expect(playground.status).toContainText('12 workloads · 13 policies · 26 of 132 pairs open');

  await playground.status.getByRole('button', { name: 'Receipt' }).click();
  const receipt = page.getByRole('dialog', { name: 'Receipt' });
  await expect(receipt).toContainText('12 Services');
  await expect(receipt).toContainText('13 NetworkPolicies');
  await expect(receipt).toContainText('ServiceAccount');
  await page.keyboard.press('Escape');

  // What the picture says is what the policies of the shop say.
  await expect(playground.edges).not.toHaveCount(0);
  const allowed = (await playground.sentences()).filter((sentence) => sentence.includes(' can reach '));
  expect(allowed.length).toBeGreaterThanOrEqual(20);
});

test('typing a port character by character recolours that edge alone and moves nothing', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const before = await playground.sentences();
  const places = await playground.positions();
  await playground.goToEndOfLine(79);
  await page.keyboard.press('Enter');
  // Behind a dash the line begins beside the key: another dash stands one step further out.
  await page.keyboard.press('Backspace');
  await page.keyboard.type('- port: 5433', { delay: 30 });
  await expect(playground.edge('api can reach db on TCP 5432–5433')).toBeVisible();
  // Before the number stands there all ports are meant: which of them is compared with depends on the machine.
  await expect(playground.status).toContainText(/1 connection with (more|fewer|other) ports/);

  const after = await playground.sentences();
  expect(after.filter((sentence) => !before.includes(sentence))).toEqual([
    'api can reach db on TCP 5432–5433',
  ]);
  expect(before.filter((sentence) => !after.includes(sentence))).toEqual(['api can reach db on TCP 5432']);
  expect(await playground.positions()).toEqual(places);
});

test('broken YAML keeps the last good picture, dimmed, and names the line', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const before = await playground.sentences();
  await playground.goToEndOfLine(72);
  await page.keyboard.press('Backspace');
  await page.keyboard.type(', Egres: [');
  await expect(playground.status).toContainText(/line \d+/i);
  await expect(playground.status).toContainText('the picture shows the version before it');
  expect(await playground.sentences()).toEqual(before);
  await page.getByRole('button', { name: /^Problems/ }).click();
  await expect(page.getByRole('region', { name: 'Problems' }).getByRole('listitem').first()).toBeVisible();

  await playground.editor.focus();
  for (let key = 0; key < ', Egres: ['.length + 2; key++) await page.keyboard.press('ControlOrMeta+z');
  await expect(playground.status).not.toContainText('the picture shows the version before it');
  await expect.poll(() => playground.sentences()).toEqual(before);
});

test('a selected pair names the policy and rule that decide, and jumps to its line', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.edge('api can reach db on TCP 5432').focus();
  await page.keyboard.press('Enter');
  await expect(playground.details).toContainText('api can reach db on TCP 5432');
  await expect(playground.details).toContainText('ingress[0]');
  await playground.details
    .getByRole('button', { name: /^ingress\[0\] gives/ })
    .first()
    .click();
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press('Escape');
});

test('under a plugin that enforces nothing everything is open, and the page says so', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('button', { name: /^CNI/ }).click();
  await page.getByRole('menuitemradio', { name: /Nothing enforced/ }).click();
  await expect(page.getByText(/flannel.*enforce nothing/)).toBeVisible();
  await expect(playground.status).toContainText('20 of 20 pairs open');
});

test('by keyboard a line shows its details whatever panel is open, and Escape leaves the focus on it', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('button', { name: 'Coverage' }).click();
  await expect(page.getByRole('heading', { name: 'Coverage' })).toBeVisible();
  const line = page.locator('.react-flow__edge[tabindex]').first();
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Coverage' })).toBeHidden();
  await expect(playground.details).toContainText('can');
  await line.focus();
  await page.keyboard.press('Escape');
  await expect(playground.details).toBeHidden();
  await expect(line).toBeFocused();
});

test('what the keyboard opens and closes keeps the focus', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const at = (id: string) => playground.picture.locator(`.react-flow__node[data-id="${id}"]`);
  await page.getByRole('button', { name: 'Namespaces', exact: true }).click();
  await at('Namespace/shop').focus();
  await page.keyboard.press('+');
  const first = playground.picture.locator('.react-flow__node[data-id*="/shop/"]:focus');
  await expect(first).toBeVisible();
  await page.keyboard.press('-');
  await expect(at('Namespace/shop')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(first).toBeVisible();
});

test('the first Tab stop leads past the header, and the toolbar of the picture is one', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the picture' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Skip to the picture' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(playground.picture).toBeFocused();
  const bar = page.getByRole('toolbar', { name: 'Picture' });
  await expect(bar.locator('button[tabindex="0"]')).toHaveCount(1);
  await bar.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(bar.getByRole('button').nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(bar.getByRole('button', { name: 'Legend' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(bar.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(bar.getByRole('button', { name: 'Legend' })).toBeFocused();
});
