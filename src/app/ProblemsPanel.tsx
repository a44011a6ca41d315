import { ChevronRight } from 'lucide-react';
import { Suspense } from 'react';
import { t } from '../language/t';
import { late } from '../ui/late';
import { useAfterPicture } from './useAfterPicture';

const Problems = late(() => import('./problems/Problems').then((module) => module.Problems));

/** The problems in the text, below the editor; only its line is there at first. */
export function ProblemsPanel() {
  const isTime = useAfterPicture();
  const line = (
    <h2 className="app-problems-head">
      <span className="app-problems-toggle">
        <ChevronRight size={14} aria-hidden /> {t`Problems`}
      </span>
    </h2>
  );
  return (
    <section className="app-problems" aria-label={t`Problems`}>
      {isTime ? (
        <Suspense fallback={line}>
          <Problems />
        </Suspense>
      ) : (
        line
      )}
    </section>
  );
}
