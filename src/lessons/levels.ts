import type { LessonLevel } from '../engine';
import { t } from '../language/t';

/** From easy to hard. */
export const levels: readonly LessonLevel[] = ['first steps', 'everyday', 'advanced', 'exam'];

/** A level as a heading. */
export function levelHeading(level: LessonLevel): string {
  switch (level) {
    case 'first steps':
      return t`First steps`;
    case 'everyday':
      return t`Everyday`;
    case 'advanced':
      return t`Advanced`;
    case 'exam':
      return t`Exam`;
  }
}

/** A level within a line. */
export function levelWords(level: LessonLevel): string {
  switch (level) {
    case 'first steps':
      return t`first steps`;
    case 'everyday':
      return t`everyday`;
    case 'advanced':
      return t`advanced`;
    case 'exam':
      return t`exam`;
  }
}
