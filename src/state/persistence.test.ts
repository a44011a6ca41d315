import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainView } from '../engine';
import { documentStore } from './documentStore';
import { persistenceStore, restoreWorkspace } from './persistence';
import { startSaving } from './persistenceSaving';
import { decodeSaved } from './persistenceSchema';
import type { WorkspaceStorage } from './persistenceStorage';
import { viewStore } from './viewStore';

/** A storage in memory; what it is given is copied, as a browser's is. */
function memory(): WorkspaceStorage & { value: unknown; writes: number } {
  const storage = {
    value: undefined as unknown,
    writes: 0,
    read: () => Promise.resolve(structuredClone(storage.value)),
    write: (value: unknown) => {
      storage.value = structuredClone(value);
      storage.writes++;
      return Promise.resolve();
    },
  };
  return storage;
}

const broken: WorkspaceStorage = {
  read: () => Promise.reject(new Error('no')),
  write: () => Promise.reject(new Error('no')),
};
const strip = vi.fn((text: string) => Promise.resolve(text.replaceAll('s3cr3t', '')));

const later = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
let stop = (): void => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  strip.mockClear();
  persistenceStore.setState({ persistence: 'on' });
  documentStore.getState().openWorkspace({
    example: 'shop',
    files: [
      { name: 'policies.yaml', text: 'a' },
      { name: 'cluster.yaml', text: 'b' },
    ],
  });
  viewStore.setState({ theme: 'system', selection: { kind: 'nothing' }, moved: {}, view: plainView });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const idOf = (index: number): string => documentStore.getState().files[index]?.id ?? '';

describe('saving', () => {
  it('brings back files, active tab, profile, example and view', async () => {
    const storage = memory();
    stop = startSaving(strip, storage);
    documentStore.getState().editText(idOf(1), 'changed');
    documentStore.getState().activateFile(idOf(1));
    documentStore.getState().setCni('cilium');
    viewStore.getState().setTheme('dark');
    viewStore.getState().setClassroom(true);
    viewStore.getState().rememberTour();
    viewStore.getState().show({ blocked: false });
    viewStore.getState().move('web', { x: 1, y: 2 });
    viewStore.getState().setLevel('namespaces');
    viewStore.getState().unfold('Namespace/shop');
    viewStore.getState().fold('outside');
    viewStore.getState().setAlike(true);
    viewStore.getState().setFollowCursor(false);
    viewStore.getState().select({ kind: 'pair', source: 'a', destination: 'b' });
    await later(400);
    stop();
    const before = viewStore.getState();

    documentStore.getState().openWorkspace({ example: null, files: [] });
    documentStore.getState().setCni('spec');
    viewStore.setState({ theme: 'light', moved: {}, view: plainView, selection: { kind: 'nothing' } });
    viewStore.setState({ classroom: false, tourSeen: false });
    viewStore.getState().show({ blocked: true });
    viewStore.getState().setFollowCursor(true);
    expect(await restoreWorkspace(storage)).toBe(true);
    const { files, activeFile, cni, example } = documentStore.getState();
    expect(files.map(({ name, text }) => [name, text])).toEqual([
      ['policies.yaml', 'a'],
      ['cluster.yaml', 'changed'],
    ]);
    expect([activeFile, cni, example]).toEqual([files[1]?.id, 'cilium', 'shop']);
    const { theme, shown, moved, view, selection, classroom, tourSeen } = viewStore.getState();
    expect({ classroom, tourSeen }).toEqual({ classroom: true, tourSeen: true });
    expect({ theme, shown, moved, view, selection }).toEqual({
      theme: before.theme,
      shown: before.shown,
      moved: before.moved,
      view: before.view,
      selection: before.selection,
    });
    expect(viewStore.getState().followCursor).toBe(false);
    expect(view).toEqual({
      level: 'namespaces',
      unfolded: ['Namespace/shop'],
      folded: ['outside'],
      alike: true,
    });
    viewStore.getState().show({ blocked: true });
  });

  it('stores the projection and leaves the editor what was typed', async () => {
    const storage = memory();
    stop = startSaving(strip, storage);
    documentStore.getState().editText(idOf(0), 'password s3cr3t');
    await later(400);
    expect(JSON.stringify(storage.value)).toContain('password');
    expect(JSON.stringify(storage.value)).not.toContain('s3cr3t');
    expect(documentStore.getState().files[0]?.text).toBe('password s3cr3t');
  });

  it('stores nothing when a text cannot be cleaned', async () => {
    const storage = memory();
    stop = startSaving(() => Promise.reject(new Error('stopped')), storage);
    documentStore.getState().editText(idOf(0), 's3cr3t');
    await later(400);
    expect(storage.writes).toBe(0);
    expect(persistenceStore.getState().persistence).toBe('off');
  });

  it('waits for a pause, but not for ever', async () => {
    const storage = memory();
    stop = startSaving(strip, storage);
    for (let keystroke = 0; keystroke < 9; keystroke++) {
      documentStore.getState().editText(idOf(0), String(keystroke));
      await later(200);
    }
    expect(storage.writes).toBe(0);
    for (let keystroke = 0; keystroke < 9; keystroke++) {
      documentStore.getState().editText(idOf(0), `more ${String(keystroke)}`);
      await later(200);
    }
    expect(storage.writes).toBe(1);
  });

  it('cleans only the text that changed', async () => {
    stop = startSaving(strip, memory());
    documentStore.getState().editText(idOf(0), 'one');
    await later(400);
    documentStore.getState().editText(idOf(0), 'two');
    await later(400);
    expect(strip.mock.calls.map(([text]) => text)).toEqual(['one', 'b', 'two']);
  });

  it('writes the newest state last, however slow the storage is', async () => {
    const storage = memory();
    const { write } = storage;
    let delay = 5000;
    const slow = {
      ...storage,
      write: async (value: Parameters<typeof write>[0]) => {
        const wait = delay;
        delay = 0;
        await new Promise((resolve) => setTimeout(resolve, wait));
        await write(value);
      },
    };
    stop = startSaving(strip, slow);
    documentStore.getState().editText(idOf(0), 'first');
    await later(1000);
    documentStore.getState().editText(idOf(0), 'second');
    await later(6000);
    expect(JSON.stringify(storage.value)).toContain('second');
  });

  it('saves what changed before it was there', async () => {
    const storage = memory();
    documentStore.getState().editText(idOf(0), 'early');
    stop = startSaving(strip, storage, true);
    await later(400);
    expect(JSON.stringify(storage.value)).toContain('early');
  });

  it('stops when told to', async () => {
    const storage = memory();
    startSaving(strip, storage)();
    documentStore.getState().editText(idOf(0), 'x');
    await later(5000);
    expect(storage.writes).toBe(0);
  });

  it('goes on without storage and says so', async () => {
    stop = startSaving(strip, broken);
    documentStore.getState().editText(idOf(0), 'x');
    await later(400);
    expect(persistenceStore.getState().persistence).toBe('off');
  });
});

