import type { Evaluated } from '../evaluate/evaluated';
import { checkExpectations } from '../expectations/checkExpectations';
import type { ExpectationStatus } from '../expectations/expectation';
import type { GoalResult, Lesson } from './lesson';

/** Holds the goals of a lesson against what was evaluated. */
export function checkGoals(state: Evaluated, { goals }: Lesson): readonly GoalResult[] {
  const results = checkExpectations(
    state,
    goals.map(({ expectation }) => ({ expectation, place: null })),
  );
  return goals.map(({ expectation, sentence }, index): GoalResult => {
    const {
      status = 'invalid',
      outcome = '',
      pairs = 0,
      broken = 0,
      undecided = 0,
      offenders = [],
    } = results[index] ?? {};
    return {
      status: statusOf(status),
      want: expectation.want,
      sentence,
      outcome,
      pairs,
      broken,
      undecided,
      offenders: offenders.map(({ source, destination, isCertain, ports, reason }) => ({
        source,
        destination,
        isCertain,
        ports,
        reason,
      })),
    };
  });
}

/** A goal whose name means several things by now is not reached. */
function statusOf(status: ExpectationStatus): GoalResult['status'] {
  switch (status) {
    case 'passed':
      return 'met';
    case 'failed':
    case 'invalid':
      return 'missed';
    case 'undecided':
      return 'cannot-say';
  }
}
