import { viewStore } from '../state/viewStore';
import { prefillFromSelection } from '../tester/prefill';
import { always, type Action } from './action';
import { focusNextPane, focusPane, paneIds } from './panes';
import { shellStore, type Side } from './shellStore';

/** Shows a panel beside the picture, or what is selected again. */
function sideAction(side: Side, label: string, key: string): Action {
  return {
    id: side,
    menu: 'header',
    label,
    summary: null,
    shortcut: { key, mod: true, shift: true, whileTyping: true },
    perform: () => {
      const { side: shown, showSide } = shellStore.getState();
      showSide(shown === side ? null : side);
    },
    available: always,
  };
}

/** What somebody who learns begins with. */
export const lessonsAction: Action = {
  ...sideAction('lessons', 'Lessons', 'l'),
  shortcut: { key: 'l', mod: false, shift: false, whileTyping: false },
};

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
      shellStore.getState().showSide('tester');
    },
    available: always,
  },
  sideAction('expectations', 'Expectations', 'x'),
  sideAction('comparison', 'Compare', 'd'),
  sideAction('coverage', 'Coverage', 'y'),
  {
    id: 'plugin',
    menu: 'more',
    label: 'What plugins do differently here',
    summary: null,
    shortcut: null,
    perform: () => {
      shellStore.getState().showSide('plugin');
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
    id: 'follow-cursor',
    menu: 'more',
    get label() {
      return viewStore.getState().followCursor ? 'Stop following the cursor' : 'Follow the cursor';
    },
    summary: 'Lights in the picture what the cursor stands in.',
    shortcut: null,
    perform: () => {
      const { followCursor, setFollowCursor } = viewStore.getState();
      setFollowCursor(!followCursor);
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
    shortcut: { key: '?', mod: false, shift: false, whileTyping: false },
    perform: () => {
      shellStore.getState().openSheet('shortcuts');
    },
    available: always,
  },
];
