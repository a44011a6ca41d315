import { useEffect, useState } from 'react';
import type { AttemptResult, Attempt, Misread, Suggestion } from '../engine';
import { analysisStore } from '../state/analysisStore';
import { askEngine } from '../state/askEngine';
import { isPort } from './testerStore';

/** What becomes of an attempt in the answer that is drawn, now and after every edit. Null: not asked, or not known yet. */
export function useAttempt({ from, to, protocol, port }: Attempt): AttemptResult | Misread | null {
  const [result, setResult] = useState<AttemptResult | Misread | null>(null);
  const isAsked = from.trim() !== '' && to.trim() !== '' && isPort(port);
  useEffect(() => {
    if (!isAsked) return;
    let isOver = false;
    const ask = (): void => {
      void askEngine({ kind: 'attempt', attempt: { from, to, protocol, port } }).then((told) => {
        if (!isOver) setResult(told);
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
  }, [isAsked, from, to, protocol, port]);
  return isAsked ? result : null;
}

/** What may be meant by what stands in a field. */
export function useSuggestions(text: string): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    let isOver = false;
    void askEngine({ kind: 'suggest', text }).then((told) => {
      if (!isOver && told !== null) setSuggestions(told);
    });
    return () => {
      isOver = true;
    };
  }, [text]);
  return suggestions;
}
