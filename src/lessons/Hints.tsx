import { Lightbulb } from 'lucide-react';
import { t } from '../language/t';
import { Button } from '../ui/Button';
import { Blocks } from './Blocks';
import type { LessonEntry } from './entry';
import { remember, shownOf, useLessons } from './lessonStore';

/** Shows one more hint of the open lesson. */
export function showHint(
  entry: LessonEntry,
  shown: { readonly hints: number; readonly isSolutionShown: boolean },
): void {
  remember({
    last: {
      key: entry.key,
      hints: Math.min(shown.hints + 1, entry.lesson.hints.length),
      isSolutionShown: shown.isSolutionShown,
    },
  });
}

/** Hints from gentle to nearly the answer, one by one. */
export function Hints({ entry }: { readonly entry: LessonEntry }) {
  const progress = useLessons((state) => state.progress);
  const shown = shownOf({ open: entry, progress });
  const { hints, language } = entry.lesson;
  if (hints.length === 0) return null;
  const used = Math.min(shown.hints, hints.length);
  return (
    <section className="lessons-section" aria-label={t`Hints`}>
      <h3 className="lessons-heading">
        {t`Hints`} <span className="lessons-quiet">{t`${used} of ${hints.length} used`}</span>
      </h3>
      <div aria-live="polite">
        {hints.slice(0, used).map((hint, index) => (
          <div key={index} className="lessons-hint" role="group" aria-label={t`Hint ${index + 1}`}>
            <Blocks blocks={hint} language={language} />
          </div>
        ))}
      </div>
      {used < hints.length && (
        <Button
          look="outlined"
          onClick={() => {
            showHint(entry, shown);
          }}
        >
          <Lightbulb aria-hidden />
          {used === 0 ? t`Show a hint` : t`Show the next hint`}
        </Button>
      )}
    </section>
  );
}
