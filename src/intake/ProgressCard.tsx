import { useEffect, useState } from 'react';
import { t } from '../language/t';
import { Button } from '../ui/Button';
import { intakeStore, useIntake, type Progress } from './intakeStore';
import { progressWords } from './progressWords';
import './intake.css';

/** What takes less than this many milliseconds is not told of. */
const SOON = 500;

/** How far an import is, and how to stop it; does not stand in the way of anything else. */
export function ProgressCard() {
  const isReading = useIntake(({ reading }) => reading > 0);
  return isReading ? <LateCard /> : null;
}

function LateCard() {
  const [isLate, setLate] = useState(false);
  const progress = useIntake((state) => state.progress);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, SOON);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isLate || progress === null) return null;
  const words = progressWords(progress);
  const { cancel } = intakeStore.getState();
  return (
    <section
      className="intake-progress"
      aria-label={t`Import`}
      onKeyDown={({ key }) => {
        if (key === 'Escape') cancel();
      }}
    >
      <span className="intake-progress-words">{words}</span>
      <div
        role="progressbar"
        aria-label={t`Import`}
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={Math.min(progress.bytes, progress.total)}
        aria-valuetext={words}
        className="intake-progress-bar"
      >
        <div style={{ width: `${String(percent(progress))}%` }} />
      </div>
      <Button look="outlined" onClick={cancel}>
        {t`Cancel`}
      </Button>
    </section>
  );
}

const percent = ({ bytes, total }: Progress): number =>
  total === 0 ? 100 : Math.min(100, (100 * bytes) / total);
