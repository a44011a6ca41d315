import { beforeEach, describe, expect, it } from 'vitest';
import { documentStore } from '../state/documentStore';
import { importFiles } from './importFiles';
import { importTexts } from './importTexts';
import { intakeStore } from './intakeStore';
import { projectPaste } from './projectPaste';

const yes = (): boolean => true;
const no = (): boolean => false;
const opened = (): readonly (readonly [string, string])[] =>
  documentStore.getState().files.map(({ name, text }) => [name, text]);
const pod = 'kind: Pod\nspec:\n  containers:\n  - name: a\n';
const podWithEnv = `${pod}    env: [{name: A, value: s3cr3t}]\n`;

beforeEach(() => {
  documentStore.getState().openWorkspace({ example: 'lesson', files: [{ name: 'a.yaml', text: 'old' }] });
  intakeStore.getState().dismiss();
});

describe('texts that come in', () => {
  it('take the place of what may be replaced', async () => {
    await importTexts([{ name: 'b.yaml', text: pod }], yes);
    expect(opened()).toEqual([['b.yaml', pod]]);
    expect(documentStore.getState().example).toBeNull();
  });

  it('are added beside own work, under a free name, and the last one is shown', async () => {
    const texts = [
      { name: 'a.yaml', text: pod },
      { name: 'a.yaml', text: 'x' },
    ];
    await importTexts(texts, no);
    expect(opened()).toEqual([
      ['a.yaml', 'old'],
      ['a-2.yaml', pod],
      ['a-3.yaml', 'x'],
    ]);
    const { files, activeFile } = documentStore.getState();
    expect(activeFile).toBe(files[2]?.id);
  });

  it('lose their secrets and byte order mark before they are opened', async () => {
    const receipt = await importTexts([{ name: 'b.yaml', text: `\uFEFF${podWithEnv}` }], yes);
    expect(opened()).toEqual([['b.yaml', pod]]);
    expect(receipt.dropped.env).toBe(1);
    expect(intakeStore.getState()).toMatchObject({ receipt, reading: 0 });
  });

  it('leave everything as it is when nothing could be taken', async () => {
    const receipt = await importFiles(
      [{ name: 'a.gz', file: new Blob([new Uint8Array([0x1f, 0x8b, 8])]) }],
      yes,
    );
    expect(opened()).toEqual([['a.yaml', 'old']]);
    expect(receipt.files).toEqual([]);
    expect(receipt.refused.map(({ name }) => name)).toEqual(['a.gz']);
  });

  it('are opened although others with them are refused', async () => {
    const files = [
      { name: 'a.bin', file: new Blob([new Uint8Array([1, 0, 2])]) },
      { name: 'b.yaml', file: new Blob([pod]) },
    ];
    const receipt = await importFiles(files, yes);
    expect(opened()).toEqual([['b.yaml', pod]]);
    expect([receipt.files, receipt.refused.length]).toEqual([['b.yaml'], 1]);
  });
});

describe('a paste', () => {
  it('is left alone when there is nothing to drop', async () => {
    expect(await projectPaste(pod)).toBeNull();
    expect(intakeStore.getState().receipt).toBeNull();
  });

  it('is replaced and told of when there is', async () => {
    expect(await projectPaste(podWithEnv)).toBe(pod);
    expect(intakeStore.getState().receipt?.dropped.env).toBe(1);
  });
});
