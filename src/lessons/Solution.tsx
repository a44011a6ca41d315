import { Eye, RotateCcw, Undo2 } from 'lucide-react';
import { t } from '../language/t';
import { Button } from '../ui/Button';
import type { LessonEntry } from './entry';
import { shownOf, useLessons } from './lessonStore';
import { bringMineBack, resetLesson, showSolution } from './openLesson';

/** Giving up, starting again, and taking both back. */
export function Solution({ entry }: { readonly entry: LessonEntry }) {
  const progress = useLessons((state) => state.progress);
  const mine = useLessons((state) => state.mine);
  const { isSolutionShown } = shownOf({ open: entry, progress });
  const { files, cni } = entry.lesson;
  const hasSolution = cni.start !== cni.solution || files.some(({ solution }) => solution !== null);
  return (
    <section className="lessons-section" aria-label={t`Solution`}>
      <h3 className="lessons-heading">{t`Solution`}</h3>
      {isSolutionShown ? (
        <p className="lessons-quiet">
          {t`You have seen the solution, so it earns no star. Reset to the start and write it yourself.`}
        </p>
      ) : (
        hasSolution && (
          <p className="lessons-quiet">
            {t`Any YAML that meets the goals passes. Ours takes the place of your text, and earns no star.`}
          </p>
        )
      )}
      <div className="lessons-buttons">
        {hasSolution && (
          <Button look="outlined" onClick={showSolution}>
            <Eye aria-hidden />
            {t`Show the solution`}
          </Button>
        )}
        <Button look="outlined" onClick={resetLesson}>
          <RotateCcw aria-hidden />
          {t`Reset to the start`}
        </Button>
        {mine !== null && (
          <Button look="outlined" onClick={bringMineBack}>
            <Undo2 aria-hidden />
            {t`Back to my text`}
          </Button>
        )}
      </div>
    </section>
  );
}

/** What changes in the files, for those who only look: the solution as text. */
export function SolutionText({ entry }: { readonly entry: LessonEntry }) {
  return entry.lesson.files.map(({ name, solution }) =>
    solution === null ? null : (
      <figure key={name} className="lessons-file">
        <figcaption>{name}</figcaption>
        <pre tabIndex={0} aria-label={t`Solution of ${name}`}>
          <code>{solution.trimEnd()}</code>
        </pre>
      </figure>
    ),
  );
}
