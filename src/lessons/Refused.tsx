import { TriangleAlert, X } from 'lucide-react';
import { t } from '../language/t';
import { IconButton } from '../ui/IconButton';
import { lessonStore, type RefusedLesson } from './lessonStore';
import { ProblemList } from './ProblemList';

/** A file that cannot be opened as a lesson, and where what is wrong with it stands. */
export function Refused({ refused: { name, text, problems } }: { readonly refused: RefusedLesson }) {
  return (
    <section className="lessons-refused" role="alert" aria-label={t`${name} cannot be opened`}>
      <div className="lessons-bar">
        <h3 className="lessons-heading">
          <TriangleAlert size={16} aria-hidden /> {t`${name} is no lesson yet`}
        </h3>
        <IconButton
          label={t`Close this message`}
          tip="below-left"
          icon={<X aria-hidden />}
          onClick={() => {
            lessonStore.setState({ refused: null });
          }}
        />
      </div>
      <ProblemList problems={problems} text={text} />
      <p className="lessons-quiet">{t`Mend the file and open it again. What was open before is untouched.`}</p>
    </section>
  );
}
