import { useLessons } from './lessonStore';
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
        const parts = currentTarget.closest('article')?.querySelectorAll('.lessons-goals, .lessons-solved');
        parts?.item(isSolved ? parts.length - 1 : 0).scrollIntoView({ block: 'nearest' });
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
