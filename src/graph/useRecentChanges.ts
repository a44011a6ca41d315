import { useEffect, useState } from 'react';
import type { Changes } from '../engine';
import { analysisStore } from '../state/analysisStore';
import type { Change } from './picture/looks';

const STAYS = 2500;
const NONE: ReadonlyMap<number, Change> = new Map();
/** A change of this many pairs is another picture; marking all of them would mark none. */
const MOST = 200;

/** What the newest drawn answer changed, by pair index, for as long as it is news. */
export function useRecentChanges(): ReadonlyMap<number, Change> {
  const [recent, setRecent] = useState(NONE);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = analysisStore.subscribe(({ drawn }, before) => {
      if (drawn === before.drawn || drawn === null) return;
      // Pair indices belong to one topology.
      const sameTopology = drawn.topology.id === before.drawn?.topology.id;
      if (drawn.changes.pairs.length === 0 && sameTopology) return;
      clearTimeout(timer);
      setRecent(changesByPair(drawn.changes));
      timer = setTimeout(() => {
        setRecent(NONE);
      }, STAYS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, []);
  return recent;
}

function changesByPair({ pairs, signs }: Changes): ReadonlyMap<number, Change> {
  if (pairs.length === 0 || pairs.length > MOST) return NONE;
  const changes = new Map<number, Change>();
  pairs.forEach((pair, index) => {
    const sign = signs[index] ?? 0;
    changes.set(pair, sign > 0 ? 'opened' : sign < 0 ? 'closed' : 'changed');
  });
  return changes;
}
