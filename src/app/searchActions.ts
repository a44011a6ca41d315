import { t } from '../language/t';
import { SEARCH_BOX } from '../search/ids';
import { lensStore } from '../state/lensStore';
import { always, type Action } from './action';
import { shellStore } from './shellStore';

/** In a later frame: a pane that was hidden cannot take the focus before it is drawn, and the box may be on its way. */
function focusSearch(tries = 90): void {
  requestAnimationFrame(() => {
    const box = document.getElementById(SEARCH_BOX);
    if (box) box.focus();
    else if (tries > 0) focusSearch(tries - 1);
  });
}

/** Finding things: in the picture, and among everything there is to do or to see. */
export const searchActions: readonly Action[] = [
  {
    id: 'palette',
    menu: 'more',
    get label() {
      return t`Commands, and go to …`;
    },
    summary: null,
    shortcut: { key: 'k', mod: true, shift: false, whileTyping: false },
    also: { key: 'F1', mod: false, shift: false, whileTyping: true },
    perform: () => {
      shellStore.getState().openSheet('palette');
    },
    available: always,
  },
  {
    id: 'search',
    menu: 'keyboard',
    get label() {
      return t`Search and filter the picture`;
    },
    summary: null,
    shortcut: { key: '/', mod: false, shift: false, whileTyping: false },
    also: { key: 'f', mod: true, shift: true, whileTyping: true },
    perform: () => {
      shellStore.getState().showPane('picture');
      focusSearch();
    },
    available: always,
  },
  {
    id: 'show-all',
    menu: 'more',
    get label() {
      return t`Show all of the picture again`;
    },
    summary: null,
    shortcut: null,
    perform: () => {
      lensStore.getState().showAll();
    },
    available: () => Object.keys(lensStore.getState().lenses).length > 0,
  },
];
