import { createStore } from 'zustand/vanilla';
import type { CniProfile, FileId, SourceFile } from '../engine';

/** The user's text. Written by the editor and by opening things; nothing flows back into the editor. */
export interface DocumentState {
  readonly files: readonly SourceFile[];
  readonly activeFile: FileId;
  readonly cni: CniProfile;
  /** Counts every change that can change an answer. */
  readonly revision: number;
  /** Counts every time files were replaced from outside the editor, which then shows the new text. */
  readonly loadId: number;
  /** The revision of the last change that was more than typing: opening, pasting. See Answer.drawable. */
  readonly leap: number;
  /** Name of the opened example, null for the user's own work. */
  readonly example: string | null;
  /** Files that cannot be changed, renamed or removed: they belong to a lesson. */
  readonly locked: readonly FileId[];

  /** The editor's text of one file after a keystroke. */
  editText(this: void, file: FileId, text: string): void;
  /** Replaces the whole workspace. */
  openWorkspace(this: void, workspace: Workspace): void;
  /** Adds a tab and makes it active; a taken name gets a number. */
  addFile(this: void, name: string, text: string): void;
  /** The same for several at once, as one change, so that no picture shows only some of them. The last becomes active. */
  addFiles(this: void, files: Workspace['files']): void;
  /** Replaces the text of a file from outside the editor. */
  replaceText(this: void, file: FileId, text: string): void;
  renameFile(this: void, file: FileId, name: string): void;
  /** Removes a tab; the last one is emptied instead. */
  removeFile(this: void, file: FileId): void;
  /** Puts a removed file back at its place; `standIn` goes, if still empty: the tab that replaced the last one. */
  restoreFile(this: void, file: SourceFile, index: number, standIn: FileId | null): void;
  activateFile(this: void, file: FileId): void;
  setCni(this: void, cni: CniProfile): void;
  /** Locks the files of these names, and no others. */
  lock(this: void, names: readonly string[]): void;
}

export interface Workspace {
  readonly example: string | null;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** More characters than anybody types between two answers. */
const TYPED = 200;

let lastId = 0;
const newId = (): FileId => `file-${String(++lastId)}`;

/** `name`, or `name-2.yaml`, … when it is taken. */
function freeName(name: string, files: readonly SourceFile[]): string {
  const taken = new Set(files.map((file) => file.name));
  if (!taken.has(name)) return name;
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const ending = dot > 0 ? name.slice(dot) : '';
  let count = 2;
  while (taken.has(`${stem}-${String(count)}${ending}`)) count++;
  return `${stem}-${String(count)}${ending}`;
}

export const documentStore = createStore<DocumentState>()((set) => {
  const first: SourceFile = { id: newId(), name: 'policies.yaml', text: '' };
  return {
    files: [first],
    activeFile: first.id,
    cni: 'spec',
    revision: 0,
    loadId: 0,
    leap: 0,
    example: null,
    locked: [],

    editText: (id, text) => {
      set((state) => {
        const before = state.files.find((file) => file.id === id)?.text;
        if (before === undefined || before === text || state.locked.includes(id)) return state;
        return {
          files: state.files.map((file) => (file.id === id ? { ...file, text } : file)),
          revision: state.revision + 1,
          leap: Math.abs(text.length - before.length) > TYPED ? state.revision + 1 : state.leap,
        };
      });
    },
    openWorkspace: ({ example, files }) => {
      set((state) => {
        const opened = files.length > 0 ? files : [{ name: 'policies.yaml', text: '' }];
        const withIds: SourceFile[] = [];
        for (const file of opened)
          withIds.push({ id: newId(), name: freeName(file.name, withIds), text: file.text });
        return {
          files: withIds,
          activeFile: withIds[0]?.id ?? state.activeFile,
          example,
          revision: state.revision + 1,
          loadId: state.loadId + 1,
          leap: state.revision + 1,
        };
      });
    },
    addFile: (name, text) => {
      documentStore.getState().addFiles([{ name, text }]);
    },
    addFiles: (added) => {
      set((state) => {
        const files = [...state.files];
        for (const { name, text } of added) files.push({ id: newId(), name: freeName(name, files), text });
        const shown = files.at(-1);
        if (!shown || added.length === 0) return state;
        return {
          files,
          activeFile: shown.id,
          revision: state.revision + 1,
          loadId: state.loadId + 1,
          leap: state.revision + 1,
        };
      });
    },
    replaceText: (id, text) => {
      set((state) => {
        if (state.locked.includes(id)) return state;
        return {
          files: state.files.map((file) => (file.id === id ? { ...file, text } : file)),
          revision: state.revision + 1,
          loadId: state.loadId + 1,
          leap: state.revision + 1,
        };
      });
    },
    renameFile: (id, name) => {
      set((state) => {
        const others = state.files.filter((file) => file.id !== id);
        const wanted = name.trim();
        if (wanted === '' || state.locked.includes(id)) return state;
        return {
          files: state.files.map((file) =>
            file.id === id ? { ...file, name: freeName(wanted, others) } : file,
          ),
          revision: state.revision + 1,
        };
      });
    },
    removeFile: (id) => {
      set((state) => {
        if (state.locked.includes(id)) return state;
        const index = state.files.findIndex((file) => file.id === id);
        const rest = state.files.filter((file) => file.id !== id);
        const files = rest.length > 0 ? rest : [{ id: newId(), name: 'policies.yaml', text: '' }];
        const neighbour = files[Math.min(Math.max(index, 0), files.length - 1)];
        return {
          files,
          activeFile: state.activeFile === id ? (neighbour?.id ?? state.activeFile) : state.activeFile,
          revision: state.revision + 1,
          loadId: state.loadId + 1,
          leap: state.revision + 1,
        };
      });
    },
    restoreFile: (file, index, standIn) => {
      set((state) => {
        const others = state.files.filter(({ id, text }) => id !== standIn || text !== '');
        const restored = { ...file, name: freeName(file.name, others) };
        return {
          files: [...others.slice(0, index), restored, ...others.slice(index)],
          activeFile: file.id,
          revision: state.revision + 1,
          loadId: state.loadId + 1,
          leap: state.revision + 1,
        };
      });
    },
    activateFile: (id) => {
      set({ activeFile: id });
    },
    setCni: (cni) => {
      set((state) => ({ cni, revision: state.revision + 1 }));
    },
    lock: (names) => {
      set(({ files }) => ({ locked: files.flatMap(({ id, name }) => (names.includes(name) ? id : [])) }));
    },
  };
});
