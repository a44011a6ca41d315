import { beforeEach, expect, test } from 'vitest';
import type { SourceFile } from '../engine';
import { documentStore } from './documentStore';

const { openWorkspace, removeFile, restoreFile, editText } = documentStore.getState();
const files = (): readonly SourceFile[] => documentStore.getState().files;
const names = (): readonly string[] => files().map(({ name }) => name);

const open = (...wanted: readonly string[]): void => {
  openWorkspace({ example: null, files: wanted.map((name) => ({ name, text: `# ${name}` })) });
};

/** Removes a tab and says what restoring it needs. */
function remove(index: number): SourceFile {
  const file = files()[index];
  if (!file) throw new Error(`no file ${index}`);
  removeFile(file.id);
  return file;
}

beforeEach(() => {
  open('a.yaml', 'b.yaml', 'c.yaml');
});

test('a restored file is the same one at the same place, and is shown', () => {
  const file = remove(1);
  restoreFile(file, 1, null);
  expect(names()).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
  expect(files()[1]).toEqual(file);
  expect(documentStore.getState().activeFile).toBe(file.id);
});

test('restoring is a change of the text and a load', () => {
  const file = remove(0);
  const { revision, loadId } = documentStore.getState();
  restoreFile(file, 0, null);
  expect(documentStore.getState()).toMatchObject({ revision: revision + 1, loadId: loadId + 1 });
});

test('the empty tab that replaced the last one goes, one with text stays', () => {
  open('policies.yaml');
  const first = remove(0);
  restoreFile(first, 0, files()[0]?.id ?? null);
  expect(files()).toEqual([first]);

  const again = remove(0);
  const standIn = files()[0]?.id ?? '';
  editText(standIn, 'kind: Pod');
  restoreFile(again, 0, standIn);
  expect(names()).toEqual(['policies-2.yaml', 'policies.yaml']);
});
