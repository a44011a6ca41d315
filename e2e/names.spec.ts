import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import { Playground } from './playground';

const names = ['primary', 'standby'].flatMap((role) =>
  [1, 2].map((zone) => `payments-checkout-service-${role}-eu-west-${String(zone)}`),
);
const manifests = names
  .map(
    (name) =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: pay}\nspec:\n  replicas: 3\n  selector: {matchLabels: {app: ${name}}}\n  template:\n    metadata: {labels: {app: ${name}}}\n    spec: {containers: [{name: main, image: main}]}\n`,
  )
  .join('---\n');

/** Of each name: is its start cut, is its end seen, and what stands before that? */
const shown = (places: Locator): Promise<(readonly [boolean, boolean, boolean])[]> =>
  places.evaluateAll((all) =>
    all.map((place) => {
      const isCut = (piece: Element | null): boolean =>
        piece !== null && (piece.scrollWidth > piece.clientWidth || piece.scrollHeight > piece.clientHeight);
      const room = place.getBoundingClientRect();
      const end = place.querySelector('.ui-name-end')?.getBoundingClientRect();
      const isSeen =
        end !== undefined && end.width > 0 && end.right <= room.right + 1 && end.top >= room.top - 1;
      return [
        isCut(place.querySelector('.ui-name-start')),
        isSeen,
        (place.querySelector('.ui-name-middle')?.clientWidth ?? 0) > 0,
      ] as const;
    }),
  );

test('names that begin alike are cut where they are alike, in the graph and in the matrix', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.drop([{ name: 'pay.yaml', text: manifests }]);
  const cut = [true, true, true] as const;
  for (const name of names) {
    await expect(playground.card(name)).toBeVisible();
    expect(await shown(playground.card(name))).toEqual([cut]);
  }

  await page.getByRole('button', { name: 'Matrix' }).click();
  const grid = page.getByRole('grid');
  for (const role of ['rowheader', 'columnheader'] as const) {
    for (const name of names) {
      const head = grid.getByRole(role).filter({ has: page.getByRole('button', { name, exact: true }) });
      await expect(head.getByTitle(name)).toBeVisible();
      expect(await shown(head)).toEqual([cut]);
    }
  }
});

test('tabs, suggestions and the palette show how long names end', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const namespace = 'payments-production-europe-and-the-middle-east';
  const pods = names.map((name) => ({
    name: `${name}.yaml`,
    text: `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {containers: []}\n`,
  }));
  await playground.drop(pods);
  const expectEnds = async (places: Locator): Promise<void> => {
    await expect(places).toHaveCount(names.length);
    for (const one of await shown(places)) expect(one).toEqual([true, true, true]);
  };
  const expectWhole = async (places: Locator): Promise<void> => {
    await expectEnds(places);
    // Where the start gives way, not even a part of a pixel is taken from what tells one name from the next.
    const taken = await places.locator('.ui-name-middle').evaluateAll((all) =>
      all.map((middle) => {
        const text = document.createRange();
        text.selectNodeContents(middle);
        return text.getBoundingClientRect().width - middle.getBoundingClientRect().width;
      }),
    );
    expect(Math.max(...taken)).toBeLessThan(0.02);
  };
  await expect(playground.tab(names[0] ?? '')).toHaveAccessibleName(`${names[0] ?? ''}.yaml`);
  await expectEnds(page.getByRole('tab'));

  await page.getByRole('combobox', { name: 'Search and filter the picture' }).fill('checkout');
  const wanted = new RegExp(`^${namespace}/`);
  await expectWhole(page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: wanted }));
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await palette.getByRole('combobox').fill('checkout');
  await expectWhole(palette.getByRole('option', { name: wanted }));
});

test('a workload scaled to 0 and a namespace without workloads are told', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const text = manifests.replace('replicas: 3', 'replicas: 0');
  const spare = '---\napiVersion: v1\nkind: Namespace\nmetadata: {name: spare}\n';
  await playground.drop([{ name: 'pay.yaml', text: text + spare }]);
  const [idle = '', running = ''] = names;
  await expect(playground.card(idle)).toContainText('scaled to 0');
  await expect(playground.card(running)).not.toContainText('scaled to 0');
  await expect(playground.picture).toContainText('no workloads in spare');
  await playground.card(idle).click();
  await expect(playground.details).toContainText('is scaled to 0');
  await page.getByRole('button', { name: 'Matrix' }).click();
  for (const role of ['rowheader', 'columnheader'] as const) {
    const told = page.getByRole(role).filter({ hasText: '×0' });
    await expect(told.getByRole('button')).toHaveAccessibleName(`${idle}, scaled to 0`);
    expect(await shown(told)).toEqual([[true, true, true]]);
  }
  await page.getByRole('button', { name: 'Coverage' }).click();
  await page.getByText('1 namespace without workloads').click();
  await expect(page.getByRole('complementary', { name: 'Coverage' })).toContainText('spare 0 policies');
});
