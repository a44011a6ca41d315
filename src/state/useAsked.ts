import { useEffect, useState } from 'react';
import type { QuestionOf } from '../worker/engineClient';
import type { Told } from '../worker/protocol';
import { analysisStore } from './analysisStore';
import { askEngine } from './askEngine';
import { keepEqual } from './keepEqual';

/**
 * What the engine says to a question, now and after every edit; null until it is known. The question has to stay the
 * same object as long as it is the same question. What takes the engine long and nobody reads while typing is asked again
 * only when there was no edit for `pauseMs`.
 */
export function useAsked<Kind extends keyof Told>(
  question: QuestionOf<Kind>,
  pauseMs = 0,
): Told[Kind] | null {
  const [told, setTold] = useState<Told[Kind] | null>(null);
  useEffect(() => {
    let isOver = false;
    let isAsking = false;
    let isStale = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // One question on its way at a time: whoever types fast is not to fill the worker with them.
    const ask = (): void => {
      if (isAsking) {
        isStale = true;
        return;
      }
      isAsking = true;
      isStale = false;
      void askEngine<Kind>(question).then((answer) => {
        isAsking = false;
        if (isOver) return;
        if (answer !== null) setTold((before) => keepEqual(before, answer));
        if (isStale) ask();
      });
    };
    ask();
    const stop = analysisStore.subscribe((state, before) => {
      if (state.drawn === before.drawn) return;
      clearTimeout(timer);
      if (pauseMs > 0) timer = setTimeout(ask, pauseMs);
      else ask();
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [question, pauseMs]);
  return told;
}
