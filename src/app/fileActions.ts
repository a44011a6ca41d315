import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { always, type Action } from './action';
import { openFilesAndTell } from './importing';
import { shellStore } from './shellStore';
import { exampleOf, isUntouched, openExample, replaceWorkspace } from './workspaces';

/** Opening, resetting and clearing the files. */
export const fileActions: readonly Action[] = [
  {
    id: 'open-files',
    menu: 'header',
    get label() {
      return t`Open files…`;
    },
    summary: null,
    shortcut: { key: 'o', mod: true, shift: false, whileTyping: true },
    perform: openFilesAndTell,
    available: always,
  },
  {
    id: 'share',
    menu: 'more',
    get label() {
      return t`Share and export…`;
    },
    get summary() {
      return t`A link, a QR code, pictures and files of what is open.`;
    },
    shortcut: null,
    perform: () => {
      shellStore.getState().openSheet('share');
    },
    available: always,
  },
  {
    id: 'reset-example',
    menu: 'more',
    get label() {
      return t`Reset example`;
    },
    get summary() {
      return t`Back to the text the example started with.`;
    },
    shortcut: null,
    perform: () => {
      const example = exampleOf(documentStore.getState());
      if (example) void openExample(example, t`Reset “${example.title}”.`);
    },
    available: () => {
      const opened = documentStore.getState();
      return exampleOf(opened) !== undefined && !isUntouched(opened);
    },
  },
  {
    id: 'clear-all',
    menu: 'more',
    get label() {
      return t`Clear all`;
    },
    get summary() {
      return t`Close every file and start with an empty one.`;
    },
    shortcut: null,
    perform: () => {
      replaceWorkspace({ example: null, files: [] }, t`Cleared everything.`);
    },
    available: () => documentStore.getState().files.some(({ text }) => text !== ''),
  },
  {
    id: 'undo-opening',
    menu: 'more',
    get label() {
      return t`Bring back the previous files`;
    },
    summary: null,
    shortcut: null,
    perform: () => {
      shellStore.getState().undoReplacing?.();
    },
    available: () => shellStore.getState().undoReplacing !== null,
  },
];
