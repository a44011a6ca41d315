import type { Lesson } from '../engine';

/** A lesson one can open, with its file. */
export interface LessonEntry {
  /** Its name in what is remembered: its id, behind `own/` where somebody brought it along. */
  readonly key: string;
  readonly text: string;
  readonly lesson: Lesson;
}

/** How the key of a lesson begins that did not come with the page. */
const OWN = 'own/';

export const keyOf = (id: string, isOwn: boolean): string => (isOwn ? OWN + id : id);

const PREFIX = 'lesson/';

/** What the workspace of a lesson says it was opened from: what an example's says too. */
export const originOf = (key: string): string => PREFIX + key;

/** The key of the lesson a workspace belongs to; null: to none. */
export function keyOfOrigin(origin: string | null): string | null {
  return origin?.startsWith(PREFIX) === true ? origin.slice(PREFIX.length) : null;
}
