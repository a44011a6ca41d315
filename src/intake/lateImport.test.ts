import { beforeEach, expect, test, vi } from 'vitest';
import { intakeStore } from './intakeStore';
import { importing, prepareImport } from './lateImport';
import { projectPaste } from './projectPaste';

vi.mock('./importSources', () => {
  throw new Error('The line is down.');
});

const opener = { mayReplace: () => true, isSameCluster: () => false, replace: () => undefined };
const refused = () => intakeStore.getState().receipt?.refused.map(({ name }) => name);

beforeEach(() => {
  intakeStore.getState().dismiss();
});

test('what cannot be read for want of the reader is refused by name, not swallowed', async () => {
  expect(await importing([{ name: 'a.yaml', text: 'kind: Pod' }])).toBeNull();
  expect(refused()).toEqual(['a.yaml']);
});

test('of a large paste nothing is inserted unread', async () => {
  const text = 'kind: Pod\n'.repeat(30_000);
  expect(await projectPaste(text, opener)).toEqual({ kind: 'opened' });
  expect(refused()).toEqual(['the pasted text']);
});

test('to prepare is no promise', async () => {
  prepareImport();
  await new Promise((resolve) => setTimeout(resolve));
  expect(refused()).toBeUndefined();
});
