import { useEffect, useState } from 'react';
import { useAnalysis } from '../state/hooks';

/** Milliseconds; the editor goes first, and it waits up to a second until the browser is idle. */
const AFTER_PICTURE = 1200;

/** True once the first picture and the editor have had their time: the turn of what can wait. */
export function useAfterPicture(): boolean {
  const isDrawn = useAnalysis((state) => state.drawn !== null);
  const [isTime, setTime] = useState(false);
  useEffect(() => {
    if (!isDrawn) return;
    const timer = setTimeout(setTime, AFTER_PICTURE, true);
    return () => {
      clearTimeout(timer);
    };
  }, [isDrawn]);
  return isTime;
}
