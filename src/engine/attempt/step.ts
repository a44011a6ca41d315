import type { Place } from '../source';
import type { AttemptStep } from './attempt';

/** One step of an attempt. */
export function step(
  stage: AttemptStep['stage'],
  outcome: AttemptStep['outcome'],
  sentence: string,
  place: Place | null = null,
  pair: AttemptStep['pair'] = null,
): AttemptStep {
  return { stage, outcome, sentence, place, pair };
}
