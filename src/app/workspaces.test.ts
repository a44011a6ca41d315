import { beforeEach, describe, expect, it } from 'vitest';
import { examples, firstExample } from '../examples';
import { documentStore } from '../state/documentStore';
import { shellStore } from './shellStore';
import { hasOwnWork, isUntouched, openExample, replaceWorkspace } from './workspaces';

const texts = (): readonly string[] => documentStore.getState().files.map(({ text }) => text);
const type = (text: string): void => {
  const { activeFile, editText } = documentStore.getState();
  editText(activeFile, text);
};

beforeEach(() => {
  documentStore.getState().openWorkspace({ example: null, files: [] });
  shellStore.setState({ notice: null, undoReplacing: null });
});

describe('own work', () => {
  it('is neither an empty file nor an untouched example', async () => {
    expect(hasOwnWork(documentStore.getState())).toBe(false);
    await openExample(firstExample);
    expect(isUntouched(documentStore.getState())).toBe(true);
    expect(hasOwnWork(documentStore.getState())).toBe(false);
  });

  it('is an example with one letter changed, or a file removed', async () => {
    await openExample(firstExample);
    const { activeFile, removeFile } = documentStore.getState();
    type('#');
    expect(hasOwnWork(documentStore.getState())).toBe(true);
    await openExample(firstExample);
    removeFile(documentStore.getState().activeFile);
    expect(documentStore.getState().activeFile).not.toBe(activeFile);
    expect(hasOwnWork(documentStore.getState())).toBe(true);
  });
});

describe('opening an example', () => {
  it('offers own work back, and the offer outlives the notice', async () => {
    type('kind: Pod');
    await openExample(firstExample);
    expect(documentStore.getState().example).toBe(firstExample.id);
    shellStore.getState().dismiss();
    shellStore.getState().undoReplacing?.();
    expect(texts()).toEqual(['kind: Pod']);
    expect(documentStore.getState().example).toBeNull();
    expect(shellStore.getState()).toMatchObject({ notice: null, undoReplacing: null });
  });

  it('says nothing when nothing is lost, and keeps the older offer', async () => {
    type('kind: Pod');
    await openExample(firstExample);
    const offer = shellStore.getState().undoReplacing;
    await openExample(examples.at(-1) ?? firstExample);
    expect(shellStore.getState().notice).toBeNull();
    expect(shellStore.getState().undoReplacing).toBe(offer);
  });

  it('brings back names and order of several files', async () => {
    replaceWorkspace(
      {
        example: null,
        files: [
          { name: 'b', text: '1' },
          { name: 'a', text: '2' },
        ],
      },
      '',
    );
    await openExample(firstExample);
    shellStore.getState().notice?.undo?.();
    expect(documentStore.getState().files.map(({ name }) => name)).toEqual(['b', 'a']);
  });
});
