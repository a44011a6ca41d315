import { expect, test } from './fixtures';
import { Playground } from './playground';

const rogue = `apiVersion: v1
kind: Pod
metadata:
  name: rogue
  namespace: shop
  labels:
    app: rogue
  annotations:
    note: s3cr3t-annotation
spec:
  containers:
    - name: main
      image: busybox
      args: ['--password', 's3cr3t-args']
      env:
        - name: PASSWORD
          value: s3cr3t-env
---
apiVersion: v1
kind: Secret
metadata:
  name: keys
  namespace: shop
stringData:
  key: s3cr3t-data
`;

/** On one line, because the editor indents what is typed on several. */
const typed =
  '{apiVersion: v1, kind: Pod, metadata: {name: rogue, namespace: shop}, spec: {containers: [{name: main, env: [{name: PASSWORD, value: s3cr3t-env}]}]}}';

/** Everything the browser has stored for the page, as text. */
async function stored(page: Playground['page']): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '');
        opening.onsuccess = () => {
          resolve(opening.result);
        };
        opening.onerror = () => {
          reject(new Error('storage'));
        };
      });
      for (const store of database.objectStoreNames) {
        found.push(
          await new Promise((resolve) => {
            const reading = database.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => {
              resolve(reading.result);
            };
          }),
        );
      }
      database.close();
    }
    return JSON.stringify(found);
  });
}

test('a dropped file is read, its secrets left at the door', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.drop([{ name: 'rogue.yaml', text: rogue }]);
  await expect(playground.card('rogue')).toBeVisible();
  await expect(playground.tab('rogue.yaml')).toBeVisible();
  await expect(page.getByText(/env/).first()).toBeVisible();
  await expect(page.getByText('s3cr3t')).toHaveCount(0);
  await expect.poll(() => stored(page)).toContain('rogue');
  expect(await stored(page)).not.toContain('s3cr3t');
});

test('a reload restores files, selection of tab and theme; what was typed is stored without its secrets', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.tab('cluster.yaml').click();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: /Dark/ }).click();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(`\n---\n${typed}\n`);
  await expect(playground.card('rogue')).toBeVisible();
  await expect.poll(() => stored(page)).toContain('rogue');
  expect(await stored(page)).not.toContain('s3cr3t');

  await page.reload();
  await playground.ready();
  await expect(playground.card('rogue')).toBeVisible();
  await expect(playground.tab('cluster.yaml')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a newer dump takes the place of the older one, so that what was deleted decides no more', async ({
  page,
}) => {
  const object = (kind: string, name: string, more: string): string =>
    `---\napiVersion: ${kind === 'Pod' ? 'v1' : 'networking.k8s.io/v1'}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop, resourceVersion: "7"}\nspec: ${more}\n`;
  const pods = ['web', 'api', 'db', 'cache', 'queue', 'worker'].map((name) =>
    object('Pod', name, '{containers: []}'),
  );
  const policies = ['deny', 'keep'].map((name) => object('NetworkPolicy', name, '{podSelector: {}}'));
  const playground = new Playground(page);
  await playground.open();
  await playground.drop([{ name: 'monday.yaml', text: [...pods, ...policies].join('') }]);
  await expect(playground.status).toContainText('2 policies');
  await playground.drop([{ name: 'tuesday.yaml', text: [...pods, policies[1]].join('') }]);
  await expect(playground.status).toContainText('1 policy');
  await expect(playground.tab('policies.yaml')).toHaveCount(1);
  await expect(playground.tab('policies-2.yaml')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.status).toContainText('2 policies');
});

test('opening an example over own work can be undone', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.drop([{ name: 'rogue.yaml', text: rogue }]);
  await expect(playground.card('rogue')).toBeVisible();
  await playground.example('MySQL');
  await expect(playground.tab('rogue.yaml')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.tab('rogue.yaml')).toBeVisible();
});

test('what happened is said in the status line, over nothing, until Escape', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.goToEndOfLine(1);
  await playground.paste(rogue);
  await expect(playground.status).toContainText(/connections? (opened|closed)/);
  await playground.example('MySQL');
  const undo = playground.status.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  // Nor is what the paste did any news of the example.
  await expect(playground.status).not.toContainText(/connections? (opened|closed)/, { timeout: 3000 });
  const [line, bar] = [await playground.status.boundingBox(), await undo.boundingBox()];
  expect(bar?.y).toBeGreaterThanOrEqual(line?.y ?? Infinity);
  await playground.picture.click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Escape');
  await expect(undo).toBeHidden();
});

test('a worker that crashes is started again', async ({ page, problems }) => {
  let starts = 0;
  await page.route(/engine\.worker/, async (route) => {
    starts++;
    if (starts === 1)
      await route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("boom")' });
    else await route.continue();
  });
  const playground = new Playground(page);
  await playground.open();
  expect(starts).toBe(2);
  await expect(playground.edge('api can reach db on TCP 5432')).toBeVisible();
  problems.length = 0; // the provoked crash is reported as an uncaught error
});

test('a dragged card stays where it was put, also after a reload, until everything is tidied', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const before = await playground.positions();
  const card = await playground.card('metrics').boundingBox();
  if (!card) throw new Error('no card');
  await page.mouse.move(card.x + 30, card.y + 12);
  await page.mouse.down();
  await page.mouse.move(card.x + 40, card.y - 20, { steps: 5 });
  await page.mouse.move(card.x + 30, card.y - 40, { steps: 5 });
  await page.mouse.up();
  const moved = await playground.positions();
  expect(moved['metrics']).not.toBe(before['metrics']);
  expect(moved['db']).toBe(before['db']);
  await expect.poll(() => stored(page)).toContain('"moved":{"');

  await page.reload();
  await playground.ready();
  const relative = async (): Promise<number> => {
    const metrics = await playground.card('metrics').boundingBox();
    const customer = await playground.card('customer').boundingBox();
    return metrics && customer ? (metrics.y - customer.y) / customer.height : 0;
  };
  const dragged = await relative();
  await page.getByRole('button', { name: /^Tidy/ }).click();
  await expect.poll(relative).toBeGreaterThan(dragged + 0.1);
});

test('two tabs keep their own files, and what the closed one stored can be brought back', async ({
  page,
  context,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.drop([{ name: 'mine.yaml', text: rogue }]);
  await expect.poll(() => stored(page)).toContain('mine.yaml');
  const other = new Playground(await context.newPage());
  await other.page.goto('./');
  await expect(other.tab('mine.yaml')).toBeVisible();
  await other.drop([{ name: 'other.yaml', text: rogue.replaceAll('rogue', 'stranger') }]);
  await expect(other.card('stranger')).toBeVisible();
  await expect.poll(() => stored(page)).toContain('other.yaml');
  await other.page.close();

  await page.reload();
  await expect(playground.tab('mine.yaml')).toBeVisible();
  await expect(playground.tab('other.yaml')).toHaveCount(0);
  await expect(async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Bring back the previous files' }).click({ timeout: 1000 });
  }).toPass();
  await expect(playground.tab('other.yaml')).toBeVisible();
});

test('the last words typed before a reload are there after it', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('\n# before');
  await expect.poll(() => stored(page)).toContain('# before');
  await page.keyboard.insertText(' the last words');
  await page.reload();
  await expect.poll(() => stored(page)).toContain('# before the last words');
});
