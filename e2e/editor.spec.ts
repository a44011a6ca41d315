import { expect, test } from './fixtures';
import { Playground } from './playground';

test('the editor completes fields of the kind its document has, and explains them', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.goToEndOfLine(12); // policyTypes of the first policy
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  const suggestions = page.getByRole('listbox', { name: 'Suggest' });
  await expect(suggestions).toContainText('egress');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');

  await page.getByText('policyTypes', { exact: true }).first().hover();
  await expect(page.getByRole('tooltip').filter({ hasText: /Ingress/ })).toBeVisible();
});

test('a new policy can be started from a template', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('---');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  const suggestions = page.getByRole('listbox', { name: 'Suggest' });
  await expect(suggestions).toContainText(/deny/i);
});

test('find and undo work as everywhere', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+f');
  await expect(page.getByRole('textbox', { name: /^Find/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await playground.goToEndOfLine(79);
  await page.keyboard.type('9');
  await expect(playground.edge('api can reach db on TCP 54329')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(playground.edge('api can reach db on TCP 5432')).toBeVisible();
});

test('what is indented folds, also in a text with a mistake', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.goToEndOfLine(20); // spec of the second policy
  await page.keyboard.type(' [');
  const number = page.getByText('21', { exact: true });
  await expect(number).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+BracketLeft');
  await expect(number).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+BracketRight');
  await expect(number).toBeVisible();
});

test('files are added, renamed and removed as tabs, and a removed one comes back', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await page.getByRole('button', { name: 'Add a file' }).click();
  await expect(page.getByRole('tab')).toHaveCount(3);
  const added = page.getByRole('tab').last();
  await added.focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('mine.yaml');
  await page.keyboard.press('Enter');
  await expect(playground.tab('mine.yaml')).toBeVisible();
  await page.getByRole('button', { name: 'Remove cluster.yaml' }).click();
  await expect(playground.tab('cluster.yaml')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.tab('cluster.yaml')).toBeVisible();
  await expect(playground.card('customer')).toBeVisible();
});

test('a first policy is typed line by line, whatever is suggested', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.tab('policies.yaml').click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  for (const line of ['apiVersion: networking.k8s.io/v1', 'kind: NetworkPolicy']) {
    await page.keyboard.type(line, { delay: 30 });
    // Suggestions have come by then.
    await page.waitForTimeout(700);
    await page.keyboard.press('Enter');
  }
  // Each line begins where it belongs by itself; only to go back out somebody has to say so.
  const rest = [
    ['metadata:', 0],
    ['name: first', 1],
    ['spec:', 0],
    ['podSelector: {}', 0],
    ['ingress:', 0],
    ['- from:', 0],
    ['- podSelector:', 0],
    ['matchLabels:', 0],
    ['app: web', 4],
    ['ports:', 0],
    ['- port: 80', 0],
    ['protocol: TCP', 0],
  ] as const;
  for (const [line, out] of rest) {
    await page.keyboard.type(line, { delay: 10 });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(100);
    for (let step = 0; step < out; step++) await page.keyboard.press('Backspace');
  }
  const shown = async (): Promise<readonly string[]> => {
    const lines = await page.locator('.view-line').allInnerTexts();
    return lines.map((line) => line.replaceAll('\u00a0', ' ').trimEnd()).filter((line) => line !== '');
  };
  // The last letters may not be painted yet.
  await expect
    .poll(shown)
    .toEqual([
      'apiVersion: networking.k8s.io/v1',
      'kind: NetworkPolicy',
      'metadata:',
      '  name: first',
      'spec:',
      '  podSelector: {}',
      '  ingress:',
      '    - from:',
      '        - podSelector:',
      '            matchLabels:',
      '              app: web',
      '      ports:',
      '        - port: 80',
      '          protocol: TCP',
    ]);
});

test('a long text, which the editor gets in pieces, is whole for whoever edits it at once', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const policy = (index: number): string =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: policy-${String(index)}\n  namespace: shop\nspec:\n  podSelector:\n    matchLabels:\n      app: web-${String(index)}\n`;
  const text = Array.from({ length: 700 }, (_, index) => policy(index)).join('---\n');
  await playground.drop([{ name: 'long.yaml', text }]);
  const lines = page.locator('.view-lines');
  await expect(lines).toContainText('policy-0');
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('# typed');
  await expect(lines).toContainText('web-699');
  await expect(lines).toContainText(/#.typed/);
  for (let undone = 0; undone < 3; undone++) await page.keyboard.press('ControlOrMeta+z');
  await expect(lines).not.toContainText('typed');
  await expect(lines).toContainText('web-699');
  await expect(playground.status).toContainText('700 policies');
});
