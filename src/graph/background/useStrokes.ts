import { useEffect, useMemo, useState } from 'react';
import type { Answer } from '../../engine';
import { inSlices } from '../../state/slices';
import type { Router } from '../picture/edgeLooks';
import { findWays, strokesOf, type Stroke } from './strokes';

const NONE: readonly Stroke[] = [];

/**
 * The background's lines. Those of a picture laid out afresh have all to be found, which would hold up the page: it is
 * done in slices, and until then there are none. What is changed or dragged in it shows at once.
 */
export function useStrokes(
  origin: string | null,
  answer: Answer,
  cells: Uint32Array,
  route: Router,
  scale: number,
): readonly Stroke[] {
  const [foundFor, setFoundFor] = useState<string | null>(null);
  const isFound = origin === foundFor;
  useEffect(() => {
    if (isFound || cells.length === 0) return;
    let isOver = false;
    const timer = setTimeout(() => {
      void inSlices(findWays(answer, cells, route), () => isOver).then((found) => {
        if (found !== null) setFoundFor(origin);
      });
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isFound, origin, answer, cells, route]);
  return useMemo(
    () => (isFound && origin !== null ? strokesOf(answer, cells, route, scale) : NONE),
    [isFound, origin, answer, cells, route, scale],
  );
}
