import { analysisStore } from './analysisStore';
import { askEngine } from './askEngine';
import type { QuestionOf } from '../worker/engineClient';
import type { Told } from '../worker/protocol';

/** How long anybody waits for an engine that does not answer, in milliseconds. */
const PATIENCE = 20_000;

/** Asks the engine, and asks again as it gets ready; null only where it never does. */
export async function surelyAsk<Kind extends keyof Told>(
  question: QuestionOf<Kind>,
): Promise<Told[Kind] | null> {
  for (const end = performance.now() + PATIENCE; performance.now() < end;) {
    const told = await askEngine<Kind>(question);
    if (told !== null) return told;
    await nextAnalysis(end - performance.now());
  }
  return null;
}

function nextAnalysis(most: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(finish, Math.min(1000, Math.max(0, most)));
    const stop = analysisStore.subscribe((state, before) => {
      if (state.analysis !== before.analysis) finish();
    });
  });
}
