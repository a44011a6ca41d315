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

test('files that are opened fill the picture, whatever they have in common with what was there', async ({
  page,
}) => {
  const namespace = (name: string): string =>
    `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}}\n---\n`;
  const workload = (kind: string, place: string, name: string): string =>
    `apiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${place}}\nspec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: []}}}\n---\n`;
  const text = [
    namespace('shop'),
    workload('Deployment', 'shop', 'web'),
    workload('Deployment', 'shop', 'api'),
    workload('StatefulSet', 'shop', 'db'),
    namespace('kube-system'),
    workload('Deployment', 'kube-system', 'coredns'),
  ].join('');
  const playground = new Playground(page);
  await playground.open();
  await playground.drop([{ name: 'mine.yaml', text }]);
  for (const name of ['web', 'api', 'db', 'coredns'])
    await expect(playground.card(name)).toBeInViewport({ ratio: 0.99 });
  await expect(page.getByRole('button', { name: 'out of view' })).toHaveCount(0);
  const fresh = await playground.positions();
  await page.getByRole('button', { name: 'Tidy' }).click();
  await expect.poll(() => playground.positions()).toEqual(fresh);
});
