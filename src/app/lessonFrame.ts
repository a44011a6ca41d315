import { projectForStorage } from '../intake';
import { followLesson } from '../lessons/followLesson';
import { lessonStore } from '../lessons/lessonStore';
import { keepLeft, type Frame } from '../lessons/openLesson';
import { documentStore } from '../state/documentStore';
import { viewStore } from '../state/viewStore';
import { setAside } from './setAside';
import { shellStore } from './shellStore';
import { replaceWorkspace } from './workspaces';

/** What lessons need of the page. */
export const lessonFrame: Frame = {
  replaceOwn: async (workspace, words) => {
    const { cni } = documentStore.getState();
    await setAside();
    replaceWorkspace(workspace, words, () => {
      documentStore.getState().setCni(cni);
    });
  },
  notify: (text, undo) => {
    const { notify, dismiss } = shellStore.getState();
    const takeBack =
      undo &&
      (() => {
        undo();
        dismiss();
      });
    notify({ text, undo: takeBack });
  },
  strip: projectForStorage,
  show: () => {
    followLesson();
    shellStore.getState().showSide('lessons');
    shellStore.getState().showPane('picture');
  },
};

let isPicking = false;
let isComingBack = false;

// What is picked in the picture takes the lesson's place, and the lesson comes back when nothing is selected any more.
shellStore.subscribe(({ side, showSide }, before) => {
  if (side !== null) isComingBack = false;
  else if (before.side !== 'lessons' || !isPicking) return;
  // Whoever writes a lesson picks pairs for it, and goes on writing.
  else if (lessonStore.getState().page === 'authoring') showSide('lessons');
  else isComingBack = true;
});
viewStore.subscribe(({ selection }, before) => {
  if (selection === before.selection) return;
  isPicking = true;
  setTimeout(() => {
    isPicking = false;
  });
  if (!isComingBack || selection.kind !== 'nothing') return;
  shellStore.getState().showSide('lessons');
});

documentStore.subscribe((state, before) => {
  if (state.example !== before.example) void keepLeft(before, projectForStorage).catch(() => undefined);
});
