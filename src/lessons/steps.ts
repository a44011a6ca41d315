import { t } from '../language/t';

/** The parts of a lesson, in the order in which one goes through them. */
export const steps = ['text', 'goals', 'hints', 'solution', 'why'] as const;
export type Step = (typeof steps)[number];

/** What a step is called. */
export function stepName(step: Step): string {
  switch (step) {
    case 'text':
      return t`Text`;
    case 'goals':
      return t`Goals`;
    case 'hints':
      return t`Hints`;
    case 'solution':
      return t`Solution`;
    case 'why':
      return t`Why`;
  }
}

/** Where a lesson is being stepped through. */
export interface StepState {
  readonly step: Step;
  /** How many hints are shown, and how many there are. */
  readonly hints: number;
  readonly allHints: number;
  readonly hasWhy: boolean;
}

/** What one step forward or back is: another part, one more hint, another lesson, or nothing. */
export type StepTaken =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'hint' }
  | { readonly kind: 'next lesson' }
  | { readonly kind: 'nothing' };

/** One step through a lesson: hints come one by one, and behind the last part comes the next lesson. */
export function stepBy({ step, hints, allHints, hasWhy }: StepState, direction: 1 | -1): StepTaken {
  if (step === 'hints' && direction === 1 && hints < allHints) return { kind: 'hint' };
  const there = steps.filter((one) => (one !== 'hints' || allHints > 0) && (one !== 'why' || hasWhy));
  const next = there[there.indexOf(step) + direction];
  if (next !== undefined) return { kind: 'step', step: next };
  return direction === 1 ? { kind: 'next lesson' } : { kind: 'nothing' };
}
