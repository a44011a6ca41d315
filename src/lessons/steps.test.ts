import { describe, expect, it } from 'vitest';
import { stepBy, steps, type StepState } from './steps';

const at = (part: Partial<StepState>): StepState => ({
  step: 'text',
  hints: 0,
  allHints: 2,
  hasWhy: true,
  ...part,
});

describe('stepping through a lesson', () => {
  it('goes through all parts, hint by hint, and on to the next lesson', () => {
    const way: string[] = [];
    let state = at({});
    for (let count = 0; count < 20; count++) {
      const taken = stepBy(state, 1);
      way.push(taken.kind === 'step' ? taken.step : taken.kind);
      if (taken.kind === 'step') state = { ...state, step: taken.step };
      else if (taken.kind === 'hint') state = { ...state, hints: state.hints + 1 };
      else break;
    }
    expect(way).toEqual(['goals', 'hints', 'hint', 'hint', 'solution', 'why', 'next lesson']);
  });

  it('goes back part by part and stops at the text', () => {
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1];
      expect(stepBy(at({ step, hints: 1 }), -1)).toEqual(
        before === undefined ? { kind: 'nothing' } : { kind: 'step', step: before },
      );
    }
  });

  it('leaves out what a lesson has not', () => {
    const bare = { allHints: 0, hasWhy: false };
    expect(stepBy(at({ step: 'goals', ...bare }), 1)).toEqual({ kind: 'step', step: 'solution' });
    expect(stepBy(at({ step: 'solution', ...bare }), -1)).toEqual({ kind: 'step', step: 'goals' });
    expect(stepBy(at({ step: 'solution', ...bare }), 1)).toEqual({ kind: 'next lesson' });
  });
});
