import { useEffect, useState } from 'react';
import type { Changes, Topology } from '../engine';
import { analysisStore } from './analysisStore';
import { viewStore } from './viewStore';

const STAYS = 2500;

/**
 * What the newest drawn answer changed, for as long as it is news; before a class, until the next edit. Null where that
 * answer is of another topology: pair indices belong to one.
 */
export function useRecentChanges({ id }: Topology): Changes | null {
  const [recent, setRecent] = useState<{ readonly of: string; readonly changes: Changes } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = analysisStore.subscribe(({ drawn }, before) => {
      if (drawn === before.drawn || drawn === null) return;
      const sameTopology = drawn.topology.id === before.drawn?.topology.id;
      if (drawn.changes.pairs.length === 0 && sameTopology) return;
      clearTimeout(timer);
      setRecent({ of: drawn.topology.id, changes: drawn.changes });
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
  return recent?.of === id ? recent.changes : null;
}
