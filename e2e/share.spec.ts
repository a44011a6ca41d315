import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './fixtures';
import { Playground } from './playground';

const SHUT =
  '\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut, namespace: shop}\nspec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress]}\n';

async function openSheet(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Share and export' }).click();
  return page.getByRole('dialog', { name: 'Share and export' });
}

async function makeOwnWork(playground: Playground): Promise<string[]> {
  const before = await playground.sentences();
  await playground.editor.focus();
  await playground.page.keyboard.press('ControlOrMeta+End');
  await playground.page.keyboard.insertText(SHUT);
  await expect(playground.edge(/^web cannot reach api: stopped leaving/)).toBeVisible();
  const after = await playground.sentences();
  expect(after).not.toEqual(before);
  return after;
}

/** The workspace that a reload would bring back, as text. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('netpol-playground');
        opening.onerror = () => {
          reject(new Error('storage'));
        };
        opening.onsuccess = () => {
          const store = opening.result.transaction('workspace').objectStore('workspace');
          // Each tab has its own.
          const reading = store.get(sessionStorage.getItem('netpol-playground/tabs') ?? 'workspace');
          reading.onsuccess = () => {
            resolve(JSON.stringify(reading.result ?? null));
            opening.result.close();
          };
        };
      }),
  );

const saved = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

async function download(sheet: Locator, name: string): Promise<Download> {
  const coming = sheet.page().waitForEvent('download');
  await sheet.getByRole('button', { name, exact: true }).click();
  return coming;
}

test('a link brings text, view and selection to another page', async ({
  page,
  context,
  accessibilityProblems,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new Playground(page);
  await playground.open();
  const own = await makeOwnWork(playground);
  await playground.edge(/^web cannot reach api/).press('Enter');
  await expect(playground.details).toContainText('web cannot reach api');

  const sheet = await openSheet(page);
  const field = sheet.getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#w=1\.[\w-]+&view=1&from=/);
  await expect(sheet.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expect(sheet.getByRole('textbox', { name: 'To put it into a page' })).toHaveValue(/\?embed#w=1/);
  expect(await accessibilityProblems()).toEqual([]);
  await sheet.getByRole('button', { name: 'Copy link' }).click();
  await expect(sheet.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await field.inputValue());
  await sheet.getByRole('button', { name: 'Show large' }).click();
  const code = await sheet.getByRole('img', { name: 'QR code of the link' }).boundingBox();
  expect(code?.height).toBeGreaterThan(600);
  await page.keyboard.press('Escape');
  // The other page opens it in place of something else.
  await playground.example('DNS forgotten');

  const second = await context.newPage();
  const other = new Playground(second);
  await second.goto(link);
  await other.ready();
  await expect(other.details).toContainText('web cannot reach api');
  expect(await other.sentences()).toEqual(own);
  await expect.poll(() => second.url()).not.toMatch(/[#&]w=/);
  // What it opened is what a reload shows.
  await expect.poll(() => kept(second)).toContain('name: shut');
  await second.reload();
  await other.ready();
  expect(await other.sentences()).toEqual(own);
});

test('a damaged link says so and changes nothing', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const own = await makeOwnWork(playground);
  await page.evaluate(() => {
    location.hash = 'w=1.H4sIAAAAAAAAA6tWSlOyioZSgB';
  });
  await expect(page.getByRole('status').filter({ hasText: 'This link is damaged' })).toBeVisible();
  expect(await playground.sentences()).toEqual(own);
  expect(page.url()).not.toMatch(/[#&]w=/);
  await expect.poll(() => kept(page)).toContain('name: shut');
  await page.goto('./#lesson=nothing-of-that-name');
  await page.reload();
  await playground.ready();
  expect(await playground.sentences()).toEqual(own);
});

test('a link that takes the place of own work offers it back, also after a reload', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const own = await makeOwnWork(playground);
  const follow = (): Promise<unknown> =>
    page.evaluate(() => {
      location.hash = 'example=microshop&view=1&level=workloads';
    });
  await follow();
  await expect(playground.card('storefront')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(playground.card('api')).toBeVisible();
  await expect.poll(() => playground.sentences()).toEqual(own);

  await follow();
  await expect(playground.card('storefront')).toBeVisible();
  await expect.poll(() => kept(page)).toContain('storefront');
  await page.reload();
  await playground.ready();
  await expect(playground.card('storefront')).toBeVisible();
  // It is offered a moment after the picture.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Bring back the previous files' }).click({ timeout: 1000 });
  }).toPass();
  await expect.poll(() => playground.sentences()).toEqual(own);
});

test('in a frame of another page stands the picture alone, and nothing is kept', async ({
  page,
  baseURL,
}) => {
  await page.setContent(
    `<iframe title="embedded" width="800" height="480" src="${baseURL ?? ''}?embed#example=three-tier-shop"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('button', { name: /^api can reach db on TCP 5432/ })).toBeAttached();
  await expect(frame.getByRole('link', { name: 'Open in Netpol Playground' })).toHaveAttribute(
    'href',
    /#example=three-tier-shop$/,
  );
  await expect(frame.getByRole('banner')).toHaveCount(0);
  await expect(frame.getByRole('tab')).toHaveCount(0);

  await page.goto('./?embed#w=1.damaged');
  await expect(page.getByRole('alert')).toContainText('This link is damaged');
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('pictures and files can be saved, and the workspace file opens the same', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const own = await makeOwnWork(playground);
  const sheet = await openSheet(page);
  await sheet.getByRole('textbox', { name: 'Title of the picture' }).fill('My <shop>');

  const svg = await download(sheet, 'Picture as SVG');
  expect(svg.suggestedFilename()).toBe('my-shop.svg');
  const drawing = (await saved(svg)).toString();
  const parsed = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml');
    const words = [...document.querySelectorAll('text')].map((one) => one.textContent);
    return { errors: document.querySelectorAll('parsererror').length, words };
  }, drawing);
  expect(parsed.errors).toBe(0);
  for (const word of ['My <shop>', 'api', 'db', 'shop', 'TCP 5432', 'can reach on the ports shown'])
    expect(parsed.words).toContain(word);

  const png = await saved(await download(sheet, 'Picture as PNG'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const width = Number(/<svg[^>]* width="(\d+)"/.exec(drawing)?.[1]);
  expect(png.readUInt32BE(16)).toBe(width * 2);

  const zip = unzipSync(await saved(await download(sheet, 'YAML files as zip')));
  expect(Object.keys(zip)).toEqual(['netpol-playground/policies.yaml', 'netpol-playground/cluster.yaml']);
  expect(strFromU8(zip['netpol-playground/policies.yaml'] ?? new Uint8Array())).toContain('name: shut');

  const mermaid = (await saved(await download(sheet, 'Mermaid diagram'))).toString();
  expect(mermaid).toContain('flowchart LR');
  const csv = (await saved(await download(sheet, 'Matrix as CSV'))).toString();
  expect(csv).toContain('monitoring/metrics');

  const file = await download(sheet, 'Workspace file');
  const text = (await saved(file)).toString();
  await page.keyboard.press('Escape');
  await playground.example('Three-tier shop');
  await expect.poll(() => playground.sentences()).not.toEqual(own);
  await playground.drop([{ name: file.suggestedFilename(), text }]);
  await expect.poll(() => playground.sentences()).toEqual(own);
});

test('what is too long for a link is offered as a file', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const pods = Array.from({ length: 500 }, (_, index) => {
    const name = `p${((index * 2654435761) % 4294967296).toString(36)}${((index * 40503 + 7) ** 2).toString(36)}`;
    return `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: many, labels: {app: ${name}}}\n`;
  });
  await playground.drop([{ name: 'many.yaml', text: pods.join('') }]);
  await expect(playground.tab('cluster.yaml')).toBeVisible();
  const sheet = await openSheet(page);
  const file = await download(sheet, 'Download workspace file');
  expect((await saved(file)).length).toBeGreaterThan(8192);
  await expect(sheet.getByRole('textbox', { name: 'Link' })).toHaveCount(0);
});