describe('restoring', () => {
  it('opens nothing where nothing was saved, where storage fails, and where it never answers', async () => {
    expect(await restoreWorkspace(memory())).toBe(false);
    expect(persistenceStore.getState().persistence).toBe('on');
    expect(await restoreWorkspace(broken)).toBe(false);
    expect(persistenceStore.getState().persistence).toBe('off');
    const silent = restoreWorkspace({ ...broken, read: () => new Promise(() => undefined) });
    await later(2000);
    expect(await silent).toBe(false);
    expect(documentStore.getState().example).toBe('shop');
  });

  it('of empty files restores the view only', async () => {
    const storage = memory();
    storage.value = { version: 1, files: [{ name: 'a', text: ' \n' }], view: { theme: 'dark' } };
    expect(await restoreWorkspace(storage)).toBe(false);
    expect(viewStore.getState().theme).toBe('dark');
    expect(documentStore.getState().example).toBe('shop');
  });
});

describe('what lies in storage', () => {
  it('is ignored when it is of another version or has no files', () => {
    const files = [{ name: 'a', text: 'b' }];
    expect(decodeSaved({ version: 1, files })).not.toBeNull();
    for (const value of [
      { version: 2, files },
      { files },
      { version: 1, files: [] },
      { version: 1, files: [1] },
    ]) {
      expect(decodeSaved(value)).toBeNull();
    }
  });

  it('is read as far as it makes sense, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (view, active, any) => {
        expect(decodeSaved(any)).toBeNull();
        const saved = decodeSaved({ version: 1, files: [{ name: 'a', text: 'b' }], active, view });
        expect(saved).toMatchObject({ active: 0, cni: 'spec', files: [{ name: 'a', text: 'b' }] });
        expect(['light', 'dark', 'contrast', 'system']).toContain(saved?.view.theme);
      }),
    );
    const view = {
      moved: { a: { x: 1, y: 2 }, b: { x: '1' }, c: null },
      view: { level: 7, unfolded: ['a', 1], alike: 'x' },
      selection: { kind: 'x' },
    };
    expect(decodeSaved({ version: 1, files: [{ name: 'a', text: 'b' }], view })?.view).toMatchObject({
      moved: { a: { x: 1, y: 2 } },
      view: { level: null, unfolded: ['a'], folded: [], alike: null },
      selection: { kind: 'nothing' },
    });
  });
});
