import { t } from '../language/t';
import { viewStore } from '../state/viewStore';
import { always, type Action } from './action';
import { shellStore } from './shellStore';

/** For learners and those who teach: projector, tour, words, and taking the page along. */
export const classActions: readonly Action[] = [
  {
    id: 'classroom',
    menu: 'more',
    get label() {
      return viewStore.getState().classroom ? t`Leave classroom mode` : t`Classroom mode`;
    },
    get summary() {
      return t`Larger words, thicker lines, and less around them, for a projector.`;
    },
    shortcut: { key: 'p', mod: false, shift: false, whileTyping: false },
    perform: () => {
      const { classroom, setClassroom } = viewStore.getState();
      setClassroom(!classroom);
    },
    available: always,
  },
  {
    id: 'tour',
    menu: 'more',
    get label() {
      return t`Guided tour`;
    },
    summary: null,
    shortcut: null,
    perform: () => {
      void import('../tour/tourStore').then(({ startTour }) => {
        startTour();
      });
    },
    available: always,
  },
  {
    id: 'glossary',
    menu: 'more',
    get label() {
      return t`Glossary`;
    },
    summary: null,
    shortcut: null,
    perform: () => {
      shellStore.getState().showSide('glossary');
    },
    available: always,
  },
  {
    id: 'download-page',
    menu: 'more',
    get label() {
      return t`Download for a classroom without internet`;
    },
    get summary() {
      return t`This page as a zip, with how to serve it.`;
    },
    shortcut: null,
    perform: () => {
      void import('../offline/download').then(async ({ downloadPage }) => {
        if (!(await downloadPage()))
          shellStore.getState().notify({ text: t`The zip cannot be had from here.`, undo: null });
      });
    },
    available: () => import.meta.env.PROD && navigator.onLine,
  },
];
