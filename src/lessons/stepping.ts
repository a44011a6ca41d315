import { viewStore } from '../state/viewStore';
import { nextAfter } from './readCatalogue';
import { showHint } from './Hints';
import { lessonStore, shownOf } from './lessonStore';
import { openLesson, type Frame } from './openLesson';
import { stepBy } from './steps';

/** Goes one step forward or back in the open lesson, and from its end to the next one. False: there is nowhere to go. */
export function stepLesson(direction: 1 | -1, frame: Frame): boolean {
  const { open, step, progress } = lessonStore.getState();
  if (open === null) return false;
  const shown = shownOf({ open, progress });
  const { hints, why } = open.lesson;
  const taken = stepBy(
    { step, hints: shown.hints, allHints: hints.length, hasWhy: why.length > 0 },
    direction,
  );
  switch (taken.kind) {
    case 'step':
      lessonStore.setState({ step: taken.step });
      return true;
    case 'hint':
      showHint(open, shown);
      return true;
    case 'next lesson': {
      const next = nextAfter(open.key);
      if (next) void openLesson(next, frame);
      return next !== undefined;
    }
    case 'nothing':
      return false;
  }
}

/** Arrow keys belong to these. */
const USES_ARROWS =
  'input, textarea, select, .monaco-editor, .react-flow, [contenteditable], [role="tab"], [role="grid"], [role="tree"], [role="menu"], [role="separator"], [role="dialog"]';

/** In classroom mode the arrow keys step through the lesson, wherever they mean nothing else. Returns how to stop. */
export function stepByKeys(frame: Frame): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!viewStore.getState().classroom || lessonStore.getState().page !== 'lesson') return;
    if (event.target instanceof Element && event.target.closest(USES_ARROWS)) return;
    if (stepLesson(event.key === 'ArrowRight' ? 1 : -1, frame)) event.preventDefault();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
  };
}
