import { expect, test } from 'vitest';
import { lensStore } from './lensStore';
import { openAfresh } from './openAfresh';
import { viewStore } from './viewStore';

const workspace = { example: null, files: [{ name: 'a.yaml', text: '' }] };

test('opening one thing after another changes nothing of how it is looked at, so that nothing is drawn for it', () => {
  openAfresh(workspace);
  const { view, moved, selection } = viewStore.getState();
  const { lenses, filter } = lensStore.getState();
  openAfresh(workspace);
  expect(viewStore.getState().view).toBe(view);
  expect(viewStore.getState().moved).toBe(moved);
  expect(viewStore.getState().selection).toBe(selection);
  expect(lensStore.getState().lenses).toBe(lenses);
  expect(lensStore.getState().filter).toBe(filter);
});

test('what was selected, dragged and typed into the search box before is forgotten', () => {
  viewStore.getState().select({ kind: 'entity', entity: 'a' });
  viewStore.getState().move('a', { x: 1, y: 2 });
  lensStore.getState().setFilter({ text: 'ns:a' });
  openAfresh(workspace);
  expect(viewStore.getState()).toMatchObject({ selection: { kind: 'nothing' }, moved: {} });
  expect(lensStore.getState().filter.text).toBe('');
});
