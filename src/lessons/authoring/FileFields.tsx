import { CircleCheck, Flag, FlagTriangleRight } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../../language/t';
import { Button } from '../../ui/Button';
import { draftStore, lessonOf, takeWorkspace } from './draftStore';

/** The workspace as it is now becomes the start or the solution. */
export function FileFields() {
  const draft = useStore(draftStore);
  const { files } = lessonOf(draft);
  return (
    <section className="lessons-section" aria-label={t`Files`}>
      <h4 className="lessons-heading">{t`Files`}</h4>
      <p className="lessons-quiet">
        {t`Bring the editor to where the student begins, and say so; then solve it, and say so.`}
      </p>
      <div className="lessons-buttons">
        <Button
          look="outlined"
          onClick={() => {
            takeWorkspace('start');
          }}
        >
          <Flag aria-hidden />
          {t`This is the start`}
        </Button>
        <Button
          look="outlined"
          onClick={() => {
            takeWorkspace('solution');
          }}
        >
          <FlagTriangleRight aria-hidden />
          {t`This is the solution`}
        </Button>
      </div>
      <p className="lessons-quiet" role="status">
        {draft.start !== null && (
          <>
            <CircleCheck size={14} aria-hidden /> {t`The start is taken.`}{' '}
          </>
        )}
        {draft.solution !== null && (
          <>
            <CircleCheck size={14} aria-hidden /> {t`The solution is taken.`}
          </>
        )}
      </p>
      {files.map(({ name, isReadOnly, solution }) => (
        <label key={name} className="lessons-check">
          <input
            type="checkbox"
            checked={isReadOnly}
            disabled={solution !== null}
            onChange={({ currentTarget }) => {
              const { checked } = currentTarget;
              draftStore.setState((before) => ({ isReadOnly: { ...before.isReadOnly, [name]: checked } }));
            }}
          />
          {solution === null
            ? t`${name} cannot be changed`
            : t`${name} cannot be changed (the solution changes it)`}
        </label>
      ))}
    </section>
  );
}
