import { useEffect, useState } from 'react';
import type { Analysis } from '../state/analysisStore';
import { useAnalysis } from '../state/hooks';

/** The newest answer to be drawn. One with other cards waits for a task of its own: all of them are made anew then. */
export function useAnswerToDraw(): Analysis | null {
  const newest = useAnalysis((state) => state.drawn);
  const [shown, setShown] = useState(newest);
  const waits = newest !== null && shown !== null && newest.topology !== shown.topology;
  if (!waits && newest !== shown) setShown(newest);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => {
      setShown(newest);
    });
    return () => {
      clearTimeout(timer);
    };
  }, [waits, newest]);
  return waits ? shown : newest;
}
