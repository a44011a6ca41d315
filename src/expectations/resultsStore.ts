import { createStore } from 'zustand/vanilla';
import type { ExpectationResult } from '../engine';
import { grouped, t } from '../language/t';
import { analysisStore } from '../state/analysisStore';
import { askEngine } from '../state/askEngine';

/** What became of the expectations of the workspace, in the answer that is drawn. */
interface Results {
  /** Null: not known yet. */
  readonly results: readonly ExpectationResult[] | null;
  /** One sentence about those that held and hold no more; empty when the newest edit broke none. */
  readonly news: string;
}

export const resultsStore = createStore<Results>()(() => ({ results: null, news: '' }));

/** Whoever types is left alone for so long, in milliseconds. */
const PAUSE = 120;

let watchers = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let unsubscribe = (): void => undefined;
let asked = 0;

/** Checks the expectations now and after every edit, as long as anybody wants it. Returns how to stop. */
export function watchExpectations(): () => void {
  watchers++;
  if (watchers === 1) {
    ask();
    unsubscribe = analysisStore.subscribe((state, before) => {
      if (state.drawn === before.drawn) return;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
  }
  return () => {
    watchers--;
    if (watchers > 0) return;
    clearTimeout(timer);
    unsubscribe();
  };
}

function ask(): void {
  const own = ++asked;
  void askEngine({ kind: 'expectations', text: null }).then((results) => {
    if (results === null || own !== asked) return;
    resultsStore.setState((before) => ({ results, news: newsOf(before.results ?? [], results) }));
  });
}

/** Names those that held before and do not now. */
export function newsOf(before: readonly ExpectationResult[], now: readonly ExpectationResult[]): string {
  const held = new Set(before.flatMap((one) => (one.status === 'passed' ? [one.sentence] : [])));
  const fallen = now.filter((one) => one.status !== 'passed' && held.has(one.sentence));
  const [first] = fallen;
  if (!first) return '';
  const more = fallen.length - 1;
  return more === 0
    ? t`No longer holds: ${first.sentence}.`
    : t`No longer holds: ${first.sentence}. And ${grouped(more)} more.`;
}
