import { useEffect, useState } from 'react';
import type { Changes } from '../engine';
import type { Analysis } from './analysisStore';
import { viewStore } from './viewStore';

const STAYS = 2500;

interface News {
  /** The answer that was drawn last, … */
  readonly of: Analysis | null;
  /** … and what is still news: what it changed, or one not long before it. */
  readonly recent: Changes | null;
}

/** What the newest drawn answer changed, for as long as it is news; before a class, until the next edit. */
export function useRecentChanges(answer: Analysis | null): Changes | null {
  const [news, setNews] = useState<News>({ of: answer, recent: null });
  // With the answer, not after it: pair indices belong to one topology.
  if (news.of !== answer) setNews({ of: answer, recent: newsIn(answer, news) });
  const { recent } = news;
  useEffect(() => {
    if (recent === null) return;
    const forget = (): void => {
      setNews(({ of }) => ({ of, recent: null }));
    };
    const timer = setTimeout(() => {
      if (!viewStore.getState().classroom) forget();
    }, STAYS);
    const stopView = viewStore.subscribe(({ classroom }, before) => {
      if (before.classroom && !classroom) forget();
    });
    return () => {
      clearTimeout(timer);
      stopView();
    };
  }, [recent]);
  return recent;
}

function newsIn(answer: Analysis | null, { of, recent }: News): Changes | null {
  if (answer === null || of === null) return null;
  const isSame = answer.topology.id === of.topology.id;
  return isSame && answer.changes.pairs.length === 0 ? recent : answer.changes;
}
