import { Circle, CircleCheck, CircleHelp } from 'lucide-react';
import type { LessonResult } from '../engine';
import { n, t } from '../language/t';
import type { LessonEntry } from './entry';
import { useLessons } from './lessonStore';
import { PairButton } from './PairButton';

type Goal = LessonResult['goals'][number];

function statusWords(status: Goal['status']): string {
  switch (status) {
    case 'met':
      return t`Met`;
    case 'missed':
      return t`Not met`;
    case 'cannot-say':
      return t`Cannot say`;
  }
}

/** What must hold in the end, and how much of it does now: checked after every edit. */
export function Goals({ entry: { lesson } }: { readonly entry: LessonEntry }) {
  const result = useLessons((state) => state.result);
  return (
    <section className="lessons-section" aria-label={t`Goals`}>
      <h3 className="lessons-heading">{t`Goals`}</h3>
      <ul className="lessons-goals" aria-label={t`Goals`}>
        {lesson.goals.map(({ sentence }, index) => {
          const goal = result?.goals[index];
          return goal ? (
            <GoalItem key={sentence} goal={goal} />
          ) : (
            <li key={sentence} className="lessons-goal">
              <span className="lessons-status">
                <Circle size={16} aria-hidden /> …
              </span>
              <p>{sentence}</p>
            </li>
          );
        })}
      </ul>
      {result !== null && result.errors > 0 && <p className="lessons-note">{errorWords(result.errors)}</p>}
    </section>
  );
}

const errorWords = (count: number): string =>
  n(
    count,
  )`There is an error in the text. As long as that is so, nothing counts as solved.|There are ${count} errors in the text. As long as that is so, nothing counts as solved.`;

function GoalItem({ goal: { status, sentence, outcome, offenders } }: { readonly goal: Goal }) {
  const [first] = offenders;
  return (
    <li className="lessons-goal" data-status={status}>
      <span className="lessons-status">
        <StatusIcon status={status} />
        {statusWords(status)}
      </span>
      <p>{sentence}</p>
      {status !== 'met' && outcome !== '' && <p className="lessons-quiet">{outcome}</p>}
      {status !== 'met' && first !== undefined && (
        <>
          <PairButton pair={first} />
          {first.reason !== '' && <p className="lessons-quiet">{first.reason}</p>}
        </>
      )}
    </li>
  );
}

export function StatusIcon({ status }: Pick<Goal, 'status'>) {
  switch (status) {
    case 'met':
      return <CircleCheck size={16} aria-hidden />;
    case 'missed':
      return <Circle size={16} aria-hidden />;
    case 'cannot-say':
      return <CircleHelp size={16} aria-hidden />;
  }
}
