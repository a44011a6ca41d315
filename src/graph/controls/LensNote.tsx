import { useStore } from 'zustand';
import { t } from '../../language/t';
import type { Analysis } from '../../state/analysisStore';
import { lensStore } from '../../state/lensStore';
import { lensSentence } from '../../state/lensWords';
import type { Seen } from '../../state/seen';
import { Button } from '../../ui/Button';

interface LensNoteProps {
  readonly answer: Analysis;
  readonly seen: Seen;
}

/** Says how much the lenses hide or dim, and takes them away. */
export function LensNote({ answer: { topology, picture }, seen }: LensNoteProps) {
  const lenses = useStore(lensStore, (state) => state.lenses);
  const words = lensSentence(lenses, seen, topology, picture.tones);
  if (words === '') return null;
  return (
    <>
      <span className="graph-lens" title={words}>
        {words}
      </span>
      <Button look="link" onClick={lensStore.getState().showAll}>
        {t`Show all`}
      </Button>
    </>
  );
}
