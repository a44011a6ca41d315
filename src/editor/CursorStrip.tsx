import { useStore } from 'zustand';
import { t } from '../language/t';
import { cursorStore } from '../state/cursorStore';

/** What the cursor stands in, in plain words. It stays when the editor is left, so that it can be read then. */
export function CursorStrip() {
  const told = useStore(cursorStore, (state) => state.told);
  return (
    <section aria-label={t`At the cursor`}>
      <p className="editor-cursor-words" {...(told !== null && { title: told.sentence })}>
        {told?.sentence ?? t`Put the cursor into a policy to see whom it concerns.`}
      </p>
    </section>
  );
}
