import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Playground } from './playground';

const guide = readFileSync(new URL('../docs/lessons.md', import.meta.url), 'utf8');

/** The lesson of the guide for teachers, without the goal that shuts the guest out. */
const cafe = (/````markdown\n([^]*?)````/.exec(guide)?.[1] ?? '').replace(
  / {2}- block: \{ from: cafe\/guest.*\n/,
  '',
);

const vault = (spec: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: bank }\nspec: ${spec}\n`;

/** The lessons beside the picture. */
class Lessons extends Playground {
  readonly panel: Locator;

  constructor(page: Page) {
    super(page);
    this.panel = page.getByRole('complementary', { name: 'Lessons' });
  }

  /** Opens one of the lessons that come with the page. */
  async take(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Lessons', exact: true }).click();
    await this.panel.getByRole('button', { name: new RegExp(`^${title}`) }).click();
    await expect(this.lesson(title)).toBeVisible();
  }

  lesson(title: string): Locator {
    return this.panel.getByRole('article', { name: title });
  }

  get goals(): Locator {
    return this.panel.getByRole('list', { name: 'Goals' }).locator(':scope > li');
  }

  get solved(): Locator {
    return this.panel.getByRole('region', { name: 'Solved' });
  }

  button(name: string | RegExp): Locator {
    return this.panel.getByRole('button', { name });
  }
}

test('a lesson is solved by typing, by other YAML, and not by a wrong answer', async ({
  page,
  accessibilityProblems,
}) => {
  const lessons = new Lessons(page);
  await lessons.open();
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await expect(lessons.panel).toContainText('29 lessons, 0 of 58 stars');
  expect(await accessibilityProblems()).toEqual([]);
  await lessons.panel.getByRole('searchbox').fill('default deny');
  await expect(lessons.button(/^Close one door/)).toBeVisible();
  await expect(lessons.button(/^Open by default/)).toBeHidden();
  await lessons.button(/^Close one door/).click();
  await expect(lessons.goals).toHaveText([/^Not met/, /^Not met/, /^Met/, /^Met/]);
  await expect(lessons.goals.first().getByRole('button')).toContainText('bank/vault');
  expect(await accessibilityProblems()).toEqual([]);

  // What belongs to the lesson cannot be edited.
  await lessons.tab('cluster.yaml').click();
  await expect(page.getByText('this file cannot be changed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove cluster.yaml' })).toBeHidden();
  await lessons.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('nonsense');
  await expect(page.getByText('nonsense')).toBeHidden();
  await page.keyboard.press('Escape');

  // A wrong answer stays wrong.
  await lessons.tab('policies.yaml').click();
  await lessons.paste(vault('{ podSelector: {}, policyTypes: [Ingress] }'));
  await expect(lessons.goals).toHaveText([/^Met/, /^Met/, /^Not met/, /^Not met/]);
  await lessons.paste(
    vault('{ podSelector: { matchLabels: { app: vault } }, policyTypes: [Ingress, Egress] }'),
  );
  await expect(lessons.goals).toHaveText([/^Met/, /^Met/, /^Met/, /^Not met/]);
  await expect(lessons.solved).toBeHidden();

  // The pair that breaks a goal is shown in the picture, and the lesson stays.
  await lessons.goals.last().getByRole('button').click();
  await expect(lessons.goals.last().getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  await expect(lessons.edge(/^vault cannot reach desk/)).toHaveClass(/selected/);
  await expect(lessons.lesson('Close one door')).toBeVisible();

  // By typing, from the start.
  await lessons.button('Reset to the start').click();
  await expect(lessons.goals).toHaveText([/^Not met/, /^Not met/, /^Met/, /^Met/]);
  await lessons.goToEndOfLine(10);
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.type('vault', { delay: 20 });
  await expect(lessons.solved).toContainText('Nothing is open beyond what is needed.');
  await expect(lessons.solved.getByRole('img', { name: 'Both stars' })).toBeVisible();
  await expect(lessons.panel.getByRole('status')).toContainText('Solved.');
  expect(await accessibilityProblems()).toEqual([]);

  // By YAML that looks otherwise.
  await lessons.paste(
    vault(
      '{ podSelector: { matchExpressions: [{ key: app, operator: In, values: [vault] }] }, ingress: [] }',
    ),
  );
  await expect(lessons.solved).toContainText('Nothing is open beyond what is needed.');

  await lessons.button(/^Next lesson/).click();
  await expect(lessons.lesson('Let one client in')).toBeVisible();
  await expect(lessons.tab('policies.yaml')).toHaveAttribute('aria-selected', 'true');
  await lessons.button('All lessons').click();
  await expect(lessons.panel).toContainText('2 of 58 stars');
});

test('hints come one by one, the solution earns no star, the own text comes back, and a reload keeps the lesson', async ({
  page,
}) => {
  const lessons = new Lessons(page);
  await lessons.open();
  await lessons.take('Let one client in');
  const hints = lessons.panel.getByRole('region', { name: 'Hints' });
  await expect(hints).toContainText('0 of 3 used');
  await lessons.button('Show a hint').click();
  await expect(hints.getByRole('group')).toHaveCount(1);
  await lessons.button('Show the next hint').click();
  await expect(hints).toContainText('2 of 3 used');

  await lessons.goToEndOfLine(10);
  await page.keyboard.insertText(' # mine');
  await expect(page.getByText('# mine')).toBeVisible();
  await lessons.button('Show the solution').click();
  await expect(lessons.solved).toContainText('With the solution shown there is no star.');
  await expect(page.getByText('# mine')).toBeHidden();
  await lessons.button('Back to my text').click();
  await expect(page.getByText('# mine')).toBeVisible();
  await expect(lessons.solved).toBeHidden();

  await page.waitForTimeout(1000);
  await page.reload();
  await lessons.ready();
  await expect(lessons.lesson('Let one client in')).toBeVisible();
  await expect(hints).toContainText('2 of 3 used');
  await expect(page.getByText('# mine')).toBeVisible();
  await expect(lessons.goals).toHaveText([/^Not met/, /^Met/, /^Met/]);
  await lessons.tab('cluster.yaml').click();
  await expect(page.getByText('this file cannot be changed')).toBeVisible();

  await lessons.button('Reset to the start').click();
  await expect(page.getByText('# mine')).toBeHidden();
  await expect(hints).toContainText('0 of 3 used');

  // What stood there before the first lesson is not lost.
  await lessons.button('All lessons').click();
  await lessons.panel.getByRole('searchbox').fill('nothing has this');
  await expect(lessons.panel).toContainText('0 lessons found');
});

test("the person's own files come back after a lesson", async ({ page }) => {
  const lessons = new Lessons(page);
  await lessons.open();
  await lessons.goToEndOfLine(1);
  await page.keyboard.insertText(' own work');
  await expect(page.getByText('own work')).toBeVisible();
  await lessons.take('Close one door');
  await lessons.button('All lessons').click();
  await lessons.button(/^Let one client in/).click();
  await expect(page.getByText('own work')).toBeHidden();
  await lessons.button('All lessons').click();
  await lessons.button('Bring back my own files').click();
  await expect(page.getByText('own work')).toBeVisible();
  // Nothing of it is locked.
  await lessons.tab('cluster.yaml').click();
  await expect(page.getByText('this file cannot be changed')).toBeHidden();
});

test('a dropped lesson tells its errors by line, opens when it is good, and says what is open too wide', async ({
  page,
  accessibilityProblems,
}) => {
  const lessons = new Lessons(page);
  await lessons.open();
  const before = await lessons.sentences();
  await lessons.drop([{ name: 'cafe.md', text: cafe.replace('minutes: 5', 'minutes: five') }]);
  const refused = lessons.panel.getByRole('alert', { name: 'cafe.md cannot be opened' });
  await expect(refused.getByRole('listitem')).toHaveText(/^7:10 .*minutes/);
  expect(await lessons.sentences()).toEqual(before);
  expect(await accessibilityProblems()).toEqual([]);

  await lessons.drop([{ name: 'cafe.md', text: cafe }]);
  await expect(lessons.lesson('Close the kitchen')).toBeVisible();
  await expect(refused).toBeHidden();
  await expect(lessons.tab('policies.yaml')).toBeVisible();
  await expect(lessons.goals).toHaveText([/^Met/, /^Not met.*street/]);
  await lessons.paste(
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: cafe }\nspec: { podSelector: { matchLabels: { app: kitchen } }, ingress: [{ from: [{ podSelector: {} }] }] }\n',
  );
  await expect(lessons.solved).toContainText('You also opened one other pair.');
  await expect(lessons.solved.getByRole('img', { name: 'One star of two' })).toBeVisible();
  const extra = lessons.solved.getByRole('list', { name: 'Open beyond what is needed' }).getByRole('button');
  await expect(extra).toContainText('cafe/guest');
  await extra.click();
  await expect(lessons.edge(/^guest can reach kitchen/)).toHaveClass(/selected/);
  await expect(lessons.solved).toBeVisible();

  // It is kept, and offered in the list.
  await page.waitForTimeout(1000);
  await page.reload();
  await lessons.ready();
  await expect(lessons.lesson('Close the kitchen')).toBeVisible();
  await expect(lessons.solved).toBeVisible();
  await lessons.button('All lessons').click();
  await expect(lessons.panel.getByRole('region', { name: 'Brought along' })).toContainText(
    'Close the kitchen',
  );
});

test('a lesson is made of the workspace, tried out while it is written, and its file opens again', async ({
  page,
  accessibilityProblems,
}) => {
  const lessons = new Lessons(page);
  await lessons.open();
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await lessons.button('Make a lesson from this workspace').click();
  await lessons.panel.getByRole('textbox', { name: 'Title' }).fill('Cut off the database');
  await lessons.panel.getByRole('textbox', { name: /^Text/ }).fill('Nobody may reach the **database**.');
  await lessons.button('This is the start').click();
  await expect(lessons.panel).toContainText('The start is taken.');
  const problems = lessons.panel.getByRole('list', { name: 'Problems of the lesson' });
  await expect(problems).toContainText('goals');

  // Picking a pair does not put the lesson away.
  await lessons.edge('api can reach db on TCP 5432').press('Enter');
  await lessons.button('Must be blocked').click();
  await expect(lessons.panel.getByRole('textbox', { name: 'To of goal 1' })).toHaveValue('shop/db');
  await lessons.paste(
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec: { podSelector: {}, policyTypes: [Ingress] }\n',
  );
  await expect(lessons.edge('api cannot reach db')).toBeVisible();
  await lessons.button('This is the solution').click();
  await lessons.button('Add a hint').click();
  await lessons.panel.getByRole('textbox', { name: 'Hint 1' }).fill('Which rule lets the API in?');
  await expect(lessons.panel).toContainText('The start misses a goal, and the solution meets them all.');
  expect(await accessibilityProblems()).toEqual([]);

  const download = page.waitForEvent('download');
  await lessons.button('Export as a file').click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('cut-off-the-database.md');
  const text = readFileSync(await saved.path(), 'utf8');
  await lessons.drop([{ name: 'cut-off-the-database.md', text }]);
  await expect(lessons.lesson('Cut off the database')).toBeVisible();
  await expect(lessons.goals).toHaveText([/^Not met/]);
  await expect(lessons.panel.getByRole('region', { name: 'Hints' })).toContainText('0 of 1 used');
});

test('in classroom mode the arrow keys go through a lesson step by step', async ({
  page,
  accessibilityProblems,
}) => {
  const lessons = new Lessons(page);
  await lessons.open();
  await lessons.take('Close one door');
  await lessons.picture.focus();
  await page.keyboard.press('p');
  const step = lessons.panel.getByRole('navigation', { name: 'Steps' });
  await expect(step).toContainText('Text');
  await expect(step).toBeInViewport({ ratio: 1 });
  await expect(lessons.goals.first()).toBeHidden();
  await lessons.panel.focus();
  await page.keyboard.press('ArrowRight');
  await expect(step).toContainText('Goals');
  await expect(lessons.goals).toHaveCount(4);
  expect(await accessibilityProblems()).toEqual([]);
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  await expect(lessons.panel.getByRole('group', { name: /^Hint/ })).toHaveCount(3);
  await page.keyboard.press('ArrowRight');
  await expect(step).toContainText('Solution');
  await page.keyboard.press('ArrowLeft');
  await expect(step).toContainText('Hints');
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
  await expect(lessons.lesson('Let one client in')).toBeVisible();
});

test('in classroom mode a solved lesson says so at every step', async ({ page, accessibilityProblems }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const lessons = new Lessons(page);
  await lessons.open();
  await lessons.take('Close one door');
  await lessons.picture.focus();
  await page.keyboard.press('p');
  await expect(lessons.button('2 of 4 goals met.')).toBeInViewport({ ratio: 0.9 });
  await lessons.paste(vault('{ podSelector: { matchLabels: { app: vault } }, policyTypes: [Ingress] }'));
  const score = lessons.button('Solved.');
  await expect(score).toBeInViewport({ ratio: 0.9 });
  await expect(lessons.solved).toBeHidden();
  await score.click();
  await expect(lessons.panel.getByRole('navigation', { name: 'Steps' })).toContainText('Goals');
  await expect(lessons.solved.getByRole('img', { name: 'Both stars' })).toBeInViewport({ ratio: 0.9 });
  expect(await accessibilityProblems()).toEqual([]);
});

test('a link opens a lesson, and a printed sheet has its goals and its YAML', async ({ page }) => {
  const lessons = new Lessons(page);
  await page.goto('./#lesson=close-one-door');
  await lessons.ready();
  await expect(lessons.lesson('Close one door')).toBeVisible();
  await page.evaluate(() => {
    window.print = () => {
      document.title = `printed ${document.querySelector('.lessons-sheet')?.textContent ?? ''}`;
    };
  });
  await lessons.button('Print a sheet').click();
  await expect(page).toHaveTitle(/printed Close one door.*☐ .*policyTypes: \[Ingress\]/s);
});
