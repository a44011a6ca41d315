import { beforeEach, expect, test } from 'vitest';
import { documentStore } from '../../state/documentStore';
import { isLarge, isLargeText, isTree, showAsText, treeFiles, undoPaste } from './treeFiles';

const { openWorkspace, editText, replaceText, addFile } = documentStore.getState();
const of = (characters: number): string => 'x'.repeat(characters);
const file = (): string => documentStore.getState().activeFile;
const asTree = (): boolean => isTree(treeFiles.getState(), file());

beforeEach(() => {
  openWorkspace({ example: null, files: [{ name: 'a.yaml', text: of(1000) }] });
});

test('large is many characters or many lines', () => {
  expect(isLarge(of(1_000_000))).toBe(false);
  expect(isLarge(of(1_000_001))).toBe(true);
  expect(isLarge('x\n'.repeat(29_999))).toBe(false);
  expect(isLarge('x\n'.repeat(30_001))).toBe(true);
});

test('opening, replacing and pasting decide', () => {
  expect(asTree()).toBe(false);
  addFile('b.yaml', of(1_100_000));
  expect(asTree()).toBe(true);
  replaceText(file(), of(10));
  expect(asTree()).toBe(false);
  editText(file(), of(1_100_000));
  expect(asTree()).toBe(true);
});

test('typing across the limit changes nothing, in either direction', () => {
  editText(file(), of(999_900));
  editText(file(), of(1_000_050));
  expect(asTree()).toBe(false);
  addFile('b.yaml', of(1_000_100));
  editText(file(), of(999_950));
  editText(file(), of(10));
  expect(asTree()).toBe(true);
});

test('a tree that is loaded anew a little smaller stays one', () => {
  addFile('b.yaml', of(1_000_100));
  replaceText(file(), of(900_000));
  expect(asTree()).toBe(true);
  replaceText(file(), of(700_000));
  expect(asTree()).toBe(false);
});

test('the user can have it as text, and back', () => {
  addFile('b.yaml', of(1_100_000));
  showAsText(file(), true);
  expect(asTree()).toBe(false);
  expect(isLargeText(treeFiles.getState(), file())).toBe(true);
  showAsText(file(), false);
  expect(asTree()).toBe(true);
});

test('a paste that made a file large can be taken back', () => {
  editText(file(), of(1_100_000));
  expect(treeFiles.getState().pasted?.text).toBe(of(1000));
  undoPaste();
  expect(documentStore.getState().files[0]?.text).toBe(of(1000));
  expect(asTree()).toBe(false);
  addFile('b.yaml', of(1_100_000));
  expect(treeFiles.getState().pasted).toBeNull();
});
