import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { FilterResult } from '../engine';
import { analysisStore } from '../state/analysisStore';
import { askEngine } from '../state/askEngine';
import { lensStore, type Filter, type Lens } from '../state/lensStore';

/** What the filter finds in what is drawn, now and after every edit; keeps the lens that shows it. Null: nothing is asked. */
export function useFilter(): FilterResult | null {
  const [result, setResult] = useState<FilterResult | null>(null);
  const filter = useStore(lensStore, (state) => state.filter);
  useEffect(() => followFilter(setResult), []);
  const shown = filter.text.trim() === '' ? null : result;
  const { mode, text } = filter;
  useEffect(() => {
    lensStore.getState().setLens('filter', lensOf(shown, { mode, text }));
  }, [shown, mode, text]);
  return shown;
}

/** Milliseconds after the last change of the manifests. */
const QUIET = 120;

/** Asks whenever the text of the filter or the picture changes; one question at a time, the newest next. */
function followFilter(tell: (result: FilterResult | null) => void): () => void {
  let isAsking = false;
  let isOutdated = false;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    if (isAsking) {
      isOutdated = true;
      return;
    }
    isAsking = true;
    do {
      isOutdated = false;
      const { text } = lensStore.getState().filter;
      const result = text.trim() === '' ? null : await askEngine({ kind: 'filter', text });
      if (!isOver && lensStore.getState().filter.text === text) tell(result);
    } while (isOutdatedNow());
    isAsking = false;
  };
  // Other code changes it while the question is on its way.
  const isOutdatedNow = (): boolean => isOutdated && !isOver;
  const stops = [
    lensStore.subscribe((state, before) => {
      if (state.filter.text !== before.filter.text) void ask();
    }),
    analysisStore.subscribe(({ drawn }, before) => {
      if (drawn === before.drawn) return;
      clearTimeout(timer);
      // Other cards are looked through at once; somebody who types goes first.
      if (drawn?.topology !== before.drawn?.topology) void ask();
      else timer = setTimeout(() => void ask(), QUIET);
    }),
  ];
  void ask();
  return () => {
    isOver = true;
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** Null where nothing is found: an empty picture would help nobody. */
function lensOf(result: FilterResult | null, { mode, text }: Filter): Lens | null {
  const found = result?.found;
  if (!found || found.entities.length === 0) return null;
  return {
    label: text.trim(),
    entities: new Set(found.entities),
    pairs: null,
    cells: found.cells && { topology: found.topology, concerned: found.cells },
    rest: mode === 'hide' ? 'hidden' : 'dimmed',
  };
}
