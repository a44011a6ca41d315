import { Download } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../language/t';
import type { Analysis } from '../state/analysisStore';
import { isPictureOld } from '../state/analysisStore';
import { useAnalysis } from '../state/hooks';
import { lensStore } from '../state/lensStore';
import { lensSentence } from '../state/lensWords';
import type { Seen } from '../state/seen';
import { useSeen } from '../state/useSeen';
import { Button } from '../ui/Button';
import { MatrixGrid } from './MatrixGrid';
import { matrixCsv, matrixMarkdown } from './table';
import { saveText } from '../ui/saveText';
import './matrix.css';

/** Who can reach whom as a table: rows send, columns receive; the cards of the picture, in the same view. */
export function MatrixPane() {
  const answer = useAnalysis((state) => state.drawn);
  const isOld = useAnalysis(isPictureOld);
  if (answer === null || answer.topology.entities.every(({ kind }) => kind === 'external')) {
    return <p className="matrix-empty">{t`There is nothing to compare yet.`}</p>;
  }
  return <Matrix answer={answer} isOld={isOld} />;
}

function Matrix({ answer, isOld }: { readonly answer: Analysis; readonly isOld: boolean }) {
  const seen = useSeen(answer.topology);
  return (
    <div className="matrix-pane" data-old={isOld}>
      <MatrixBar answer={answer} />
      <MatrixGrid answer={answer} seen={seen} />
      {seen !== null && <LensNote answer={answer} seen={seen} />}
    </div>
  );
}

/** Says how much the lenses hide or dim, and takes them away. */
function LensNote({ answer, seen }: { readonly answer: Analysis; readonly seen: Seen }) {
  const lenses = useStore(lensStore, (state) => state.lenses);
  const words = lensSentence(lenses, seen, answer.topology, answer.picture.tones);
  if (words === '') return null;
  return (
    <p className="matrix-note">
      <span>{words}</span>
      <Button look="link" onClick={lensStore.getState().showAll}>
        {t`Show all`}
      </Button>
    </p>
  );
}

const legend = () =>
  [
    ['allowed', t`every port`],
    ['partial', t`some ports`],
    ['blocked', t`blocked`],
    ['open', t`open by default`],
    ['unknown', t`cannot say`],
  ] as const;

function MatrixBar({ answer: { topology, picture } }: { readonly answer: Analysis }) {
  return (
    <div className="matrix-bar">
      <p className="matrix-axes">{t`Rows send, columns receive`}</p>
      <ul className="matrix-legend" aria-label={t`Legend`}>
        {legend().map(([look, words]) => (
          <li key={look}>
            <span className="matrix-swatch" data-look={look} aria-hidden>
              {look === 'unknown' && '?'}
            </span>
            {words}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="matrix-export"
        onClick={() => {
          saveText('matrix.csv', 'text/csv', matrixCsv(topology, picture));
        }}
      >
        <Download aria-hidden size={14} /> CSV
      </button>
      <button
        type="button"
        className="matrix-export"
        onClick={() => {
          saveText('matrix.md', 'text/markdown', matrixMarkdown(topology, picture));
        }}
      >
        <Download aria-hidden size={14} /> Markdown
      </button>
    </div>
  );
}
