import { expect, test } from './fixtures';
import { Playground } from './playground';

const policyTo = (cidr: string, index: number): string =>
  `\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: to-${String(index)}, namespace: shop}\nspec: {podSelector: {matchLabels: {app: api}}, egress: [{to: [{ipBlock: {cidr: ${cidr}}}]}]}\n`;

test('a new address range stands in sight, or it is said that it does not; nothing moves for it', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  // The rest of the addresses is called otherwise once some have names.
  const names = ['customer', 'metrics', 'web', 'api', 'db'];
  const places = async (): Promise<readonly unknown[]> => {
    const all = await playground.positions();
    return names.map((name) => all[name]);
  };
  const before = await places();
  const chip = page.getByRole('button', { name: 'out of view' });
  await playground.goToEndOfLine(1);
  await page.keyboard.press('ControlOrMeta+End');
  const ranges = [10, 20, 30, 40, 50, 60, 70, 80].map((first) => `${String(first)}.0.0.0/8`);
  for (const [index, cidr] of ranges.entries()) {
    await page.keyboard.insertText(policyTo(cidr, index));
    const card = playground.card(cidr);
    await expect(card).toBeAttached();
    if (index < 3) {
      await expect(card).toBeInViewport({ ratio: 0.99 });
      await expect(chip).toHaveCount(0);
    }
  }
  await expect(chip).toHaveText(/^\d new address ranges? out of view$/);
  expect(await places()).toEqual(before);
  await chip.click();
  for (const cidr of ranges) await expect(playground.card(cidr)).toBeInViewport({ ratio: 0.99 });
  await expect(chip).toHaveCount(0);
});

test('what cannot be said is counted beside what is allowed and blocked, where there is any', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  const kinds = page.getByRole('group', { name: 'Connections shown' });
  const told = playground.picture.getByTitle('never hidden');
  await expect(told).toHaveCount(0);
  const size = await playground.picture.locator('.react-flow').boundingBox();
  await playground.goToEndOfLine(1);
  await page.keyboard.press('ControlOrMeta+End');
  // The addresses of the pods are not known.
  await page.keyboard.insertText(policyTo('10.0.0.0/8', 1));
  await expect(told).toBeVisible();
  await expect(told).toHaveText(/Cannot say[1-9]\d*$/);
  expect(await playground.picture.locator('.react-flow').boundingBox()).toEqual(size);
  await expect(kinds.getByRole('button')).toHaveCount(3);
});
