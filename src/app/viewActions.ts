import { viewStore } from '../state/viewStore';
import { prefillFromSelection } from '../tester/prefill';
import { always, type Action } from './action';
import { focusNextPane, focusPane, paneIds } from './panes';
import { shellStore } from './shellStore';

/** Moving about, opening and closing parts of the frame. */
export const viewActions: readonly Action[] = [
  {
    id: 'test-connection',
    menu: 'header',
    label: 'Test a connection',
    summary: null,
    shortcut: { key: 'e', mod: true, shift: true, whileTyping: true },
    perform: () => {
      prefillFromSelection();
      shellStore.getState().openTester(true);
    },
    available: always,
  },
  {
    id: 'toggle-problems',
    menu: 'more',
    label: 'Show or hide problems',
    summary: null,
    shortcut: { key: 'm', mod: true, shift: true, whileTyping: true },
    perform: () => {
      shellStore.getState().toggleProblems();
    },
    available: always,
  },
  {
    id: 'next-pane',
    menu: 'keyboard',
    label: 'Go to the next pane: editor, picture, details',
    summary: null,
    shortcut: { key: 'F6', mod: false, shift: false, whileTyping: true },
    perform: focusNextPane,
    available: always,
  },
  {
    id: 'clear-selection',
    menu: 'keyboard',
    label: 'Close details',
    summary: null,
    shortcut: { key: 'Escape', mod: false, shift: false, whileTyping: false },
    perform: () => {
      const inDetails = document.getElementById(paneIds.details)?.contains(document.activeElement) ?? false;
      viewStore.getState().select({ kind: 'nothing' });
      if (inDetails) focusPane('picture');
    },
    available: () => viewStore.getState().selection.kind !== 'nothing',
  },
  {
    id: 'shortcuts',
    menu: 'more',
    label: 'Keyboard shortcuts',
    summary: null,
    shortcut: { key: 'F1', mod: false, shift: false, whileTyping: false },
    perform: () => {
      shellStore.getState().openShortcuts(true);
    },
    available: always,
  },
];
