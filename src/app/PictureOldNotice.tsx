import { TriangleAlert } from 'lucide-react';
import { isPictureOld } from '../state/analysisStore';
import { useAnalysis, useDocuments } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { Button } from '../ui/Button';
import { lineWords } from './words';

/** Says which line keeps the picture from following the text, and goes there. */
export function PictureOldNotice() {
  const old = useAnalysis(isPictureOld);
  const first = useAnalysis(({ analysis }) =>
    analysis?.diagnostics.find(({ severity }) => severity === 'error'),
  );
  const neverWhole = useAnalysis(({ analysis, drawn }) => analysis === drawn);
  const files = useDocuments((state) => state.files);
  if (!old || !first) return null;
  const words = `${first.message} — ${
    neverWhole ? 'the picture leaves it out' : 'the picture shows the last version without errors'
  }`;
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
