import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LessonResult } from '../engine';
import { n, t } from '../language/t';
import { Button } from '../ui/Button';
import { Blocks } from './Blocks';
import { nextAfter } from './readCatalogue';
import type { LessonEntry } from './entry';
import { starsFor } from './followLesson';
import { shownOf, useLessons } from './lessonStore';
import { openLesson, type Frame } from './openLesson';
import { PairButton } from './PairButton';
import { Stars } from './Stars';

interface Props {
  readonly entry: LessonEntry;
  readonly frame: Frame;
}

/** The lesson is solved: its stars, what is open beyond need, and what follows from here. */
export function Solved({ entry, children }: Pick<Props, 'entry'> & { readonly children?: ReactNode }) {
  const result = useLessons((state) => state.result);
  const progress = useLessons((state) => state.progress);
  if (result?.isSolved !== true) return null;
  const { isSolutionShown } = shownOf({ open: entry, progress });
  return (
    <section className="lessons-solved" aria-label={t`Solved`}>
      <div className="lessons-solved-head">
        <Stars count={isSolutionShown ? 0 : starsFor(result)} size={26} />
        <h3 className="lessons-heading">{isSolutionShown ? t`All goals are met` : t`Solved`}</h3>
      </div>
      {isSolutionShown && <p className="lessons-quiet">{t`With the solution shown there is no star.`}</p>}
      <Least result={result} isCounted={!isSolutionShown} />
      {children}
    </section>
  );
}

/** What is open beyond what the solution opens: it costs the second star. */
function Least({
  result: { least },
  isCounted,
}: {
  readonly result: LessonResult;
  readonly isCounted: boolean;
}) {
  if (least === null) return null;
  const more = least.pairs + least.wider + least.undecided - least.rows.length;
  return (
    <div className="lessons-least">
      <p>
        {least.sentence}{' '}
        {isCounted && least.status !== 'kept' && t`The second star is for opening no more than needed.`}
      </p>
      {least.rows.length > 0 && (
        <ul className="lessons-pairs" aria-label={t`Open beyond what is needed`}>
          {least.rows.map((pair) => (
            <li key={`${pair.source.id} ${pair.destination.id}`}>
              <PairButton pair={pair} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="lessons-quiet">{n(more)`and ${more} more|and ${more} more`}</p>}
    </div>
  );
}

/** What there is to understand. */
export function Why({ entry }: Pick<Props, 'entry'>) {
  const { why, language } = entry.lesson;
  if (why.length === 0) return null;
  return (
    <div className="lessons-why">
      {why[0]?.kind !== 'heading' && <h3 className="lessons-heading">{t`Why`}</h3>}
      <Blocks blocks={why} language={language} />
    </div>
  );
}

/** Goes on with the lesson that follows. */
export function NextLesson({ entry, frame }: Props) {
  const next = nextAfter(entry.key);
  if (next === undefined) return null;
  return (
    <Button
      look="outlined"
      className="lessons-next"
      onClick={() => {
        void openLesson(next, frame);
      }}
    >
      {t`Next lesson: ${next.lesson.title}`}
      <ArrowRight aria-hidden />
    </Button>
  );
}
