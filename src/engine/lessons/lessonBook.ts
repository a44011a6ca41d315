import type { Evaluation } from '../pipeline';
import { checkGoals } from './checkGoals';
import { leastPrivilege } from './leastPrivilege';
import type { Lesson, LessonResult } from './lesson';
import { readLesson } from './readLesson';
import { hasSolution } from './lessonFiles';
import { stateOfSolution } from './stateOf';

/** Checks a workspace against a lesson. Remembers the last lesson: its solution is evaluated once. */
export class LessonBook {
  #last: { readonly text: string; readonly lesson: Lesson | null; solution: Evaluation | null } | null = null;

  /** `errors`: how many there are in the newest text. Null: the text is no lesson that can be used. */
  check(text: string, state: Evaluation, errors: number): LessonResult | null {
    if (this.#last?.text !== text) {
      const { lesson } = readLesson(text);
      const solution = lesson && hasSolution(lesson) ? stateOfSolution(lesson).evaluation : null;
      this.#last = { text, lesson, solution };
    }
    const { lesson, solution } = this.#last;
    return lesson && checkLesson(lesson, solution, state, errors);
  }
}

/** Holds a workspace against a lesson, whose solution was evaluated before. */
export function checkLesson(
  lesson: Lesson,
  solution: Evaluation | null,
  state: Evaluation,
  errors: number,
): LessonResult {
  const goals = checkGoals(state, lesson);
  return {
    goals,
    errors,
    isSolved: errors === 0 && goals.every(({ status }) => status === 'met'),
    least: solution && leastPrivilege(solution, state, lesson.tolerated),
  };
}
