import { t } from '../../language/t';
import { Lines } from '../lines';
import type { Range } from '../source';
import { checkGoals } from './checkGoals';
import type { GoalResult, Lesson, LessonCode, LessonFile, LessonProblem, ReadLesson } from './lesson';
import { readLesson } from './readLesson';
import { hasSolution } from './lessonFiles';
import { stateOfSolution, stateOfStart, type LessonState } from './stateOf';

type Tell = (code: LessonCode, range: Range, message: string) => void;

/** Reads a lesson and tries it out: the start must leave something to do, and the solution must do it. */
export function proveLesson(text: string): ReadLesson {
  const { lesson, problems: read } = readLesson(text);
  if (lesson === null) return { lesson, problems: read };
  const lines = new Lines(text);
  const found: LessonProblem[] = [];
  const tell: Tell = (code, range, message) => {
    found.push({ code, severity: 'error', message, range, ...lines.at(range.start) });
  };
  const start = stateOfStart(lesson);
  // A start may be broken: to repair it can be the task. What nobody may edit, and the solution, must be whole.
  tellManifests(lesson, start, 'start', tell);
  tellSolved(lesson, start, tell);
  if (hasSolution(lesson)) {
    const solution = stateOfSolution(lesson);
    tellManifests(lesson, solution, 'solution', tell);
    tellGoals(lesson, solution, ({ status }) => status !== 'met', tell);
  } else {
    tellGoals(lesson, start, ({ pairs }) => pairs === 0, tell);
  }
  const problems = [...read, ...found].sort((a, b) => a.range.start - b.range.start);
  return { lesson: found.length > 0 ? null : lesson, problems };
}

function tellSolved(lesson: Lesson, { evaluation, diagnostics }: LessonState, tell: Tell): void {
  const [first] = lesson.goals;
  if (!evaluation || !first || diagnostics.some(({ severity }) => severity === 'error')) return;
  const isSolved = checkGoals(evaluation, lesson).every(({ status }) => status === 'met');
  if (isSolved) tell('start-solved', first.range, t`The start meets every goal already.`);
}

/** The goals that are not as they should be, or speak of nobody. */
function tellGoals(
  lesson: Lesson,
  { evaluation }: LessonState,
  isWrong: (goal: GoalResult) => boolean,
  tell: Tell,
): void {
  const goals = evaluation ? checkGoals(evaluation, lesson) : [];
  lesson.goals.forEach(({ range, sentence }, index) => {
    const goal = goals[index];
    if (!goal || !isWrong(goal)) return;
    if (goal.pairs === 0) tell('goal-unclear', range, goal.outcome);
    else
      tell('solution-misses', range, t`The solution does not reach this goal: ${sentence}. ${goal.outcome}`);
  });
}

/** Errors of the solution, or of what is readonly, at their place in the lesson. */
function tellManifests(
  lesson: Lesson,
  { diagnostics }: LessonState,
  part: 'start' | 'solution',
  tell: Tell,
): void {
  for (const { severity, message, path, place } of diagnostics) {
    const file = lesson.files.find(({ name }) => name === place.file);
    const at = file && severity === 'error' ? writtenAt(file, part) : null;
    if (at === null) continue;
    const range = { start: at + place.start, end: at + place.end };
    tell('manifest', range, path === '' ? message : `${path}: ${message}`);
  }
}

/** Where that part of a file stands, if it must be whole and is not told with the other part. */
function writtenAt({ isReadOnly, solution, at }: LessonFile, part: 'start' | 'solution'): number | null {
  if (part === 'start') return isReadOnly ? at.start : null;
  if (isReadOnly) return null;
  return solution === null ? at.start : at.solution;
}
