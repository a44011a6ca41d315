import { CircleCheck, Flag, FlagTriangleRight } from 'lucide-react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import { draftStore, lessonOf, takeWorkspace } from './draftStore';

/** The workspace as it is now becomes the start or the solution. */
export function FileFields() {
  const draft = useStore(draftStore);
  const { files } = lessonOf(draft);
  return (
    <section className="lessons-section" aria-label="Files">
      <h4 className="lessons-heading">Files</h4>
      <p className="lessons-quiet">
        Bring the editor to where the student begins, and say so; then solve it, and say so.
      </p>
      <div className="lessons-buttons">
        <Button
          look="outlined"
          onClick={() => {
            takeWorkspace('start');
          }}
        >
          <Flag aria-hidden />
          This is the start
        </Button>
        <Button
          look="outlined"
          onClick={() => {
            takeWorkspace('solution');
          }}
        >
          <FlagTriangleRight aria-hidden />
          This is the solution
        </Button>
      </div>
      <p className="lessons-quiet" role="status">
        {draft.start !== null && (
          <>
            <CircleCheck size={14} aria-hidden /> The start is taken.{' '}
          </>
        )}
        {draft.solution !== null && (
          <>
            <CircleCheck size={14} aria-hidden /> The solution is taken.
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
          {name} cannot be changed
          {solution !== null && ' (the solution changes it)'}
        </label>
      ))}
    </section>
  );
}
