import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { Analysis } from '../../state/analysisStore';
import type { Seen } from '../../state/seen';
import { Button } from '../../ui/Button';
import { paneStore } from '../paneStore';
import { cardLine, countLine, sum } from '../picture/countLine';
import type { PairCounts } from '../picture/edgesToDraw';

const LensNote = lazy(() => import('./LensNote').then((module) => ({ default: module.LensNote })));

/** More lines than this would stop the page. */
const LINES_MOST = 3000;

interface CountLineProps {
  readonly answer: Analysis;
  readonly counts: PairCounts;
  readonly seen: Seen | null;
}

/** Says how much of the whole the picture shows. */
export function CountLine({ answer, counts, seen }: CountLineProps) {
  const everything = useStore(paneStore, (state) => state.everything);
  const total = sum(counts.total);
  const isPart = sum(counts.drawn) < total;
  const offersAll = everything || (isPart && total <= LINES_MOST);
  const { entities } = answer.topology;
  const hasFolds = entities.some(({ kind }) => kind === 'namespace' || kind === 'alike');
  const words = `Showing ${cardLine(answer.topology)} · ${countLine(counts, hasFolds ? 'lines' : 'pairs')}`;
  return (
    <p className="graph-counts">
      <span title={words}>{words}</span>
      {offersAll && (
        <Button
          look="link"
          aria-pressed={everything}
          onClick={() => {
            paneStore.setState({ everything: !everything });
          }}
        >
          {everything ? 'Show fewer' : 'Show all lines'}
        </Button>
      )}
      {seen !== null && (
        <Suspense>
          <LensNote answer={answer} seen={seen} />
        </Suspense>
      )}
    </p>
  );
}
