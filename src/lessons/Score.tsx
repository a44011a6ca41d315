import { flushSync } from 'react-dom';
import { lessonStore, useLessons } from './lessonStore';
import { StatusIcon } from './Goals';
import { scoreWords } from './followLesson';
import { t } from '../language/t';

/** How many goals are met, below everything and always in sight; pressing it shows which. */
export function Score() {
  const result = useLessons((state) => state.result);
  if (result === null) return null;
  const { goals, isSolved } = result;
  return (
    <button
      type="button"
      className="lessons-score"
      onClick={({ currentTarget }) => {
        const lesson = currentTarget.closest('article');
        const part = isSolved ? '.lessons-solved' : '.lessons-goals';
        // One step at a time, they may be another one.
        if (!lesson?.querySelector(part))
          flushSync(() => {
            lessonStore.setState({ step: 'goals' });
          });
        lesson?.querySelector(part)?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <span className="lessons-score-marks" aria-hidden>
        {goals.map(({ status }, index) => (
          <span key={index} data-status={status}>
            <StatusIcon status={status} />
          </span>
        ))}
      </span>
      {isSolved ? t`Solved.` : scoreWords(result)}
    </button>
  );
}
