import { documentStore } from '../state/documentStore';
import { always, type Action } from './action';
import { openFilesAndTell } from './importing';
import { shellStore } from './shellStore';
import { exampleOf, isUntouched, replaceWorkspace } from './workspaces';

/** Opening, resetting and clearing the files. */
export const fileActions: readonly Action[] = [
  {
    id: 'open-files',
    menu: 'header',
    label: 'Open files…',
    summary: null,
    shortcut: { key: 'o', mod: true, shift: false, whileTyping: true },
    perform: openFilesAndTell,
    available: always,
  },
  {
    id: 'share',
    menu: 'more',
    label: 'Share and export…',
    summary: 'A link, a QR code, pictures and files of what is open.',
    shortcut: null,
    perform: () => {
      shellStore.getState().openSheet('share');
    },
    available: always,
  },
  {
    id: 'reset-example',
    menu: 'more',
    label: 'Reset example',
    summary: 'Back to the text the example started with.',
    shortcut: null,
    perform: () => {
      const example = exampleOf(documentStore.getState());
      if (example)
        replaceWorkspace({ example: example.id, files: example.files }, `Reset “${example.title}”.`);
    },
    available: () => {
      const opened = documentStore.getState();
      return exampleOf(opened) !== undefined && !isUntouched(opened);
    },
  },
  {
    id: 'clear-all',
    menu: 'more',
    label: 'Clear all',
    summary: 'Close every file and start with an empty one.',
    shortcut: null,
    perform: () => {
      replaceWorkspace({ example: null, files: [] }, 'Cleared everything.');
    },
    available: () => documentStore.getState().files.some(({ text }) => text !== ''),
  },
  {
    id: 'undo-opening',
    menu: 'more',
    label: 'Bring back the previous files',
    summary: null,
    shortcut: null,
    perform: () => {
      shellStore.getState().undoReplacing?.();
    },
    available: () => shellStore.getState().undoReplacing !== null,
  },
];
