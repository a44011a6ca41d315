import { useEffect, useState } from 'react';
import type { ExpectationDraft, ExpectationResult } from '../engine';
import { analysisStore } from '../state/analysisStore';
import { askEngine } from '../state/askEngine';
import { documentOf } from '../state/expectationText';

/** What would become of an expectation that is not written yet; null: it is not complete, or not known yet. */
export function usePreview({ want, from, to, ports }: ExpectationDraft): ExpectationResult | null {
  const [told, setTold] = useState<{ readonly text: string; readonly result: ExpectationResult } | null>(
    null,
  );
  const isComplete = from.trim() !== '' && to.trim() !== '';
  const text = isComplete ? documentOf({ want, from, to, ports }) : null;
  useEffect(() => {
    if (text === null) return;
    let isOver = false;
    const ask = (): void => {
      void askEngine({ kind: 'expectations', text }).then((results) => {
        const [result] = results ?? [];
        if (!isOver && result) setTold({ text, result });
      });
    };
    ask();
    const stop = analysisStore.subscribe((state, before) => {
      if (state.drawn !== before.drawn) ask();
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [text]);
  return told !== null && told.text === text ? told.result : null;
}
