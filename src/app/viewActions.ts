import { FIRST_PATCH } from '../inspector/ids';
import { t } from '../language/t';
import { viewStore } from '../state/viewStore';
import { prefillFromSelection } from '../tester/prefill';
import { always, type Action } from './action';
import { focusNextPane, focusPane, paneIds } from './panes';
import { shellStore, type Side } from './shellStore';
import type { Shortcut } from './shortcut';

/** With Ctrl and Shift, also while typing. */
const anywhere = (key: string): Shortcut => ({ key, mod: true, shift: true, whileTyping: true });

/** Shows a panel beside the picture, or what is selected again. */
function sideAction(side: Side, label: () => string, shortcut: Shortcut): Action {
  return {
    id: side,
    menu: 'header',
    get label() {
      return label();
    },
    summary: null,
    shortcut,
    perform: () => {
      const { side: shown, showSide } = shellStore.getState();
      showSide(shown === side ? null : side);
    },
    available: always,
  };
}

/** What somebody who learns begins with. */
export const lessonsAction = sideAction('lessons', () => t`Lessons`, {
  key: 'l',
  mod: false,
  shift: false,
  whileTyping: false,
});

/** Moving about, opening and closing parts of the frame. */
export const viewActions: readonly Action[] = [
  {
    id: 'test-connection',
    menu: 'header',
    get label() {
      return t`Test a connection`;
    },
    summary: null,
    shortcut: anywhere('e'),
    perform: () => {
      prefillFromSelection();
      shellStore.getState().showSide('tester');
    },
    available: always,
  },
  {
    id: 'allow-selected',
    menu: 'more',
    get label() {
      return t`Allow the selected connection`;
    },
    summary: null,
    shortcut: null,
    perform: () => {
      requestAnimationFrame(() => document.getElementById(FIRST_PATCH)?.focus());
    },
    available: () => document.getElementById(FIRST_PATCH) !== null,
  },
  sideAction('expectations', () => t`Expectations`, anywhere('x')),
  sideAction('comparison', () => t`Compare`, anywhere('d')),
  sideAction('coverage', () => t`Coverage`, anywhere('y')),
  {
    id: 'plugin',
    menu: 'more',
    get label() {
      return t`What plugins do differently here`;
    },
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
    get label() {
      return t`Show or hide problems`;
    },
    summary: null,
    shortcut: anywhere('m'),
    perform: () => {
      shellStore.getState().toggleProblems();
    },
    available: always,
  },
  {
    id: 'follow-cursor',
    menu: 'more',
    get label() {
      return viewStore.getState().followCursor ? t`Stop following the cursor` : t`Follow the cursor`;
    },
    get summary() {
      return t`Lights in the picture what the cursor stands in.`;
    },
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
    get label() {
      return t`Go to the next pane: editor, picture, details`;
    },
    summary: null,
    shortcut: { key: 'F6', mod: false, shift: false, whileTyping: true },
    perform: focusNextPane,
    available: always,
  },
  {
    id: 'clear-selection',
    menu: 'keyboard',
    get label() {
      return t`Close details`;
    },
    summary: null,
    shortcut: { key: 'Escape', mod: false, shift: false, whileTyping: false },
    perform: () => {
      const inDetails = document.getElementById(paneIds.details)?.contains(document.activeElement) ?? false;
      viewStore.getState().select({ kind: 'nothing' });
      shellStore.getState().dismiss();
      if (inDetails) focusPane('picture');
    },
    available: () =>
      viewStore.getState().selection.kind !== 'nothing' || shellStore.getState().notice !== null,
  },
  {
    id: 'shortcuts',
    menu: 'more',
    get label() {
      return t`Keyboard shortcuts`;
    },
    summary: null,
    shortcut: { key: '?', mod: false, shift: false, whileTyping: false },
    perform: () => {
      shellStore.getState().openSheet('shortcuts');
    },
    available: always,
  },
];
