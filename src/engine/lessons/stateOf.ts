import { evaluated } from '../comparison/pinnedBaseline';
import type { PlacedDiagnostic } from '../diagnostic';
import type { Evaluation } from '../pipeline';
import type { Lesson } from './lesson';
import { solutionFiles, startFiles } from './lessonFiles';

/** A lesson's files evaluated. */
export interface LessonState {
  readonly evaluation: Evaluation | null;
  readonly diagnostics: readonly PlacedDiagnostic[];
}

/** Evaluates the start. */
export function stateOfStart(lesson: Lesson): LessonState {
  return evaluated(startFiles(lesson), lesson.cni.start);
}

/** Evaluates the solution, under the plugin it is for. */
export function stateOfSolution(lesson: Lesson): LessonState {
  return evaluated(solutionFiles(lesson), lesson.cni.solution);
}
