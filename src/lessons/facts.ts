import type { Lesson } from '../engine';
import { n } from '../language/t';
import { levelWords } from './levels';

/** How hard a lesson is, and how long it takes. */
export function factsOf({ level, minutes }: Lesson): string {
  const words = levelWords(level);
  return minutes === null
    ? words
    : n(minutes)`${words}, about ${minutes} minute|${words}, about ${minutes} minutes`;
}
