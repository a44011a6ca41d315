import { t } from '../language/t';
import type { LessonEntry } from './entry';
import { levelHeading, levels } from './levels';
import type { Progress } from './progress';

/** Lessons under one heading. */
interface Group {
  readonly name: string;
  readonly entries: readonly LessonEntry[];
}

/** The lessons that have every word of a search, those of each level under a heading. */
export function listed(
  catalogue: readonly LessonEntry[],
  own: readonly LessonEntry[],
  search: string,
): readonly Group[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isFound = ({ lesson: { title, summary, concepts } }: LessonEntry): boolean => {
    const text = [title, summary, ...concepts].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return [
    ...levels.map((level) => ({
      name: levelHeading(level),
      entries: catalogue.filter((entry) => entry.lesson.level === level && isFound(entry)),
    })),
    { name: t`Brought along`, entries: own.filter(isFound) },
  ].filter(({ entries }) => entries.length > 0);
}

/** The lesson to go on with: the one that is open, the one opened last, or the first without a star. Null: all have one. */
export function whereToGoOn(
  catalogue: readonly LessonEntry[],
  own: readonly LessonEntry[],
  { last, stars }: Pick<Progress, 'last' | 'stars'>,
  open: LessonEntry | null,
): { readonly entry: LessonEntry; readonly isBegun: boolean } | null {
  if (open !== null) return { entry: open, isBegun: true };
  const former = [...catalogue, ...own].find(({ key }) => key === last?.key);
  if (former && stars[former.key] === undefined) return { entry: former, isBegun: true };
  const at = former ? catalogue.indexOf(former) + 1 : 0;
  const fresh = [...catalogue.slice(at), ...catalogue].find(({ key }) => stars[key] === undefined);
  return fresh ? { entry: fresh, isBegun: false } : null;
}
