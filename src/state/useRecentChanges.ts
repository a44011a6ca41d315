import { useEffect, useState } from 'react';
import type { Changes } from '../engine';
import { analysisStore } from './analysisStore';
import { viewStore } from './viewStore';

const STAYS = 2500;

/** What the newest drawn answer changed, for as long as it is news; before a class, until the next edit. */
export function useRecentChanges(): Changes | null {
  const [recent, setRecent] = useState<Changes | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = analysisStore.subscribe(({ drawn }, before) => {
      if (drawn === before.drawn || drawn === null) return;
      // Pair indices belong to one topology.
      const sameTopology = drawn.topology.id === before.drawn?.topology.id;
      if (drawn.changes.pairs.length === 0 && sameTopology) return;
      clearTimeout(timer);
      setRecent(drawn.changes);
      timer = setTimeout(() => {
        if (!viewStore.getState().classroom) setRecent(null);
      }, STAYS);
    });
    const stopView = viewStore.subscribe(({ classroom }, before) => {
      if (before.classroom && !classroom) setRecent(null);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
      stopView();
    };
  }, []);
  return recent;
}
