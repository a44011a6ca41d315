import { TriangleAlert } from 'lucide-react';
import { t } from '../language/t';
import { isPictureOld } from '../state/analysisStore';
import { useAnalysis, useFileNames } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { lineWords } from './words';

const withEffect = (message: string, old: boolean): string =>
  old
    ? t`${message} — the picture shows the version before it`
    : t`${message} — what it would decide cannot be said`;

/** Says which line has an error and what that means for the picture, and goes there. */
export function PictureOldNotice() {
  const first = useAnalysis(({ analysis }) =>
    analysis?.diagnostics.find(({ severity }) => severity === 'error'),
  );
  const old = useAnalysis(isPictureOld);
  const isDrawn = useAnalysis(({ drawn }) => (drawn?.topology.entities.length ?? 0) > 0);
  const isComplete = useAnalysis(({ analysis }) => analysis?.complete === true);
  const files = useFileNames();
  if (!first) return null;
  // An error in expectations takes nothing from the picture, nor does one where there is none yet.
  const words = isComplete || !isDrawn ? first.message : withEffect(first.message, old);
  return (
    <span className="app-old" title={words}>
      <TriangleAlert size={14} aria-hidden />
      <Button
        look="link"
        onClick={() => {
          viewStore.getState().revealPlace(first.place);
        }}
      >
        {lineWords(first, files)}
      </Button>
      <span className="app-old-words">{words}</span>
    </span>
  );
}
