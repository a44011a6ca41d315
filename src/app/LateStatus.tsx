import { useEffect } from 'react';
import { OfflineMark } from '../offline/OfflineMark';
import { Tour } from '../tour/Tour';
import { TourChip } from '../tour/TourChip';
import { documentStore } from '../state/documentStore';
import { askTerm, termStore } from '../ui/terms/termStore';
import { shellStore } from './shellStore';

/** What of the status line comes after picture and editor: offline, and the offer of a tour. */
export function LateStatus() {
  useGlossary();
  useLesson();
  return (
    <div className="app-late">
      <TourChip />
      <OfflineMark />
      <Tour />
    </div>
  );
}

/** Shows the glossary when somebody asks about a term, or the address does: `?term=isolated`. */
function useGlossary(): void {
  useEffect(() => {
    const stop = termStore.subscribe(() => {
      shellStore.getState().showSide('glossary');
      shellStore.getState().showPane('picture');
    });
    const term = new URLSearchParams(location.search).get('term');
    if (term !== null) askTerm(term);
    return stop;
  }, []);
}

/** Goes on with the lesson that was open when the page was left, and with one that is brought back. */
function useLesson(): void {
  useEffect(() => {
    const show = (): void => {
      if (documentStore.getState().example?.startsWith('lesson/') === true)
        void import('./lessonFrame').then(({ lessonFrame }) => {
          lessonFrame.show();
        });
    };
    show();
    return documentStore.subscribe((state, before) => {
      if (state.example !== before.example) show();
    });
  }, []);
}
