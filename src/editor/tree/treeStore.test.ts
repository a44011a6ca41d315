import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { analysisStore, type Analysis } from '../../state/analysisStore';
import { documentStore } from '../../state/documentStore';
import { objectKey } from './rows';
import { treeOf, type Tree, type TreeState } from './treeStore';

const pod = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: shop\n`;

let tree: Tree;
let stop: () => void;

const state = (): TreeState => tree.store.getState();
const text = (): string => documentStore.getState().files[0]?.text ?? '';
const file = (): string => documentStore.getState().activeFile;
const names = (): readonly string[] => state().index.heads.map(({ name }) => name);
const openedText = (): string | null => {
  const { opened } = state();
  return opened && state().text.slice(opened.range.start, opened.range.end);
};
const open = (name: string): void => {
  tree.open(state().index.heads.find((head) => head.name === name)?.id ?? -1);
};

beforeEach(async () => {
  documentStore.getState().openWorkspace({
    example: null,
    files: [{ name: 'cluster.yaml', text: ['web', 'api', 'db'].map(pod).join('---\n') }],
  });
  tree = treeOf(file());
  stop = tree.follow();
  await vi.waitUntil(() => state().reading === null);
});

afterEach(() => {
  stop();
});

test('an edit of one object changes its part of the file and nothing else', () => {
  open('api');
  expect(openedText()).toBe(pod('api').trimEnd());
  tree.editOpened(pod('api-2'));
  expect(text()).toBe([pod('web'), `${pod('api-2')}\n`, pod('db')].join('---\n'));
  expect(names()).toEqual(['web', 'api-2', 'db']);
  expect(state().text).toBe(text());
});

test('the opened text stays open through everything that is typed, even when it is no object any more', () => {
  open('api');
  for (const typed of ['', 'kind: A\n---\nkind: B', ': {', pod('api').trimEnd()]) {
    tree.editOpened(typed);
    expect(openedText()).toBe(typed);
  }
  expect(text()).toBe(['web', 'api', 'db'].map(pod).join('---\n'));
});

test('the opened text moves along with changes from outside, and closes when it is replaced', () => {
  open('api');
  documentStore.getState().editText(file(), `# new\n${text()}`);
  expect(openedText()).toBe(pod('api').trimEnd());
  documentStore.getState().replaceText(file(), pod('other'));
  expect(openedText()).toBeNull();
  expect(names()).toEqual(['other']);
});

test('a deleted object goes with its marker, and comes back where it was', () => {
  const before = text();
  open('api');
  tree.deleteOpened('Pod api');
  expect(text()).toBe(['web', 'db'].map(pod).join('---\n'));
  expect(state().deleted?.title).toBe('Pod api');
  open('web');
  tree.editOpened('kind: Node');
  tree.undoDelete();
  expect(text()).toBe(before.replace(pod('web'), 'kind: Node\n'));
  expect(openedText()).toBe(pod('api').trimEnd());
});

test('a deleted item of a JSON list takes a comma with it', async () => {
  const items = ['a', 'b', 'c'].map((name) => ({ kind: 'Pod', metadata: { name } }));
  for (const name of ['a', 'b', 'c']) {
    documentStore.getState().openWorkspace({
      example: null,
      files: [{ name: 'x', text: JSON.stringify({ kind: 'List', items }, null, 1) }],
    });
    stop();
    tree = treeOf(file());
    stop = tree.follow();
    await vi.waitUntil(() => state().reading === null);
    open(name);
    tree.deleteOpened(name);
    expect(JSON.parse(text())).toEqual({
      kind: 'List',
      items: items.filter((one) => one.metadata.name !== name),
    });
  }
});

test('a jump opens the object, the groups around it, and selects the place', () => {
  const start = text().indexOf('name: db');
  tree.openPlace({ start, end: start + 8 });
  const { opened, expanded, focused } = state();
  const selected = opened?.select && openedText()?.slice(opened.select.start, opened.select.end);
  expect(selected).toBe('name: db');
  expect([...expanded]).toEqual(['n:shop', 'n:shop/Pod']);
  expect(focused).toBe(objectKey(opened?.id ?? 0));
});

test('problems are counted at the object and the groups around it, if they belong to this text', () => {
  const place = (name: string): { file: string; start: number; end: number } => {
    const start = text().indexOf(`name: ${name}`);
    return { file: file(), start, end: start + 4 };
  };
  const diagnostics = (['error', 'warning', 'info'] as const).map((severity, index) => ({
    severity,
    message: '',
    path: '',
    place: place(index === 0 ? 'web' : 'db'),
  }));
  const answer = (revision: number): void => {
    analysisStore.setState({ analysis: { revision, diagnostics } as unknown as Analysis });
  };
  answer(documentStore.getState().revision - 1);
  expect(state().problems.byRow.size).toBe(0);
  answer(documentStore.getState().revision);
  expect(state().problems.byRow.get('n:shop')).toEqual({ errors: 1, warnings: 1 });
  const web = state().index.heads[0]?.id ?? 0;
  expect(state().problems.byRow.get(objectKey(web))).toEqual({ errors: 1, warnings: 0 });
  expect(state().problems.byObject.get(web)?.[0]?.start).toBe(pod('web').indexOf('name:'));
});
